package org.antiphon.study.webmushra;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pages with clips as tasks: pages that compare the same versions in the same way are one task, each page an item of it, each
 * key of its stimuli a condition.
 */
final class ClipPages {

    private static final String REFERENCE = "reference";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String language;
    private final Notes notes;
    private final Scales scales;
    private final Ids itemIds = new Ids();
    private final Ids taskIds = new Ids();
    private final Map<String, ObjectNode> conditions = new LinkedHashMap<>();
    private final Map<String, String> conditionOfKey = new LinkedHashMap<>();
    private final Map<String, ObjectNode> tasks = new LinkedHashMap<>();
    private final ArrayNode items = JSON.arrayNode();
    private final ArrayNode checks = JSON.arrayNode();
    private final Set<String> files = new LinkedHashSet<>();

    ClipPages(String language, Notes notes) {
        this.language = language;
        this.notes = notes;
        this.scales = new Scales(language, notes);
    }

    ArrayNode items() {
        return items;
    }

    ArrayNode checks() {
        return checks;
    }

    ArrayNode scales() {
        return scales.all();
    }

    ArrayNode conditions() {
        return JSON.arrayNode().addAll(conditions.values());
    }

    ArrayNode tasks() {
        return JSON.arrayNode().addAll(tasks.values());
    }

    Set<String> files() {
        return files;
    }

    /** The task that a page belongs to; empty if nothing of it can be judged. */
    Optional<String> add(Value.Block page, String type) {
        Map<String, String> stimuli = stimuli(page);
        if (stimuli.isEmpty()) {
            notes.lost(page.line(), "The page has no stimuli.", "");
            return Optional.empty();
        }
        return switch (type) {
            case "mushra" -> Optional.of(mushra(page, stimuli));
            case "likert_multi_stimulus", "likert_single_stimulus" -> rating(page, stimuli, type);
            default -> Optional.of(pairs(page, stimuli, type));
        };
    }

    private Map<String, String> stimuli(Value.Block page) {
        Map<String, String> stimuli = new LinkedHashMap<>();
        page.block("stimuli").forEach((key, value) -> {
            if (value instanceof Value.Words words && !words.isNull()) {
                stimuli.put(key, path(words.text(), words.line()));
            } else {
                notes.lost(value.line(), "The stimulus “" + key + "” names no file.", "");
            }
        });
        return stimuli;
    }

    /** A path as a name among the uploaded files. */
    private String path(String given, int line) {
        String path =
                given.strip().replace('\\', '/').replaceAll("^(\\./|/)+", "").replaceAll("/(\\./)+", "/");
        String safe = path.replaceAll("(^|/)\\.\\.(?=/)", "$1up").replaceAll("[:*?\"<>|]", "_");
        if (!safe.equals(given)) {
            notes.changed(line, "“" + given + "” is asked for as “" + safe + "”.", "Upload it under that name.");
        }
        files.add(safe);
        return safe;
    }

    private Optional<String> reference(Value.Block page) {
        return page.text(REFERENCE).map(path -> path(path, page.line(REFERENCE)));
    }

    private String mushra(Value.Block page, Map<String, String> stimuli) {
        Optional<String> reference = reference(page);
        if (reference.isEmpty()) {
            notes.changed(
                    page.line(),
                    "The page has no reference, so it becomes one of ITU-R BS.2132, without reference and anchors.",
                    "");
        }
        boolean both = page.is("createAnchor35", true) & page.is("createAnchor70", true);
        if (reference.isPresent() && !both) {
            notes.changed(
                    page.line(),
                    "Both anchors are made: ITU-R BS.1534-3 demands them.",
                    "For a page without them choose the paradigm “multi-stimulus”.");
        }
        if (page.is("randomize", false)) {
            notes.lost(page.line("randomize"), "The order of the sounds is always drawn here.", "");
        }
        List<String> compared = new ArrayList<>();
        if (reference.isPresent()) {
            compared.add(truth());
            compared.add(anchor(3500));
            compared.add(anchor(7000));
        }
        stimuli.keySet().forEach(key -> compared.add(uploaded(key)));
        ObjectNode task = task(page, reference.isPresent() ? "mushra" : "multi-stimulus", compared, paradigm -> {
            paradigm.put("question", Phrases.CLOSENESS.in(language));
            if (reference.isPresent()) {
                paradigm.put(REFERENCE, truth());
            }
            Optional.ofNullable(Phrases.CATEGORIES.get(language))
                    .ifPresent(words -> words.forEach(paradigm.withArray("labels")::add));
        });
        return item(page, task, reference, stimuli);
    }

