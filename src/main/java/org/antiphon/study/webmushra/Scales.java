package org.antiphon.study.webmushra;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The answers of Likert pages as scales; the same answers to the same question are one scale. */
final class Scales {

    private static final Set<Integer> POSSIBLE = Set.of(5, 7, 9);

    private final String language;
    private final Notes notes;
    private final Ids ids = new Ids();
    private final Map<String, ObjectNode> scales = new LinkedHashMap<>();

    Scales(String language, Notes notes) {
        this.language = language;
        this.notes = notes;
    }

    ArrayNode all() {
        return JsonNodeFactory.instance.arrayNode().addAll(scales.values());
    }

    /** The ids of the scales that a page asks on; none if it cannot ask. */
    List<String> of(Value.Block page, String type) {
        List<Value> responses = page.list("response");
        boolean several = !responses.isEmpty() && responses.get(0) instanceof Value.Listing;
        List<String> asked = new ArrayList<>();
        for (List<Value> one : several ? lists(responses) : List.of(responses)) {
            List<String> labels = labels(one);
            if (labels.size() < 2) {
                notes.lost(
                        page.line("response"),
                        "The page has " + (labels.isEmpty() ? "no answers" : "one answer only")
                                + ", so nothing is asked on it.",
                        labels.isEmpty()
                                ? ""
                                : "If it is there to make people listen, a training or a check of kind listening does that.");
            } else {
                asked.add(scale(labels, page, several ? " (" + (asked.size() + 1) + ")" : ""));
            }
        }
        if (type.equals("likert_multi_stimulus") && page.is("randomize", false)) {
            notes.lost(page.line("randomize"), "The order is always drawn, in webMUSHRA as well.", "");
        }
        return asked;
    }

    private static List<List<Value>> lists(List<Value> responses) {
        return responses.stream()
                .filter(Value.Listing.class::isInstance)
                .map(list -> ((Value.Listing) list).values())
                .toList();
    }

    /** Words from low to high. */
    private List<String> labels(List<Value> responses) {
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Value response : responses) {
            if (response instanceof Value.Block block) {
                String value = block.text("value").orElse("");
                labels.add(block.text("label")
                        .map(html -> Markup.of(html).text())
                        .filter(text -> !text.isEmpty())
                        .orElse(value));
                block.number("value").ifPresent(values::add);
                LeftOver.tell(block, "an answer", notes);
            }
        }
        labels.removeIf(String::isEmpty);
        boolean falling =
                values.size() == labels.size() && values.size() > 1 && values.get(0) > values.get(values.size() - 1);
        if (falling) {
            Collections.reverse(labels);
        }
        return labels;
    }

    private String scale(List<String> labels, Value.Block page, String which) {
        String question = Phrases.JUDGEMENT.in(language) + which;
        ObjectNode known = scales.get(question + labels);
        if (known != null) {
            return known.path("id").asText();
        }
        ObjectNode scale = JsonNodeFactory.instance.objectNode();
        scale.put("id", ids.fresh(page.text("id").orElse("scale") + "-scale", "scale"));
        boolean likert = POSSIBLE.contains(labels.size());
        scale.put("kind", likert ? "likert" : "continuous").put("attribute", "other");
        if (likert) {
            scale.put("points", labels.size());
        } else {
            notes.changed(
                    page.line("response"),
                    "A scale of " + labels.size() + " points becomes one from 0 to 100 between its ends.",
                    "Scales here have 5, 7 or 9 points; choose one of these if you like.");
        }
        notes.changed(page.line(), "The question is “" + question + "”.", "Write your own.");
        scale.put("question", question).put("low", labels.get(0)).put("high", labels.get(labels.size() - 1));
        if (likert) {
            labels.forEach(scale.withArray("labels")::add);
        }
        scales.put(question + labels, scale);
        return scale.path("id").asText();
    }
}
