package org.antiphon.metric.pesq;

import java.util.Arrays;

/** By how much the envelope of the degraded signal is later than that of the reference. */
final class EnvelopeCorrelation {

    private final VoiceActivity reference;
    private final VoiceActivity degraded;
    private final int block;

    EnvelopeCorrelation(VoiceActivity reference, VoiceActivity degraded, int block) {
        this.reference = reference;
        this.degraded = degraded;
        this.block = block;
    }

    /** The delay of the degraded signal as a whole, in samples. */
    int wholeDelay() {
        return block * shift(reference.logLevel(), degraded.logLevel());
    }

    /**
     * The delay of a part of the reference.
     *
     * @param from first block of the part
     * @param to block after the part
     * @param estimate delay to start from, in samples
     */
    int delay(int from, int to, int estimate) {
        int offset = estimate / block;
        int first = Math.max(from, -offset);
        int other = first + offset;
        int otherTo = Math.min(to + offset, degraded.blocks());
        if (to - first <= 1 || otherTo - other <= 1) {
            return estimate;
        }
        return estimate
                + block
                        * shift(
                                Arrays.copyOfRange(reference.logLevel(), first, to),
                                Arrays.copyOfRange(degraded.logLevel(), other, otherTo));
    }

    /** The lag, in blocks, of the first maximum of the linear correlation, 0 if nothing correlates. */
    private static int shift(double[] a, double[] b) {
        double[] sums = CrossSums.of(a, b, a.length + b.length - 1);
        int best = 0;
        double most = 0;
        for (int lag = 1 - a.length; lag < b.length; lag++) {
            double sum = sums[lag & (sums.length - 1)];
            if (sum > most) {
                most = sum;
                best = lag;
            }
        }
        return best;
    }
}
