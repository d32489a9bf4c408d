package org.antiphon.study.design;

import java.util.Set;
import org.antiphon.study.design.document.Findings;
import org.antiphon.study.design.document.Part;

/** Whether an exclusion can ever be decided, and in time. */
final class ExclusionRules {

    /** Checks of which the outcome is known only after the last page. */
    private static final Set<String> LATE = Set.of("repeated", "speed", "straight-lining", "listening");

    private ExclusionRules() {}

    static void check(Part root, Findings findings) {
        for (Part exclusion : root.each("exclusions")) {
            boolean ends = exclusion.text("then").filter("screen-out"::equals).isPresent();
            if (exclusion.kind().equals("failed-check")) {
                failedCheck(root, exclusion, ends, findings);
            } else if (!exclusion.kind().isEmpty()) {
                postScreening(root, exclusion, ends, findings);
            }
        }
    }

    private static void failedCheck(Part root, Part exclusion, boolean ends, Findings findings) {
        root.each("checks").stream()
                .filter(check -> check.text("id").equals(exclusion.text("check")))
                .forEach(check -> {
                    if (ends && LATE.contains(check.kind())) {
                        findings.refuse(
                                exclusion.get("then").orElse(exclusion),
                                "Whether a " + check.kind()
                                        + " check was passed is known only at the end; nobody can be "
                                        + "screened out by then.",
                                "Write \"then: exclude\" or \"then: flag\".");
                    }
                    if (!LATE.contains(check.kind())
                            && exclusion.number("failures").orElse(1.0) > 1) {
                        findings.refuse(
                                exclusion.get("failures").orElse(exclusion),
                                "A " + check.kind() + " check can be failed once in a session.",
                                "Delete the line; several such checks need a rule each.");
                    }
                });
    }

    private static void postScreening(Part root, Part exclusion, boolean ends, Findings findings) {
        exclusion.get("task").ifPresent(named -> named.text()
                .flatMap(id -> TaskPart.of(root, id))
                .filter(task -> !task.kind().equals("mushra") && !task.kind().isEmpty())
                .ifPresent(task -> findings.refuse(
                        named,
                        "This rule looks at hidden reference and anchors, which a " + task.kind()
                                + " task does not have.",
                        "Name a task of paradigm mushra, or delete the rule.")));
        if (ends) {
            findings.refuse(
                    exclusion.get("then").orElse(exclusion),
                    "This rule is decided when all answers are there; nobody can be screened out by then.",
                    "Write \"then: exclude\" or \"then: flag\".");
        }
    }
}
