package org.antiphon.metric.pesq;

import java.util.Optional;

/** Tries to divide one utterance at up to 40 places into two parts of different delay. */
final class SplitSearch {

    /*
     * Every candidate place gives a delay for the speech before it and one for the speech after it. Candidates whose
     * envelopes show the same delay share one histogram, which grows from the start of the utterance to the lowest place,
     * the next, and so on; for the second parts from its end backward.
     */

    private static final int MOST = 40;
    private static final int SHORTEST_EDGE = 75;

    private final Sampling sampling;
    private final SplitEstimates estimates;
    private final FrameCorrelations frames;
    private final DelayHistogram histogram;
    private final int degradedLength;
    private final int block;
    private final int frame;
    private final double[] window;

    private final int[] places = new int[MOST];
    private final Part[] first = new Part[MOST];
    private final Part[] second = new Part[MOST];
    private final int[] firstEstimate = new int[MOST];
    private final int[] secondEstimate = new int[MOST];
    private int count;

    SplitSearch(
            Sampling sampling,
            VoiceActivity reference,
            VoiceActivity degraded,
            FrameCorrelations frames,
            int degradedLength) {
        this.sampling = sampling;
        this.estimates = new SplitEstimates(sampling, reference, degraded, MOST);
        this.frames = frames;
        this.histogram = new DelayHistogram(sampling);
        this.degradedLength = degradedLength;
        this.block = sampling.block;
        this.frame = sampling.alignment;
        this.window = new double[frame];
    }

    /** Delay and confidence of one side of a place. */
    record Part(int estimate, int delay, double confidence) {}

    /** A place (block) and both sides of it. */
    record Split(int at, Part first, Part second) {}

    /**
     * The best split, if any place gives two delays that are both surer than the utterance's own.
     *
     * @param from first block of speech in the utterance
     * @param to block after the last one
     */
    Optional<Split> best(Utterance utterance, int from, int to) {
        System.arraycopy(sampling.alignmentWindow, 0, window, 0, frame);
        choosePlaces(from, to);
        for (int c = 0; c < count; c++) {
            first[c] = null;
            second[c] = null;
        }
        if (estimates.compute(utterance, places, count, firstEstimate, secondEstimate, window)) {
            frames.use(window);
        }
        for (int c = 0; c < count; c++) {
            if (first[c] == null) {
                measureFirst(utterance, c);
            }
        }
        for (int c = count - 1; c >= 0; c--) {
            if (second[c] == null && takesPart(utterance, c)) {
                measureSecond(utterance, c);
            }
        }
        frames.useUsualWindow();
        return choose(utterance);
    }

    private void choosePlaces(int from, int to) {
        int length = to - from;
        int step = 4 * (int) Math.floor((0.801 * length + 159) / 160);
        int edge = Math.max(SHORTEST_EDGE, length / 10);
        count = 0;
        int place = from + edge;
        do {
            places[count++] = place;
            place += step;
        } while (place <= to - edge && count < MOST);
    }

    private boolean takesPart(Utterance utterance, int candidate) {
        return first[candidate].confidence() > utterance.confidence();
    }

    private void measureFirst(Utterance utterance, int lowest) {
        int estimate = firstEstimate[lowest];
        int at = Math.max(utterance.start() * block, -estimate);
        int end = degradedLength - estimate;
        int highest = lowest;
        for (int c = lowest; c < count; c++) {
            highest = first[c] == null && firstEstimate[c] == estimate ? c : highest;
        }
        frames.begin(at, estimate, sampling.alignmentFrames(Math.min(end, places[highest] * block) - at), false);
        histogram.clear();
        int added = 0;
        for (int c = lowest; c <= highest; c++) {
            if (first[c] == null && firstEstimate[c] == estimate) {
                int wanted = sampling.alignmentFrames(Math.min(end, places[c] * block) - at);
                frames.addTo(histogram, wanted - added);
                added = wanted;
                first[c] = new Part(estimate, estimate + histogram.lag(), histogram.confidence());
            }
        }
    }

    private void measureSecond(Utterance utterance, int highest) {
        int estimate = secondEstimate[highest];
        int end = Math.min(utterance.end() * block, degradedLength - estimate);
        int lowest = highest;
        for (int c = highest; c >= 0; c--) {
            lowest = isSecondOf(utterance, c, estimate) ? c : lowest;
        }
        frames.begin(end - frame, estimate, sampling.alignmentFrames(end - from(lowest, estimate)), true);
        histogram.clear();
        int added = 0;
        for (int c = highest; c >= lowest; c--) {
            if (isSecondOf(utterance, c, estimate)) {
                int wanted = sampling.alignmentFrames(end - from(c, estimate));
                frames.addTo(histogram, wanted - added);
                added = wanted;
                second[c] = new Part(estimate, estimate + histogram.lag(), histogram.confidence());
            }
        }
    }

    private boolean isSecondOf(Utterance utterance, int candidate, int estimate) {
        return second[candidate] == null && secondEstimate[candidate] == estimate && takesPart(utterance, candidate);
    }

    /** First sample of the second part of which the degraded signal has a counterpart. */
    private int from(int candidate, int estimate) {
        return Math.max(places[candidate] * block, -estimate);
    }

    private Optional<Split> choose(Utterance utterance) {
        double most = 0;
        Optional<Split> best = Optional.empty();
        for (int c = 0; c < count; c++) {
            if (second[c] == null) {
                continue;
            }
            double sum = first[c].confidence() + second[c].confidence();
            if (Math.abs(second[c].delay() - first[c].delay()) >= block
                    && sum > most
                    && takesPart(utterance, c)
                    && second[c].confidence() > utterance.confidence()) {
                most = sum;
                best = Optional.of(new Split(places[c], first[c], second[c]));
            }
        }
        return best;
    }
}
