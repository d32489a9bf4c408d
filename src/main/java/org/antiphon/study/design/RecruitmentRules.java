package org.antiphon.study.design;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antiphon.study.design.document.Findings;
import org.antiphon.study.design.document.Part;

/** Whether enough participants can come, before the study closes. */
final class RecruitmentRules {

    private RecruitmentRules() {}

    /** @param today in UTC */
    static void check(Part root, LocalDate today, Findings findings) {
        root.get("recruitment").ifPresent(recruitment -> {
            recruitment.get("closes").ifPresent(closes -> closes(closes, today, findings));
            ways(recruitment, findings);
            recruitment.each("quotas").forEach(quota -> quota(root, quota, findings));
        });
        questionnaires(root, findings);
    }

    private static void closes(Part closes, LocalDate today, Findings findings) {
        date(closes.text().orElse(""))
                .filter(day -> day.isBefore(today))
                .ifPresent(day -> findings.refuse(
                        closes,
                        "This day is past: today is " + today + ".",
                        "Write a day that is to come, or delete the line."));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            // the shape of the document has said so already
            return Optional.empty();
        }
    }

    private static void ways(Part recruitment, Findings findings) {
        List<Part> ways = recruitment.each("ways");
        Set<String> seen = new HashSet<>();
        for (Part way : ways) {
            if (!way.kind().isEmpty() && !seen.add(way.kind())) {
                findings.refuse(way, "This way stands twice.", "Delete one of them.");
            }
            if (way.kind().equals("prolific")
                    && way.text("completed").isPresent()
                    && way.text("completed").equals(way.text("screened-out"))) {
                findings.refuse(
                        way.get("screened-out").orElse(way),
                        "Completed and screened out have the same code.",
                        "Take the code that Prolific gives for each.");
            }
        }
        double target = recruitment.number("target").orElse(0.0);
        if (seen.equals(Set.of("invitations")) && ways.get(0).number("count").orElse(target) < target) {
            findings.refuse(
                    ways.get(0).get("count").orElse(ways.get(0)),
                    "Fewer are invited than the " + (int) target + " who are wanted.",
                    "Invite at least so many, or add another way.");
        }
    }

    private static void quota(Part root, Part quota, Findings findings) {
        Optional<Part> questionnaire = root.each("questionnaires").stream()
                .filter(one -> one.text("id").equals(quota.text("questionnaire")))
                .findFirst();
        if (questionnaire.isEmpty()) {
            return;
        }
        Optional<Part> question = questionnaire.get().each("questions").stream()
                .filter(one -> one.text("id").equals(quota.text("question")))
                .findFirst();
        Part asked = quota.get("question").orElse(quota);
        if (question.isEmpty()) {
            findings.refuse(
                    asked,
                    "The questionnaire does not ask this.",
                    "Write one of " + String.join(", ", questionnaire.get().ids("questions")) + ".");
        } else if (!question.get().kind().equals("choice")) {
            findings.refuse(
                    asked, "Only answers to a question of kind choice can be counted.", "Name such a question.");
        } else if (!question.get().ids("options").contains(quota.text("option").orElse(""))) {
            findings.refuse(
                    quota.get("option").orElse(quota),
                    "The question has no such option.",
                    "Write one of " + String.join(", ", question.get().ids("options")) + ".");
        }
    }

    private static void questionnaires(Part root, Findings findings) {
        for (Part questionnaire : root.each("questionnaires")) {
            for (Part question : questionnaire.each("questions")) {
                boolean ranged = Set.of("number", "choices").contains(question.kind());
                if (ranged
                        && question.number("least").orElse(0.0)
                                > question.number("most").orElse(1e300)) {
                    findings.refuse(question, "No answer is possible: least is above most.", "Exchange the two.");
                }
                if (question.kind().equals("choices")
                        && question.number("least").orElse(0.0)
                                > question.each("options").size()) {
                    findings.refuse(
                            question.get("least").orElse(question),
                            "There are fewer options than must be chosen.",
                            "Write " + question.each("options").size() + " at most.");
                }
            }
        }
    }
}
