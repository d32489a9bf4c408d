package org.antiphon.study.design;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antiphon.study.design.document.Findings;
import org.antiphon.study.design.document.Part;

/** Whether checks can find out what they are there for. */
final class CheckRules {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private CheckRules() {}

    static void check(Part root, Findings findings) {
        Set<String> gated = new HashSet<>();
        for (Part check : root.each("checks")) {
            if (check.kind().equals("training-gate")
                    && !gated.add(check.text("task").orElse(""))) {
                findings.refuse(check, "This training has a gate already.", "Delete one of them.");
            }
            switch (check.kind()) {
                case "region" -> check.each("countries").forEach(country -> country(country, findings));
                case "headphones" ->
                    atMost(check, "pass", check.number("trials").orElse(12.0), "questions", findings);
                case "attention", "trap", "gold" ->
                    taskOf(root, check).ifPresent(task -> planted(task, check, findings));
                case "repeated" ->
                    taskOf(root, check)
                            .ifPresent(task ->
                                    atMost(check, "trials", task.pagesEach(), "pages a participant judges", findings));
                case "training-gate" -> taskOf(root, check).ifPresent(task -> gate(task, check, findings));
                default -> {
                    // nothing that could contradict itself
                }
            }
        }
    }

    private static Optional<TaskPart> taskOf(Part root, Part check) {
        return check.text("task").flatMap(id -> TaskPart.of(root, id));
    }

    private static void country(Part country, Findings findings) {
        country.text()
                .filter(code -> !COUNTRIES.contains(code))
                .ifPresent(code -> findings.refuse(
                        country,
                        "No country has the code \"" + code + "\".",
                        "Write two capital letters, such as AT or BR."));
    }

    private static void atMost(Part check, String key, double most, String of, Findings findings) {
        check.get(key)
                .filter(part -> check.number(key).orElse(0.0) > most)
                .ifPresent(part -> findings.refuse(
                        part,
                        "That is more than the " + of + ", which are " + (int) most + ".",
                        "Write " + (int) most + " at most."));
    }

    private static void planted(TaskPart task, Part check, Findings findings) {
        if (task.allOnOnePage()) {
            findings.refuse(
                    check,
                    "A page of \"" + task.id() + "\" shows all conditions; nothing can be hidden among its pages.",
                    "Use an exclusion rule over the hidden reference or the anchors, or a check of kind repeated.");
            return;
        }
        shown(task, check, findings);
        check.get("expected").ifPresent(expected -> expected(task, check, expected, findings));
    }

    /** A page shows one condition, or the two that are compared. */
    private static void shown(TaskPart task, Part page, Findings findings) {
        int needed = task.compares() ? 2 : 1;
        int given = page.each("conditions").size();
        if (given > 0 && given != needed) {
            findings.refuse(
                    page.get("conditions").orElse(page),
                    "A page of \"" + task.id() + "\" shows " + (needed == 1 ? "one condition" : "two conditions") + ".",
                    "Name " + (needed == 1 ? "one" : "two") + " here.");
        }
        TaskPart.repeated(page.each("conditions"))
                .forEach(part -> findings.refuse(part, "This condition stands twice.", "Name two conditions."));
    }

    private static void expected(TaskPart task, Part page, Part expected, Findings findings) {
        String needed = task.kind().equals("rating") ? "rating" : "choice";
        if (!expected.kind().equals(needed)) {
            if (!expected.kind().isEmpty()) {
                findings.refuse(
                        expected,
                        "Answers of \"" + task.id() + "\" are a " + needed + ".",
                        "Write \"kind: " + needed + "\".");
            }
            return;
        }
        if (needed.equals("rating")) {
            rated(task, expected, findings);
        } else {
            chosen(task, page, expected, findings);
        }
    }

