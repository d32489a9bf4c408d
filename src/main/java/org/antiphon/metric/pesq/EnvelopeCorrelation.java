package org.antiphon.metric.pesq;

/** By how many blocks one envelope is later than another: the maximum of their linear cross-correlation. */
final class EnvelopeCorrelation {

    private final VoiceActivity reference;
    private final VoiceActivity degraded;
    private final int block;
    private double[] aRe = new double[0];
    private double[] aIm = new double[0];
    private double[] bRe = new double[0];
    private double[] bIm = new double[0];
    private double[] values = new double[0];
    private int length;

    EnvelopeCorrelation(VoiceActivity reference, VoiceActivity degraded, int block) {
        this.reference = reference;
        this.degraded = degraded;
        this.block = block;
    }

    /** The delay of the degraded signal as a whole, in samples. */
    int wholeDelay() {
        return shift(0, reference.blocks(), 0, degraded.blocks());
    }

    /**
     * The delay of a part of the reference.
     *
     * @param from first block of the part
     * @param to block after the part
     * @param estimate delay to start from, in samples
     */
    int delay(int from, int to, int estimate) {
        int first = from;
        int other = from + estimate / block;
        if (other < 0) {
            first = -(estimate / block);
            other = 0;
        }
        int count = Math.min(to, reference.blocks()) - first;
        return estimate + shift(first, count, other, Math.min(count, degraded.blocks() - other));
    }

    /** The correlation values of the last delay, {@link #length} of them. */
    double[] values() {
        return values;
    }

    /** Number of correlation values of the last delay, 0 if a part was too short. */
    int length() {
        return length;
    }

    private int shift(int from, int count, int otherFrom, int otherCount) {
        if (count <= 1 || otherCount <= 1 || from < 0) {
            length = 0;
            return 0;
        }
        length = count + otherCount - 1;
        RealSpectra spectra = RealSpectra.of(RealSpectra.sizeFor(length));
        reserve(spectra.half());
        load(reference.logLevel(), from, count, aRe, aIm, spectra.half());
        load(degraded.logLevel(), otherFrom, otherCount, bRe, bIm, spectra.half());
        spectra.transform(aRe, aIm);
        spectra.transform(bRe, bIm);
        spectra.correlate(aRe, aIm, bRe, bIm);
        spectra.inverse(bRe, bIm);
        return (unfold(count, 2 * spectra.half()) - count + 1) * block;
    }

    /** Brings the values into the order of rising lags and finds the first maximum, lag zero if nothing correlates. */
    private int unfold(int count, int size) {
        int best = count - 1;
        double most = 0;
        double scale = 1.0 / size;
        for (int c = 0; c < length; c++) {
            int at = (c - count + 1) & (size - 1);
            double value = ((at & 1) == 0 ? bRe[at >> 1] : bIm[at >> 1]) * scale;
            values[c] = value;
            if (value > most) {
                most = value;
                best = c;
            }
        }
        return best;
    }

    private void reserve(int half) {
        if (aRe.length < half) {
            aRe = new double[half];
            aIm = new double[half];
            bRe = new double[half];
            bIm = new double[half];
            values = new double[2 * half];
        }
    }

    private static void load(double[] values, int from, int count, double[] re, double[] im, int half) {
        for (int i = 0; i < half; i++) {
            re[i] = 2 * i < count ? values[from + 2 * i] : 0;
            im[i] = 2 * i + 1 < count ? values[from + 2 * i + 1] : 0;
        }
    }
}
