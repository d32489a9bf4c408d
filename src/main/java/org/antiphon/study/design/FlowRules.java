package org.antiphon.study.design;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antiphon.study.design.document.Findings;
import org.antiphon.study.design.document.Part;

/** Whether the way through the study passes everything once, in an order that makes sense. */
final class FlowRules {

    private static final Set<String> SCREENING = Set.of("age", "region", "browser", "level", "headphones");

    private FlowRules() {}

    static void check(Part root, Findings findings) {
        List<Part> stages = root.each("flow");
        if (stages.isEmpty()) {
            return;
        }
        if (!stages.get(0).kind().equals("consent") && !stages.get(0).kind().isEmpty()) {
            findings.refuse(
                    stages.get(0), "The way does not begin with the consent.", "Put \"- kind: consent\" first.");
        }
        Map<String, Integer> firstAt = new HashMap<>();
        for (int i = 0; i < stages.size(); i++) {
            Part stage = stages.get(i);
            String what = name(stage);
            if (!what.isEmpty() && firstAt.putIfAbsent(what, i) != null) {
                findings.refuse(stage, "This stage stands twice.", "Delete one of them.");
            }
            screens(root, stage, findings);
        }
        for (TaskPart task : TaskPart.of(root)) {
            task(task, firstAt, findings);
        }
        unreached(root.each("checks"), "check", firstAt, findings);
        unreached(root.each("questionnaires"), "questionnaire", firstAt, findings);
    }

    /** What a stage does, by which two stages are the same; empty for those that may stand several times. */
    private static String name(Part stage) {
        return switch (stage.kind()) {
            case "consent" -> "consent";
            case "check" -> stage.text("check").map(id -> "check " + id).orElse("");
            case "questionnaire" ->
                stage.text("questionnaire").map(id -> "questionnaire " + id).orElse("");
            case "training" -> stage.text("task").map(id -> "training " + id).orElse("");
            case "trials" -> stage.text("task").map(id -> "trials " + id).orElse("");
            default -> "";
        };
    }

    private static void screens(Part root, Part stage, Findings findings) {
        if (!stage.kind().equals("check")) {
            return;
        }
        stage.get("check").ifPresent(named -> root.each("checks").stream()
                .filter(check -> check.text("id").equals(named.text()))
                .filter(check -> !check.kind().isEmpty() && !SCREENING.contains(check.kind()))
                .forEach(check -> findings.refuse(
                        named,
                        "The " + check.kind() + " check looks at the pages of a task; it is no page of its own.",
                        "Delete this stage.")));
    }

    private static void task(TaskPart task, Map<String, Integer> firstAt, Findings findings) {
        Integer trials = firstAt.get("trials " + task.id());
        Integer training = firstAt.get("training " + task.id());
        if (trials == null && !task.id().isEmpty()) {
            findings.refuse(
                    task.part(),
                    "No participant ever comes to this task.",
                    "Add \"- {kind: trials, task: " + task.id() + "}\" to the flow, or delete the task.");
        }
        Optional<Part> has = task.part().get("training");
        List<Part> stages = task.root().each("flow");
        if (training == null && has.isPresent()) {
            findings.refuse(
                    has.get(),
                    "No participant ever comes to this training.",
                    "Add \"- {kind: training, task: " + task.id() + "}\" to the flow before the task, or delete it.");
        } else if (training != null && has.isEmpty()) {
            findings.refuse(
                    stages.get(training),
                    "The task has no training.",
                    "Add \"training\" to the task, or delete this stage.");
        } else if (training != null && trials != null && training > trials) {
            findings.refuse(stages.get(training), "This training comes after its task.", "Move it before.");
        }
    }

    private static void unreached(List<Part> parts, String what, Map<String, Integer> firstAt, Findings findings) {
        for (Part part : parts) {
            String id = part.text("id").orElse("");
            boolean page = what.equals("questionnaire") || SCREENING.contains(part.kind());
            if (page && !id.isEmpty() && !firstAt.containsKey(what + " " + id)) {
                findings.refuse(
                        part,
                        "No participant ever comes to this " + what + ".",
                        "Add \"- {kind: " + what + ", " + what + ": " + id + "}\" to the flow, or delete it.");
            }
        }
    }
}