    private static void rated(TaskPart task, Part expected, Findings findings) {
        Optional<Double> least = expected.number("at-least");
        Optional<Double> most = expected.number("at-most");
        if (least.isEmpty() && most.isEmpty()) {
            findings.refuse(expected, "Any answer would be right.", "Add \"at-least\", \"at-most\", or both.");
        } else if (least.orElse(-1e9) > most.orElse(1e9)) {
            findings.refuse(expected, "No answer would be right: at-least is above at-most.", "Exchange the two.");
        }
        List<String> asked =
                task.paradigm().map(paradigm -> paradigm.texts("scales")).orElse(List.of());
        expected.get("scale")
                .filter(scale -> scale.text().filter(id -> !asked.contains(id)).isPresent())
                .ifPresent(scale -> findings.refuse(
                        scale,
                        "\"" + task.id() + "\" does not ask on this scale.",
                        "Write one of " + String.join(", ", asked) + "."));
        List<String> looked = expected.text("scale").map(List::of).orElse(asked);
        for (Part scale : task.root().each("scales")) {
            if (scale.text("id").filter(looked::contains).isEmpty()) {
                continue;
            }
            double low = scale.kind().equals("continuous") ? 0 : 1;
            double high = scale.kind().equals("continuous")
                    ? 100
                    : scale.kind().equals("acr") ? 5 : scale.number("points").orElse(9.0);
            if (least.orElse(low) > high || most.orElse(high) < low) {
                findings.refuse(
                        expected,
                        "The scale \"" + scale.text("id").get() + "\" goes from " + (int) low + " to " + (int) high
                                + "; no answer would be right.",
                        "Write bounds within it.");
            }
        }
    }

    private static void chosen(TaskPart task, Part page, Part expected, Findings findings) {
        List<String> choices = task.kind().equals("intention")
                ? task.paradigm().map(paradigm -> paradigm.ids("options")).orElse(List.of())
                : page.texts("conditions");
        expected.get("chooses")
                .filter(chooses ->
                        chooses.text().filter(id -> !choices.contains(id)).isPresent())
                .ifPresent(chooses -> findings.refuse(
                        chooses,
                        "This cannot be chosen on this page.",
                        "Write one of " + String.join(", ", choices) + "."));
    }

    /** Which training pages are right follows from the task, unless opinions are asked for. */
    private static void gate(TaskPart task, Part check, Findings findings) {
        if (task.part().get("training").isEmpty()) {
            findings.refuse(check, "\"" + task.id() + "\" has no training.", "Add one, or delete this check.");
            return;
        }
        if (task.kind().equals("multi-stimulus")) {
            findings.refuse(check, "Without a reference, no training page has a right answer.", "Delete this check.");
            return;
        }
        boolean opinions = task.kind().equals("rating") || task.kind().equals("preference");
        List<Part> examples = check.each("examples");
        if (opinions && examples.isEmpty()) {
            findings.refuse(
                    check,
                    "\"" + task.id() + "\" asks for opinions; it is not said which answers are right.",
                    "Add \"examples\": training pages with the answers expected.");
        }
        if (!opinions && !examples.isEmpty()) {
            findings.refuse(
                    check.get("examples").orElse(check),
                    "Which answers are right follows from the task itself.",
                    "Delete the examples.");
        }
        if (opinions) {
            atMost(check, "pass", examples.size(), "examples", findings);
            for (Part example : examples) {
                shown(task, example, findings);
                example.get("expected").ifPresent(expected -> expected(task, example, expected, findings));
                example.get("item")
                        .filter(item -> item.text()
                                .filter(id -> !task.trained().contains(id))
                                .isPresent())
                        .ifPresent(item -> findings.refuse(
                                item,
                                "This item is not part of the training.",
                                "Write one of " + String.join(", ", task.trained()) + "."));
            }
        } else {
            int pages = task.trained().size() * task.pages();
            double shown = task.part()
                    .get("training")
                    .flatMap(training -> training.number("trials"))
                    .orElse((double) pages);
            atMost(check, "pass", shown, "pages of the training", findings);
        }
    }
}
