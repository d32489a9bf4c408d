package org.antiphon.study.design;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.antiphon.study.design.document.Findings;
import org.antiphon.study.design.document.Part;

/** What a paradigm needs of the conditions and items it is used with. */
final class ParadigmRules {

    /** Signals of one page, BS.1534-3: nine systems, hidden reference and two anchors. */
    private static final int MOST_SIGNALS = 12;

    /** BS.1534-3 asks for excerpts of about ten seconds, twelve at most. */
    private static final double LONGEST_EXCERPT = 12;

    private ParadigmRules() {}

    static void check(Part root, Findings findings) {
        for (TaskPart task : TaskPart.of(root)) {
            lists(task, findings);
            if (task.allOnOnePage()) {
                task.paradigm().ifPresent(paradigm -> fiveLabels(root, paradigm, findings));
            }
            switch (task.kind()) {
                case "mushra" -> mushra(task, findings);
                case "multi-stimulus" -> multiStimulus(task, findings);
                case "preference", "abx" -> pairs(task, findings);
                case "match" -> match(task, findings);
                case "intention" -> intention(task, findings);
                default -> {
                    // a rating takes any conditions; what cannot be read has been refused already
                }
            }
        }
        root.each("scales").forEach(scale -> labels(root, scale, findings));
    }

    private static void lists(TaskPart task, Findings findings) {
        for (String key : List.of("conditions", "items")) {
            TaskPart.repeated(task.part().each(key))
                    .forEach(part -> findings.refuse(
                            part,
                            "\"" + part.text().orElse("") + "\" stands twice in this list.",
                            "Delete one of them."));
        }
        task.paradigm().ifPresent(paradigm -> {
            if (paradigm.kind().equals("rating")) {
                TaskPart.repeated(paradigm.each("scales"))
                        .forEach(part -> findings.refuse(
                                part,
                                "\"" + part.text().orElse("") + "\" stands twice in this list.",
                                "Delete one of them."));
            }
        });
        if (task.items().isEmpty()) {
            findings.refuse(
                    task.itemsPart(), "There are no items left to judge.", "Add items that it does not train with.");
        }
    }

    private static void mushra(TaskPart task, Findings findings) {
        Part paradigm = task.paradigm().orElseThrow();
        List<String> compared = task.conditions();
        Map<String, String> kinds = TaskPart.kinds(task.root());
        paradigm.get("reference").ifPresent(reference -> {
            String id = reference.text().orElse("");
            if (kinds.containsKey(id) && !compared.contains(id)) {
                findings.refuse(
                        reference,
                        "MUSHRA rates the reference as well, hidden, and \"" + id
                                + "\" is not among the task's conditions.",
                        "Add it to the conditions of the task.");
            }
            if (kinds.containsKey(id) && !Set.of("ground-truth", "uploaded").contains(kinds.get(id))) {
                findings.refuse(
                        reference,
                        "A " + kinds.get(id) + " condition cannot be the reference.",
                        "Name a condition of kind ground-truth or uploaded, or use the paradigm multi-stimulus.");
            }
        });
        for (int cutoff : List.of(3500, 7000)) {
            boolean there = task.conditions("anchor").stream()
                    .anyMatch(anchor ->
                            anchor.text("cutoff").filter(("" + cutoff)::equals).isPresent());
            if (!there) {
                findings.refuse(
                        task.conditionsPart(),
                        "MUSHRA needs the anchor of " + cutoff + " Hz.",
                        "Add a condition \"kind: anchor, cutoff: " + cutoff
                                + "\", or use the paradigm multi-stimulus, which has no anchors.");
            }
        }
        if (compared.size() < 4) {
            findings.refuse(
                    task.conditionsPart(),
                    "Besides reference and anchors there is nothing to judge.",
                    "Add the conditions that are to be compared.");
        }
        signals(task, findings);
        advice(task, findings);
    }

    private static void signals(TaskPart task, Findings findings) {
        if (task.conditions().size() > MOST_SIGNALS) {
            findings.refuse(
                    task.conditionsPart(),
                    task.conditions().size() + " signals are more than one can compare on a page.",
                    "Take " + MOST_SIGNALS + " at most, and two tasks if there are more.");
        }
    }

    private static void advice(TaskPart task, Findings findings) {
        if (task.items().size() < 5) {
            findings.advise(
                    task.itemsPart(),
                    "BS.1534-3 asks for at least five items, this task has "
                            + task.items().size() + ".",
                    "Add items, if the results are to be compared with others.");
        }
        if (task.part().get("training").isEmpty()) {
            findings.advise(
                    task.part(), "BS.1534-3 asks for a training before the test.", "Add \"training\" to the task.");
        }
        task.root().get("presentation").ifPresent(presentation -> {
            if (presentation.number("longest").orElse(0.0) > LONGEST_EXCERPT) {
                findings.advise(
                        presentation.get("longest").orElse(presentation),
                        "BS.1534-3 asks for excerpts of at most twelve seconds.",
                        "Write \"longest: 12\".");
            }
        });
    }

    private static void multiStimulus(TaskPart task, Findings findings) {
        if (task.conditions().size() < 2) {
            findings.refuse(task.conditionsPart(), "One condition cannot be compared.", "Add another one.");
        }
        signals(task, findings);
    }

