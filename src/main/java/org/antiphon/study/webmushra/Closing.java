package org.antiphon.study.webmushra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The last page of a configuration as a questionnaire. */
final class Closing {

    private static final Set<Integer> POSSIBLE = Set.of(5, 7, 9);

    private final Notes notes;
    private final Ids ids = new Ids();

    Closing(Notes notes) {
        this.notes = notes;
    }

    /** Its questions; empty if it asks none. */
    ArrayNode questions(Value.Block page) {
        ArrayNode questions = JsonNodeFactory.instance.arrayNode();
        for (Value value : page.list("questionnaire")) {
            if (value instanceof Value.Block asked) {
                question(asked).ifPresent(questions::add);
                LeftOver.tell(asked, "a question", notes);
            } else {
                notes.lost(value.line(), "This is no question.", "");
            }
        }
        return questions;
    }

    private Optional<ObjectNode> question(Value.Block asked) {
        String type = asked.text("type").orElse("");
        String label = asked.text("label")
                .map(html -> Pages.plain(html, asked.line("label"), notes))
                .orElse("");
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        String name = asked.text("name").orElse(label);
        question.put("id", ids.fresh(name, "question"));
        String words = label.isEmpty() ? name : label;
        boolean optional = asked.is("optional", true);
        switch (type) {
            case "text" -> question.put("kind", "words").put("question", words);
            case "long_text" ->
                question.put("kind", "words").put("question", words).put("longest", 5000);
            case "number" -> number(asked, question.put("kind", "number").put("question", words));
            case "likert" -> {
                if (!likert(asked, question, words)) {
                    return Optional.empty();
                }
            }
            default -> {
                notes.lost(asked.line(), "There are no questions of type “" + type + "”.", "Ask it in another way.");
                return Optional.empty();
            }
        }
        if (question.path("question").asText().isEmpty()) {
            notes.lost(asked.line(), "The question has neither name nor label.", "");
            return Optional.empty();
        }
        question.put("optional", optional);
        return Optional.of(question);
    }

    private void number(Value.Block asked, ObjectNode question) {
        Optional<Double> least = asked.number("min");
        Optional<Double> most = asked.number("max");
        if (least.isEmpty() || most.isEmpty()) {
            notes.changed(asked.line(), "The number has no bounds; it may be from 0 to 1000.", "Set bounds that fit.");
        } else {
            notes.changed(asked.line(), "Bounds of a number hold here; webMUSHRA lets everything through.", "");
        }
        double low = least.orElse(0.0);
        double high = most.orElse(1000.0);
        question.set("least", plain(Math.min(low, high)));
        question.set("most", plain(Math.max(low, high)));
        if (asked.text("default").isPresent()) {
            notes.lost(
                    asked.line("default"),
                    "No number is there before one is given: it would be an answer nobody gave.",
                    "");
        }
    }

    private static JsonNode plain(double number) {
        boolean whole = Math.abs(number) < 1e15 && Math.rint(number) == number;
        return whole ? JsonNodeFactory.instance.numberNode((long) number) : JsonNodeFactory.instance.numberNode(number);
    }

    private boolean likert(Value.Block asked, ObjectNode question, String words) {
        Set<String> labels = new LinkedHashSet<>();
        for (Value response : asked.list("response")) {
            if (response instanceof Value.Block block) {
                String value = block.text("value").orElse("");
                labels.add(block.text("label")
                        .map(html -> Markup.of(html).text())
                        .filter(text -> !text.isEmpty())
                        .orElse(value));
                LeftOver.tell(block, "an answer", notes);
            }
        }
        labels.remove("");
        if (labels.size() < 2) {
            notes.lost(asked.line(), "The question has fewer than two answers.", "");
            return false;
        }
        List<String> all = List.copyOf(labels);
        boolean numbers = all.stream().allMatch(label -> label.matches("[0-9]+"));
        if (numbers && POSSIBLE.contains(all.size())) {
            question.put("kind", "likert").put("question", words).put("points", all.size());
            question.put("low", all.get(0)).put("high", all.get(all.size() - 1));
        } else {
            question.put("kind", "choice").put("question", words);
            Ids options = new Ids();
            all.forEach(label -> question.withArray("options")
                    .addObject()
                    .put("id", options.fresh(label, "option"))
                    .put("label", label));
        }
        return true;
    }
}
