package org.antiphon.metric.pesq;

import java.util.Optional;

/** Tries to divide one utterance at up to 40 places into two parts of different delay. */
final class SplitSearch {

    /*
     * Every candidate place gives a delay for the speech before it and one for the speech after it. Candidates whose
     * envelopes show the same delay share one histogram, which grows from the start of the utterance to the lowest place,
     * the next, and so on; for the second parts from its end backward.
     *
     * The reference software keeps the window of the frames and the envelope correlations in overlapping memory, so that
     * long correlations overwrite the window. The published conformance scores contain it, so it is repeated here.
     */

    private static final int MOST = 40;
    private static final int SHORTEST_EDGE = 75;

    private final Sampling sampling;
    private final EnvelopeCorrelation envelopes;
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

    SplitSearch(Sampling sampling, EnvelopeCorrelation envelopes, DelayHistogram histogram, int degradedLength) {
        this.sampling = sampling;
        this.envelopes = envelopes;
        this.histogram = histogram;
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
            firstEstimate[c] = estimate(utterance.start(), places[c], utterance.estimate());
            secondEstimate[c] = estimate(places[c], utterance.end(), utterance.estimate());
            first[c] = null;
            second[c] = null;
        }
        histogram.use(window);
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
        histogram.use(sampling.alignmentWindow);
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

    private int estimate(int from, int to, int utteranceEstimate) {
        int delay = envelopes.delay(from, to, utteranceEstimate);
        int overwritten = 3 * frame + 6;
        for (int c = overwritten; c < Math.min(envelopes.length(), overwritten + frame); c++) {
            window[c - overwritten] = envelopes.values()[c];
        }
        return delay;
    }

    private boolean takesPart(Utterance utterance, int candidate) {
        return first[candidate].confidence() > utterance.confidence();
    }

    private void measureFirst(Utterance utterance, int lowest) {
        int estimate = firstEstimate[lowest];
        histogram.clear();
        int at = utterance.start() * block;
        int other = at + estimate;
        if (other < 0) {
            at = -estimate;
            other = 0;
        }
        for (int c = lowest; c < count; c++) {
            if (first[c] != null || firstEstimate[c] != estimate) {
                continue;
            }
            while (other + frame <= degradedLength && at + frame <= places[c] * block) {
                histogram.add(at, other);
                at += frame / 4;
                other += frame / 4;
            }
            first[c] = new Part(estimate, estimate + histogram.lag(), histogram.confidence());
        }
    }

    private void measureSecond(Utterance utterance, int highest) {
        int estimate = secondEstimate[highest];
        histogram.clear();
        int at = utterance.end() * block - frame;
        int other = at + estimate;
        if (other + frame > degradedLength) {
            other = degradedLength - frame;
            at = other - estimate;
        }
        for (int c = highest; c >= 0; c--) {
            if (second[c] != null || secondEstimate[c] != estimate || !takesPart(utterance, c)) {
                continue;
            }
            while (other >= 0 && at >= places[c] * block) {
                histogram.add(at, other);
                at -= frame / 4;
                other -= frame / 4;
            }
            second[c] = new Part(estimate, estimate + histogram.lag(), histogram.confidence());
        }
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
