package org.antiphon.study.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.design.document.Part;

/** A task of a document that may still be wrong, with what follows from what it does not say. */
record TaskPart(Part root, Part part) {

    static List<TaskPart> of(Part root) {
        return root.each("tasks").stream().map(part -> new TaskPart(root, part)).toList();
    }

    /** The task of that id, if there is one. */
    static Optional<TaskPart> of(Part root, String id) {
        return of(root).stream().filter(task -> task.id().equals(id)).findFirst();
    }

    String id() {
        return part.text("id").orElse("");
    }

    Optional<Part> paradigm() {
        return part.get("paradigm");
    }

    /** The paradigm's kind, empty if it cannot be read. */
    String kind() {
        return paradigm().map(Part::kind).orElse("");
    }

    Optional<Part> plan() {
        return part.get("assignment");
    }

    List<String> conditions() {
        List<String> named = part.texts("conditions");
        return part.get("conditions").isPresent() ? named : root.ids("conditions");
    }

    List<String> items() {
        if (part.get("items").isPresent()) {
            return part.texts("items");
        }
        List<String> trained = trained();
        return root.ids("items").stream().filter(id -> !trained.contains(id)).toList();
    }

    List<String> trained() {
        return part.get("training").map(training -> training.texts("items")).orElse(List.of());
    }

    /** The conditions of that kind that the task compares. */
    List<Part> conditions(String kind) {
        List<String> compared = conditions();
        return root.each("conditions").stream()
                .filter(condition -> condition.kind().equals(kind))
                .filter(condition ->
                        condition.text("id").filter(compared::contains).isPresent())
                .toList();
    }

    /** Whether a page shows all conditions of an item at once. */
    boolean allOnOnePage() {
        return kind().equals("mushra") || kind().equals("multi-stimulus");
    }

    boolean compares() {
        return kind().equals("preference") || kind().equals("abx") || kind().equals("match");
    }

    /** How many pages an item has: what a Latin square rotates. */
    int pages() {
        int conditions = conditions().size();
        return switch (kind()) {
            case "mushra", "multi-stimulus" -> 1;
            case "preference", "abx" -> {
                int named = paradigm()
                        .map(paradigm -> paradigm.each("pairs").size())
                        .orElse(0);
                yield named > 0 ? named : conditions * (conditions - 1) / 2;
            }
            case "match" -> conditions("shuffled").size();
            default -> conditions;
        };
    }

    /** How many pages each participant judges, without those that checks add. */
    int pagesEach() {
        return switch (plan().map(Part::kind).orElse("")) {
            case "latin-square" -> items().size();
            case "subset" ->
                plan().flatMap(plan -> plan.number("trials"))
                        .map(Double::intValue)
                        .orElse(0);
            default -> items().size() * pages();
        };
    }

    /** The kinds of the study's conditions by their ids. */
    static Map<String, String> kinds(Part root) {
        Map<String, String> kinds = new HashMap<>();
        root.each("conditions")
                .forEach(condition -> condition.text("id").ifPresent(id -> kinds.put(id, condition.kind())));
        return kinds;
    }

    /** Where to point when the task's conditions are at fault: their list, or the task where there is none. */
    Part conditionsPart() {
        return part.get("conditions").orElse(part);
    }

    Part itemsPart() {
        return part.get("items").orElse(part);
    }

    /** Ids that stand in a list more than once. */
    static List<Part> repeated(List<Part> parts) {
        List<String> seen = new ArrayList<>();
        return parts.stream()
                .filter(part -> part.text().isPresent())
                .filter(part -> {
                    boolean before = seen.contains(part.text().get());
                    seen.add(part.text().get());
                    return before;
                })
                .toList();
    }
}
