package org.antiphon.metric.pesq;

import java.util.Arrays;

/**
 * For every place at which an utterance may be divided, the delays that the envelopes before and after it show.
 *
 * <p>The reference software keeps the window of the alignment frames and the envelope correlations in overlapping memory:
 * long correlations overwrite the window, call after call. The published conformance scores contain it, so it is repeated.
 */
final class SplitEstimates {

    private final Sampling sampling;
    private final VoiceActivity reference;
    private final VoiceActivity degraded;
    private final GrowingCorrelation correlation;
    private final int overwritten;
    private final double[][] spilled;

    SplitEstimates(Sampling sampling, VoiceActivity reference, VoiceActivity degraded, int mostPlaces) {
        this.sampling = sampling;
        this.reference = reference;
        this.degraded = degraded;
        this.correlation = new GrowingCorrelation(reference.logLevel(), degraded.logLevel());
        this.overwritten = 3 * sampling.alignment + 6;
        this.spilled = new double[2 * mostPlaces][];
    }

    /**
     * Writes the estimates, in samples, of the parts before and after each of {@code count} rising places (blocks), and
     * what the reference software would leave of the window.
     *
     * @return whether the window was written to
     */
    boolean compute(Utterance utterance, int[] places, int count, int[] before, int[] after, double[] window) {
        int offset = utterance.estimate() / sampling.block;
        int start = Math.max(utterance.start(), -offset);
        correlation.clear(start, start + offset);
        for (int c = 0; c < count; c++) {
            before[c] = utterance.estimate() + sampling.block * shift(start, places[c], offset, 2 * c);
        }
        int end = Math.min(utterance.end(), reference.blocks());
        correlation.clear(end, Math.min(end + offset, degraded.blocks()));
        for (int c = count - 1; c >= 0; c--) {
            after[c] =
                    utterance.estimate() + sampling.block * shift(Math.max(places[c], -offset), end, offset, 2 * c + 1);
        }
        boolean overwrote = false;
        for (int call = 0; call < 2 * count; call++) {
            System.arraycopy(spilled[call], 0, window, 0, spilled[call].length);
            overwrote |= spilled[call].length > 0;
        }
        return overwrote;
    }

    private int shift(int from, int to, int offset, int call) {
        int otherFrom = from + offset;
        int otherTo = Math.min(to + offset, degraded.blocks());
        spilled[call] = new double[0];
        if (from < 0 || to - from <= 1 || otherTo - otherFrom <= 1) {
            return 0;
        }
        correlation.grow(from, to, otherFrom, otherTo);
        if (correlation.length() > overwritten) {
            spilled[call] = spilled(
                    Arrays.copyOfRange(reference.logLevel(), from, to),
                    Arrays.copyOfRange(degraded.logLevel(), otherFrom, otherTo));
        }
        return correlation.shift();
    }

    /**
     * The values that overwrite the window. They come from a transform, as in the reference software: where the envelopes
     * are silent, its rounding errors are what is left of the window, and frames are compared by them.
     */
    private double[] spilled(double[] a, double[] b) {
        int length = a.length + b.length - 1;
        double[] sums = CrossSums.of(a, b, length);
        double[] values = new double[Math.min(length - overwritten, sampling.alignment)];
        for (int k = 0; k < values.length; k++) {
            values[k] = sums[(overwritten + k - a.length + 1) & (sums.length - 1)];
        }
        return values;
    }
}
