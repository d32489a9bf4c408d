package org.antiphon.dashboard.monitor;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where people stop, and how long each page takes them. */
final class Steps {

    private final Watch watch;
    private final Instant since;
    private final int[] answered;
    private final long[] places;
    private final int[][] times;

    private Steps(Watch watch, Instant since) {
        this.watch = watch;
        this.since = since;
        int count = watch.steps().size();
        this.answered = new int[count];
        this.places = new long[count];
        this.times = new int[count][];
    }

    static List<Overview.StepRow> of(Watch watch, Instant since) {
        return new Steps(watch, since).rows();
    }

    private List<Overview.StepRow> rows() {
        gather();
        int[] order = IntStream.range(0, answered.length)
                .filter(step -> answered[step] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(step -> (double) places[step] / answered[step]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] left = new int[order.length];
        int[] ended = new int[order.length];
        stops(order, left, ended);
        return IntStream.range(0, order.length)
                .mapToObj(i -> row(order[i], left[i], ended[i]))
                .toList();
    }

    private Overview.StepRow row(int step, int left, int ended) {
        String id = watch.steps().name(step);
        int[] known = times[step];
        Arrays.sort(known);
        return new Overview.StepRow(
                id,
                StepNames.of(watch.watched().study(), id),
                answered[step],
                left,
                ended,
                known.length == 0 ? Optional.empty() : Optional.of(Overview.Quartiles.of(known)));
    }

    private void gather() {
        int[] known = new int[answered.length];
        for (Watch.Seen seen : watch.sessions()) {
            Trace trace = seen.trace();
            for (int i = 0; i < trace.steps().length; i++) {
                answered[trace.steps()[i]]++;
                places[trace.steps()[i]] += i;
                known[trace.steps()[i]] += trace.took()[i] < 0 ? 0 : 1;
            }
        }
        Arrays.setAll(times, step -> new int[known[step]]);
        for (Watch.Seen seen : watch.sessions()) {
            Trace trace = seen.trace();
            for (int i = 0; i < trace.steps().length; i++) {
                if (trace.took()[i] >= 0) {
                    times[trace.steps()[i]][--known[trace.steps()[i]]] = trace.took()[i];
                }
            }
        }
    }

    /** Who went away did so at the step after the last that was answered. */
    private void stops(int[] order, int[] left, int[] ended) {
        if (order.length == 0) {
            return;
        }
        int[] rank = new int[answered.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        for (Watch.Seen seen : watch.sessions()) {
            int[] steps = seen.trace().steps();
            int last = steps.length == 0 ? -1 : rank[steps[steps.length - 1]];
            String standing = seen.entry().standing(since);
            if (standing.equals(Entry.DROPPED)) {
                left[Math.min(last + 1, order.length - 1)]++;
            } else if (!standing.equals(Entry.COMPLETED) && !standing.equals(Entry.GOING)) {
                ended[Math.max(last, 0)]++;
            }
        }
    }
}
