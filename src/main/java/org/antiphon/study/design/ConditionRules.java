package org.antiphon.study.design;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antiphon.study.design.document.Findings;
import org.antiphon.study.design.document.Part;

/** What must hold of conditions and items, whatever is done with them. */
final class ConditionRules {

    private ConditionRules() {}

    static void check(Part root, Findings findings) {
        Map<String, String> kinds = TaskPart.kinds(root);
        for (Part condition : root.each("conditions")) {
            if (condition.kind().equals("shuffled")) {
                shuffled(condition, kinds, findings);
                if (root.each("items").size() == 1) {
                    findings.refuse(condition, "There is no other item whose sound it could take.", "Add items.");
                }
            }
        }
        twice(root, findings);
        senses(root, findings);
        root.each("items").forEach(item -> files(item, kinds, findings));
        uploads(root, kinds, findings);
        lengths(root, findings);
        unused(root, findings);
    }

    private static void shuffled(Part condition, Map<String, String> kinds, Findings findings) {
        condition.get("of").ifPresent(of -> {
            String base = kinds.getOrDefault(of.text().orElse(""), "");
            if (base.equals("shuffled") || base.equals("silent")) {
                findings.refuse(
                        of,
                        "A " + base + " condition cannot be shuffled.",
                        "Name a condition in which each item has its own sound.");
            }
        });
    }

    /** Two conditions that are the same thing would be two names for one bar of the chart. */
    private static void twice(Part root, Findings findings) {
        Map<String, String> first = new HashMap<>();
        for (Part condition : root.each("conditions")) {
            String kind = condition.kind();
            List<String> keys =
                    switch (kind) {
                        case "ground-truth", "silent" -> List.of();
                        case "vocoded" -> List.of("vocoder");
                        case "model" -> List.of("model", "seed", "checksum");
                        case "shuffled" -> List.of("of", "seed");
                        case "anchor" -> List.of("cutoff");
                        default -> null;
                    };
            if (keys == null || condition.text("id").isEmpty()) {
                continue;
            }
            String what = kind
                    + keys.stream()
                            .map(key -> " " + condition.text(key).orElse(""))
                            .collect(Collectors.joining());
            String before = first.putIfAbsent(what, condition.text("id").get());
            if (before != null) {
                findings.refuse(
                        condition,
                        "This condition is the same as \"" + before + "\".",
                        "Delete it, or change what it is.");
            }
        }
    }

    private static void senses(Part root, Findings findings) {
        boolean soundOnly = root.get("presentation")
                .flatMap(presentation -> presentation.text("medium"))
                .filter("sound"::equals)
                .isPresent();
        for (Part condition : root.each("conditions")) {
            if (soundOnly && Set.of("silent", "shuffled").contains(condition.kind())) {
                findings.refuse(
                        condition,
                        "Without pictures, nobody can tell a " + condition.kind() + " condition.",
                        "Set \"medium: video\" under presentation, or delete the condition.");
            }
        }
    }

    private static void files(Part item, Map<String, String> kinds, Findings findings) {
        Stream.concat(
                        item.get("source").stream()
                                .filter(source -> source.kind().equals("uploaded"))
                                .flatMap(source -> source.get("file").stream()),
                        item.get("files").stream().flatMap(files -> files.entries().values().stream()))
                .filter(file -> file.text().isPresent() && !isSafe(file.text().get()))
                .forEach(file -> findings.refuse(
                        file,
                        "\"" + file.text().get() + "\" is not a name among the uploaded files.",
                        "Write the name as it was uploaded, folders divided by /."));
        item.get("files").ifPresent(files -> files.entries().forEach((condition, file) -> {
            String kind = kinds.getOrDefault(condition, "uploaded");
            if (!kind.equals("uploaded")) {
                findings.refuse(
                        file,
                        "The condition \"" + condition + "\" is made by the program; it takes no files.",
                        "Delete the line, or make it a condition of kind uploaded.");
            }
        }));
    }

    private static boolean isSafe(String file) {
        return !file.startsWith("/")
                && Stream.of(file.split("/", -1))
                        .noneMatch(name -> Set.of("", ".", "..").contains(name))
                && file.chars().noneMatch(c -> c < ' ' || "\\:*?\"<>|".indexOf(c) >= 0);
    }

    /** Every item that a task shows in an uploaded condition has a file for it. */
    private static void uploads(Part root, Map<String, String> kinds, Findings findings) {
        for (TaskPart task : TaskPart.of(root)) {
            Set<String> shown = Stream.concat(task.items().stream(), task.trained().stream())
                    .collect(Collectors.toSet());
            List<String> uploaded = task.conditions().stream()
                    .filter(condition -> kinds.getOrDefault(condition, "").equals("uploaded"))
                    .toList();
            for (Part item : root.each("items")) {
                if (item.text("id").filter(shown::contains).isEmpty()) {
                    continue;
                }
                Set<String> given =
                        item.get("files").map(files -> files.entries().keySet()).orElse(Set.of());
                uploaded.stream()
                        .filter(condition -> !given.contains(condition))
                        .forEach(condition -> findings.refuse(
                                item,
                                "There is no file of this item for the uploaded condition \"" + condition + "\".",
                                "Add \"" + condition + ": …\" under its files."));
            }
        }
    }

    private static void lengths(Part root, Findings findings) {
        double longest = root.get("presentation")
                .flatMap(presentation -> presentation.number("longest"))
                .orElse(Double.MAX_VALUE);
        for (Part item : root.each("items")) {
            item.get("seconds").ifPresent(seconds -> {
                if (item.number("seconds").orElse(0.0) > longest) {
                    findings.refuse(
                            seconds,
                            "The clip is longer than the study allows (" + longest + " s).",
                            "Shorten it, or raise \"longest\" under presentation.");
                }
            });
        }
    }

    private static void unused(Part root, Findings findings) {
        Set<String> compared = TaskPart.of(root).stream()
                .flatMap(task -> task.conditions().stream())
                .collect(Collectors.toSet());
        Set<String> shown = TaskPart.of(root).stream()
                .flatMap(task -> Stream.concat(task.items().stream(), task.trained().stream()))
                .collect(Collectors.toSet());
        root.each("checks").stream()
                .filter(check -> Set.of("attention", "trap", "gold").contains(check.kind()))
                .forEach(check -> {
                    check.text("item").ifPresent(shown::add);
                    compared.addAll(check.texts("conditions"));
                });
        Set<String> asked = TaskPart.of(root).stream()
                .flatMap(task -> task.paradigm().stream())
                .filter(paradigm -> paradigm.kind().equals("rating"))
                .flatMap(paradigm -> paradigm.texts("scales").stream())
                .collect(Collectors.toSet());
        advise(root.each("conditions"), compared, findings);
        advise(root.each("items"), shown, findings);
        advise(root.each("scales"), asked, findings);
    }

    private static void advise(List<Part> parts, Set<String> used, Findings findings) {
        parts.stream()
                .filter(part -> part.text("id").filter(id -> !used.contains(id)).isPresent())
                .forEach(part -> findings.advise(
                        part, "\"" + part.text("id").get() + "\" is used nowhere.", "Use it in a task, or delete it."));
    }
}