    private String pairs(Value.Block page, Map<String, String> stimuli, String type) {
        Optional<String> reference = reference(page);
        boolean graded = type.equals("bs1116");
        notes.changed(
                page.line(),
                graded
                        ? "A page of BS.1116 becomes ABX: whether a version can be told from the reference. Grades are not asked."
                        : "A paired comparison becomes ABX: X is either of the two, not always the reference.",
                "");
        page.text("unforced")
                .ifPresent(words -> notes.lost(
                        page.line("unforced"),
                        "ABX has no third answer “" + Markup.of(words).text() + "”.",
                        ""));
        List<String> compared = new ArrayList<>();
        reference.ifPresent(path -> compared.add(truth()));
        stimuli.keySet().forEach(key -> compared.add(uploaded(key)));
        ObjectNode task = task(page, "abx", compared, paradigm -> {
            paradigm.put("question", Phrases.SAMENESS.in(language));
            compared.stream().skip(1).forEach(other -> paradigm.withArray("pairs")
                    .addObject()
                    .put("a", compared.get(0))
                    .put("b", other));
        });
        return item(page, task, reference, stimuli);
    }

    private Optional<String> rating(Value.Block page, Map<String, String> stimuli, String type) {
        List<String> asked = scales.of(page, type);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        if (stimuli.size() > 1) {
            notes.changed(page.line(), "The sounds of this page are judged one by one, each on a page of its own.", "");
        }
        if (!page.is("mustRate", true)) {
            notes.changed(page.line(), "Every sound must be rated; here a page is only left when it is answered.", "");
        }
        List<String> compared = stimuli.keySet().stream().map(this::uploaded).toList();
        ObjectNode task = task(page, "rating", compared, paradigm -> asked.forEach(paradigm.withArray("scales")::add));
        page.text("mustPlayback").ifPresent(how -> listening(task.path("id").asText(), how, page.line("mustPlayback")));
        return Optional.of(item(page, task, Optional.empty(), stimuli));
    }

    private void listening(String task, String how, int line) {
        boolean there = false;
        for (int i = 0; i < checks.size(); i++) {
            there |= checks.get(i).path("task").asText().equals(task);
        }
        if (!there) {
            checks.addObject()
                    .put("id", task + "-heard")
                    .put("kind", "listening")
                    .put("task", task)
                    .put("share", how.equals("ended") ? 0.95 : 0.1);
            notes.changed(line, "That sounds must be played (“" + how + "”) is a check of kind listening.", "");
        }
    }

    private String truth() {
        return condition(REFERENCE, "ground-truth").path("id").asText();
    }

    private String anchor(int cutoff) {
        ObjectNode anchor = condition("anchor-" + cutoff / 100, "anchor");
        anchor.put("cutoff", cutoff);
        return anchor.path("id").asText();
    }

    private String uploaded(String key) {
        return conditionOfKey.computeIfAbsent(key, name -> {
            String plain = Ids.plain(name, "condition");
            String id = plain;
            // the names of reference and anchors stay free
            for (int number = 2;
                    conditions.containsKey(id) || id.equals(REFERENCE) || id.matches("anchor-(35|70)");
                    number++) {
                id = plain + "-" + number;
            }
            return condition(id, "uploaded").path("id").asText();
        });
    }

    private ObjectNode condition(String id, String kind) {
        return conditions.computeIfAbsent(
                id, name -> JSON.objectNode().put("id", name).put("kind", kind));
    }

    private interface Paradigm {
        void fill(ObjectNode paradigm);
    }

    private ObjectNode task(Value.Block page, String kind, List<String> compared, Paradigm paradigm) {
        ObjectNode filled = JSON.objectNode().put("kind", kind);
        paradigm.fill(filled);
        ObjectNode known = tasks.get(filled + " " + compared);
        String text = instructions(page);
        if (known != null) {
            if (!text.isEmpty() && !known.path("instructions").asText().equals(text)) {
                notes.lost(
                        page.line("content"),
                        "The words of this page are not shown: pages that compare the same versions are one task with one text.",
                        "Put what matters into the instructions of “"
                                + known.path("id").asText() + "”.");
            }
            return known;
        }
        ObjectNode task = JSON.objectNode();
        task.put("id", taskIds.fresh(kind, kind)).set("paradigm", filled);
        if (!text.isEmpty()) {
            task.put("instructions", text);
        }
        compared.forEach(task.withArray("conditions")::add);
        task.putArray("items");
        task.putObject("assignment").put("kind", "everything").put("seed", 1);
        tasks.put(filled + " " + compared, task);
        return task;
    }

    private String instructions(Value.Block page) {
        String name = page.text("name")
                .map(html -> Pages.plain(html, page.line("name"), notes))
                .orElse("");
        String content = page.text("content")
                .map(html -> Pages.plain(html, page.line("content"), notes))
                .orElse("");
        return (name + "\n\n" + content).strip();
    }

    private String item(Value.Block page, ObjectNode task, Optional<String> reference, Map<String, String> stimuli) {
        String id = itemIds.fresh(page.text("id").orElse("item"), "item");
        ObjectNode item = items.addObject().put("id", id);
        item.putObject("source")
                .put("kind", "uploaded")
                .put("file", reference.orElse(stimuli.values().iterator().next()));
        ObjectNode named = item.putObject("files");
        stimuli.forEach((key, path) -> named.put(uploaded(key), path));
        task.withArray("items").add(id);
        return task.path("id").asText();
    }
}
