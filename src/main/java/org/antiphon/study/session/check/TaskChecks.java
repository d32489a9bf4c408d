package org.antiphon.study.session.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.assignment.Purpose;

/** The checks that look back on the pages of a task: repeated, listening, speed, straight-lining. */
public final class TaskChecks {

    private TaskChecks() {}

    /**
     * The outcomes of all such checks, in the order of the document; of checks that look at single pages one for each page.
     *
     * @param judgements of one session, in the order given
     * @param seconds how long the clip of a stimulus is
     */
    public static Map<Id, List<Outcome>> of(
            Study study, List<Judgement> judgements, ToDoubleFunction<Stimulus> seconds) {
        Map<Id, List<Outcome>> outcomes = new LinkedHashMap<>();
        for (Check check : study.checks()) {
            if (check instanceof Check.InTask inTask) {
                List<Judgement> shown = judgements.stream()
                        .filter(judgement -> judgement.trial().task().equals(inTask.task()))
                        .filter(judgement -> !(judgement.trial().purpose() instanceof Purpose.Training))
                        .toList();
                outcomes(inTask, shown, seconds).ifPresent(found -> outcomes.put(check.id(), found));
            }
        }
        return outcomes;
    }

    private static Optional<List<Outcome>> outcomes(
            Check.InTask check, List<Judgement> shown, ToDoubleFunction<Stimulus> seconds) {
        if (check instanceof Check.Repeated repeated) {
            return Optional.of(orNotRun(repeated(repeated, shown)));
        }
        if (check instanceof Check.Listening listening) {
            return Optional.of(orNotRun(shown.stream()
                    .map(judgement -> Listening.of(judgement, listening.share(), seconds))
                    .toList()));
        }
        if (check instanceof Check.Speed speed) {
            return Optional.of(List.of(speed(speed, main(shown))));
        }
        if (check instanceof Check.StraightLining straight) {
            return Optional.of(List.of(straight(straight, main(shown))));
        }
        // planted pages and gates are decided while the session goes on
        return Optional.empty();
    }

    private static List<Judgement> main(List<Judgement> shown) {
        return shown.stream()
                .filter(judgement -> judgement.trial().purpose() instanceof Purpose.Main)
                .toList();
    }

    private static List<Outcome> orNotRun(List<Outcome> outcomes) {
        return outcomes.isEmpty() ? List.of(new Outcome.NotRun("No such page was answered.")) : outcomes;
    }

    private static List<Outcome> repeated(Check.Repeated check, List<Judgement> shown) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Judgement again : shown) {
            if (again.trial().purpose() instanceof Purpose.Repeat repeat
                    && repeat.check().equals(check.id())) {
                shown.stream()
                        .filter(first -> first.trial().number() == repeat.of())
                        .forEach(first -> outcomes.add(Consistency.of(first, again, check.tolerance())));
            }
        }
        return outcomes;
    }

    private static Outcome speed(Check.Speed check, List<Judgement> main) {
        if (main.isEmpty()) {
            return new Outcome.NotRun("No page was answered.");
        }
        List<Duration> times = main.stream()
                .map(judgement -> judgement.answer().took())
                .sorted()
                .toList();
        double lower = times.get((times.size() - 1) / 2).toMillis() / 1000.0;
        double upper = times.get(times.size() / 2).toMillis() / 1000.0;
        double median = (lower + upper) / 2;
        return Outcome.of(
                median >= check.fastest(),
                String.format(
                        Locale.ROOT,
                        "The median time for a page was %.1f s, at least %.1f are needed.",
                        median,
                        check.fastest()));
    }

    private static Outcome straight(Check.StraightLining check, List<Judgement> main) {
        if (main.size() < check.run()) {
            return new Outcome.NotRun("Only " + main.size() + " pages were answered.");
        }
        int longest = 1;
        int run = 1;
        for (int i = 1; i < main.size(); i++) {
            boolean same = main.get(i)
                    .answer()
                    .values()
                    .equals(main.get(i - 1).answer().values());
            run = same ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return Outcome.of(
                longest < check.run(),
                "The same answers came at most " + longest + " times in a row, " + check.run() + " are too many.");
    }
}
