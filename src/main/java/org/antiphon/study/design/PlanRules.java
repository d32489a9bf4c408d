package org.antiphon.study.design;

import org.antiphon.study.design.document.Findings;
import org.antiphon.study.design.document.Part;

/** Whether the numbers of a plan come out even; a design that is called balanced is balanced. */
final class PlanRules {

    private PlanRules() {}

    static void check(Part root, Findings findings) {
        double target = root.get("recruitment")
                .flatMap(recruitment -> recruitment.number("target"))
                .orElse(0.0);
        for (TaskPart task : TaskPart.of(root)) {
            if (task.kind().isEmpty() || task.plan().isEmpty() || task.pages() == 0) {
                continue;
            }
            Part plan = task.plan().get();
            switch (plan.kind()) {
                case "latin-square" -> square(task, plan, (int) target, findings);
                case "williams" -> williams(task, plan, (int) target, findings);
                case "subset" -> subset(task, plan, target, findings);
                default -> {
                    // everything is balanced of itself
                }
            }
        }
    }

    private static boolean nothingRotates(TaskPart task, Part plan, Findings findings) {
        if (task.pages() > 1) {
            return false;
        }
        String why = task.allOnOnePage() ? "A page shows all conditions at once" : "There is one condition or pair";
        findings.refuse(
                plan, why + ", so there is nothing to rotate.", "Write \"kind: everything\" or \"kind: subset\".");
        return true;
    }

    private static void square(TaskPart task, Part plan, int target, Findings findings) {
        if (nothingRotates(task, plan, findings)) {
            return;
        }
        int items = task.items().size();
        int over = items % task.pages();
        if (over != 0) {
            findings.refuse(
                    plan,
                    items + " items cannot be shared out evenly among " + task.pages() + " conditions or pairs.",
                    "Add " + (task.pages() - over) + " items or leave out " + over + ".");
        }
        multiple(plan, task.pages(), target, findings);
    }

    private static void williams(TaskPart task, Part plan, int target, Findings findings) {
        if (nothingRotates(task, plan, findings)) {
            return;
        }
        if (task.items().size() < 2) {
            findings.refuse(
                    task.itemsPart(),
                    "One item in several conditions follows itself.",
                    "Add another item, or write \"kind: everything\".");
        }
        multiple(plan, task.pages() % 2 == 0 ? task.pages() : 2 * task.pages(), target, findings);
    }

    private static void multiple(Part plan, int rows, int target, Findings findings) {
        if (target > 0 && target % rows != 0) {
            int better = (target / rows + 1) * rows;
            findings.advise(
                    plan,
                    target + " participants cannot be shared out evenly among the " + rows + " rows of this design.",
                    "With a target of " + better + ", each row is taken equally often.");
        }
    }

    private static void subset(TaskPart task, Part plan, double target, Findings findings) {
        Part trials = plan.get("trials").orElse(plan);
        int each = task.pagesEach();
        int all = task.items().size() * task.pages();
        if (each <= 0) {
            return;
        }
        if (each > all) {
            findings.refuse(trials, "The task has only " + all + " pages.", "Write " + all + " at most.");
        } else if (each % task.pages() != 0) {
            int fewer = each - each % task.pages();
            findings.refuse(
                    trials,
                    each + " pages cannot be shared out evenly among " + task.pages() + " conditions or pairs.",
                    "Write " + (fewer == 0 ? "" : fewer + " or ") + (fewer + task.pages()) + ".");
        } else if (target > 0 && target * each < all) {
            findings.refuse(
                    trials,
                    "With " + (int) target + " participants, " + (int) (all - target * each) + " of the " + all
                            + " pages are judged by nobody.",
                    "Raise \"trials\" or the target, or leave out items.");
        } else if (target > 0 && target * each % all != 0) {
            findings.advise(
                    trials,
                    "With " + (int) target + " participants, some pages are judged once more than others.",
                    "That is within one; it comes out even where target times trials is a multiple of " + all + ".");
        }
    }
}
