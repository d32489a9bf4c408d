package org.antiphon.study.session.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.answer.PlayEvent;
import org.antiphon.study.session.answer.PlayEvent.Kind;
import org.antiphon.study.session.assignment.Slot;

/** How much of a clip was played, from what was told while it played; a log that cannot be true counts for nothing. */
final class Listening {

    /** Clocks of browsers and of sound cards differ a little, and events come late. */
    private static final double SLACK_RATIO = 1.05;

    private static final double SLACK_SECONDS = 0.5;

    private Listening() {}

    /** @param seconds how long the clip of a stimulus is */
    static Outcome of(Judgement judgement, double share, ToDoubleFunction<Stimulus> seconds) {
        List<PlayEvent> plays = judgement.answer().plays();
        if (plays.isEmpty()) {
            return new Outcome.NotRun(page(judgement) + "nothing was told of what was played.");
        }
        double claimed = 0;
        double least = 1;
        String shortest = "";
        for (Slot slot : judgement.trial().slots()) {
            double length = seconds.applyAsDouble(new Stimulus(judgement.trial().item(), slot.condition()));
            List<double[]> played = played(plays.stream()
                    .filter(event -> event.slot().equals(slot.name()))
                    .toList());
            claimed += played.stream().mapToDouble(span -> span[1] - span[0]).sum();
            double heard = Math.min(1, union(played) / length);
            if (heard < least) {
                least = heard;
                shortest = slot.name();
            }
        }
        double possible = seconds(judgement.answer().took()) * SLACK_RATIO + SLACK_SECONDS;
        if (claimed > possible) {
            return new Outcome.Failed(page(judgement)
                    + String.format(
                            Locale.ROOT, "%.1f s are said to have been played within %.1f s.", claimed, possible));
        }
        // a clip is over when its last frame is: the very end is never reported exactly
        return Outcome.of(
                least >= share - 0.01,
                page(judgement)
                        + (shortest.isEmpty()
                                ? "all was played."
                                : String.format(Locale.ROOT, "%.0f %% of %s was played.", 100 * least, shortest)));
    }

    private static String page(Judgement judgement) {
        return "Page " + judgement.trial().number() + ": ";
    }

    /** Spans of the clip that were played, as (from, to) in seconds. */
    private static List<double[]> played(List<PlayEvent> events) {
        List<double[]> spans = new ArrayList<>();
        PlayEvent since = null;
        for (PlayEvent event : events) {
            if (since != null && event.kind() != Kind.STARTED) {
                double passed = seconds(event.at().minus(since.at())) * SLACK_RATIO + SLACK_SECONDS;
                double span = event.position() - since.position();
                // a jump that was not told is not listening
                if (span > 0 && span <= passed) {
                    spans.add(new double[] {since.position(), event.position()});
                }
            }
            since = event.kind() == Kind.STARTED || event.kind() == Kind.PLAYING ? event : null;
        }
        return spans;
    }

    private static double union(List<double[]> spans) {
        List<double[]> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingDouble(span -> span[0]));
        double end = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double[] span : sorted) {
            sum += Math.max(0, span[1] - Math.max(end, span[0]));
            end = Math.max(end, span[1]);
        }
        return sum;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
