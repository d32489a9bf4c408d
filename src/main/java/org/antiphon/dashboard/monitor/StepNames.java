package org.antiphon.dashboard.monitor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antiphon.study.design.Study;

/** Steps in words. */
final class StepNames {

    private static final Pattern CHECK = Pattern.compile("check-(.+)-(\\d+)(?:\\.(\\d+))?");
    private static final Pattern TRIAL = Pattern.compile("trial-(.+)-(\\d+)");
    private static final Pattern TRAINING = Pattern.compile("training-(.+)-(\\d+)-(\\d+)");
    private static final Pattern PAUSE = Pattern.compile("break-(.+)-(\\d+)");

    private StepNames() {}

    static String of(Study study, String step) {
        if (step.equals("consent")) {
            return "Consent";
        }
        Matcher check = CHECK.matcher(step);
        if (check.matches()) {
            String question = check.group(3) == null ? "" : ", question " + check.group(3);
            return "Check " + check.group(1) + question
                    + (check.group(2).equals("1") ? "" : ", attempt " + check.group(2));
        }
        Matcher training = TRAINING.matcher(step);
        if (training.matches()) {
            String again = training.group(2).equals("1") ? "" : ", attempt " + training.group(2);
            return "Training" + task(study, training.group(1)) + ", page " + training.group(3) + again;
        }
        Matcher trial = TRIAL.matcher(step);
        if (trial.matches()) {
            return "Page " + trial.group(2) + task(study, trial.group(1));
        }
        Matcher pause = PAUSE.matcher(step);
        if (pause.matches()) {
            return "Break after page " + pause.group(2) + task(study, pause.group(1));
        }
        if (step.startsWith("questionnaire-")) {
            return "Questionnaire " + step.substring("questionnaire-".length());
        }
        if (step.startsWith("task-")) {
            return "Instructions" + task(study, step.substring("task-".length()));
        }
        return step.startsWith("break-") ? "Break" : "Instructions";
    }

    /** With one task there is nothing to tell apart. */
    private static String task(Study study, String task) {
        return study.tasks().size() == 1 ? "" : " of " + task;
    }
}