    private static void pairs(TaskPart task, Findings findings) {
        List<String> compared = task.conditions();
        if (compared.size() < 2) {
            findings.refuse(task.conditionsPart(), "One condition cannot be compared.", "Add another one.");
        }
        Set<Set<String>> seen = new HashSet<>();
        for (Part pair : task.paradigm().orElseThrow().each("pairs")) {
            String a = pair.text("a").orElse("");
            String b = pair.text("b").orElse("");
            if (a.equals(b) && !a.isEmpty()) {
                findings.refuse(pair, "\"" + a + "\" is compared with itself.", "Name two conditions.");
            } else if (!a.isEmpty() && !b.isEmpty() && !seen.add(new TreeSet<>(Set.of(a, b)))) {
                findings.refuse(pair, "This pair stands twice; its order is drawn anyway.", "Delete one of them.");
            }
            for (String key : List.of("a", "b")) {
                pair.get(key)
                        .filter(part -> part.text()
                                .filter(id -> isConditionOutside(task, id))
                                .isPresent())
                        .ifPresent(part -> findings.refuse(
                                part,
                                "\"" + part.text().orElse("") + "\" is not among the conditions of the task.",
                                "Add it there, or delete the pair."));
            }
        }
    }

    private static boolean isConditionOutside(TaskPart task, String id) {
        return TaskPart.kinds(task.root()).containsKey(id) && !task.conditions().contains(id);
    }

    private static void match(TaskPart task, Findings findings) {
        List<Part> shuffled = task.conditions("shuffled");
        if (shuffled.isEmpty()) {
            findings.refuse(
                    task.conditionsPart(),
                    "There is no mismatched sound to compare with.",
                    "Add a condition \"kind: shuffled, of: …\" for each condition that is judged.");
        }
        Set<String> judged = new HashSet<>();
        shuffled.forEach(
                condition -> judged.addAll(condition.text("of").stream().toList()));
        for (Part condition : shuffled) {
            String id = condition.text("id").orElse("");
            String of = condition.text("of").orElse("");
            if (isConditionOutside(task, of)) {
                findings.refuse(
                        task.conditionsPart(),
                        "\"" + id + "\" is made of \"" + of + "\", which is not among the conditions of the task.",
                        "Add \"" + of + "\" to them.");
            }
            judged.add(id);
        }
        task.conditions().stream()
                .filter(id -> !shuffled.isEmpty() && !judged.contains(id))
                .forEach(id -> findings.refuse(
                        task.conditionsPart(),
                        "\"" + id + "\" has no mismatched sound to compare with.",
                        "Add a condition \"kind: shuffled, of: " + id + "\", or leave \"" + id
                                + "\" out of this task."));
    }

    private static void intention(TaskPart task, Findings findings) {
        Part paradigm = task.paradigm().orElseThrow();
        List<String> options = paradigm.ids("options");
        for (Part item : task.root().each("items")) {
            if (item.text("id").filter(id -> task.items().contains(id)).isEmpty()) {
                continue;
            }
            String intention = item.text("intention").orElse("");
            if (intention.isEmpty()) {
                findings.refuse(
                        item,
                        "It is not said what this item means to express, and \"" + task.id() + "\" asks for it.",
                        "Add \"intention\": one of " + String.join(", ", options) + ".");
            } else if (!options.contains(intention)) {
                findings.refuse(
                        item.get("intention").orElse(item),
                        "\"" + intention + "\" is not among the options of \"" + task.id() + "\".",
                        "Write one of " + String.join(", ", options) + ", or add it there.");
            }
        }
        paradigm.get("gems").ifPresent(gems -> gems(gems, findings));
    }

    private static void gems(Part gems, Findings findings) {
        if (gems.text("permission").filter("false"::equals).isPresent()) {
            findings.refuse(
                    gems.get("permission").orElse(gems),
                    "GEMS-9 may not be used without permission.",
                    "Ask its authors (Zentner, Grandjean and Scherer); then write \"permission: true\".");
        }
        gems.get("labels").ifPresent(labels -> {
            List<String> factors = List.of(Gems.Factor.values()).stream()
                    .map(factor -> factor.id().text())
                    .toList();
            factors.stream()
                    .filter(factor -> !labels.entries().containsKey(factor))
                    .forEach(factor -> findings.refuse(
                            labels, "There are no words for \"" + factor + "\".", "Add \"" + factor + ": …\"."));
            labels.entries().forEach((key, words) -> {
                if (!factors.contains(key)) {
                    findings.refuse(
                            words,
                            "GEMS-9 has no \"" + key + "\".",
                            "Its feelings are " + String.join(", ", factors) + ".");
                }
            });
        });
    }

    /** Labels are given for each point or not at all; standard words exist in some languages only. */
    private static void labels(Part root, Part scale, Findings findings) {
        if (scale.kind().equals("likert")) {
            int given = scale.each("labels").size();
            double points = scale.number("points").orElse((double) given);
            if (given > 0 && given != points) {
                findings.refuse(
                        scale.get("labels").orElse(scale),
                        "There are " + given + " labels for " + (int) points + " points.",
                        "Label each point, or none.");
            }
        } else if (scale.kind().equals("acr")) {
            fiveLabels(root, scale, findings);
        }
    }

    private static void fiveLabels(Part root, Part labelled, Findings findings) {
        int given = labelled.each("labels").size();
        if (given != 0 && given != 5) {
            findings.refuse(
                    labelled.get("labels").orElse(labelled),
                    "There are " + given + " labels for five categories.",
                    "Write five from low to high, or none.");
        }
        root.texts("languages").stream()
                .filter(language -> given == 0 && !StandardLabels.has(language))
                .forEach(language -> findings.refuse(
                        labelled,
                        "The standard words for the five categories are not here in \"" + language + "\".",
                        "Add \"labels\": five from low to high, in each language."));
    }
}
