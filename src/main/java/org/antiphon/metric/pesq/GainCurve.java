package org.antiphon.metric.pesq;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A filter given by its gain in decibels at some frequencies, linear between them, relative to that at 1000 Hz. */
final class GainCurve {

    /** 350 to 3250 Hz: where the level of a signal is measured. */
    static final GainCurve LEVEL = new GainCurve(0, -500, 300, -500, 350, 0, 3250, 0, 3500, -500, 8000, -500);

    /** The receiving side of a telephone (the intermediate reference system). */
    static final GainCurve TELEPHONE = new GainCurve(
            0, -200, 50, -40, 100, -20, 125, -12, 160, -6, 200, 0, 250, 4, 300, 6, 350, 8, 400, 10, 500, 11, 600, 12,
            3250, 12, 3500, 4, 4000, -200, 8000, -200);

    private static final double REFERENCE = 1000;
    private static final int LARGEST_KEPT = 1 << 18;

    private final double[] hertz;
    private final double[] decibels;
    private final Map<Long, double[][]> kept = new ConcurrentHashMap<>();

    private GainCurve(double... points) {
        this.hertz = new double[points.length / 2];
        this.decibels = new double[points.length / 2];
        for (int i = 0; i < hertz.length; i++) {
            hertz[i] = points[2 * i];
            decibels[i] = points[2 * i + 1];
        }
    }

    /** Factors for every bin of a transform, in its own order. Not to be written to. */
    double[][] factors(LongFft fft, int rate) {
        if (fft.size() > LARGEST_KEPT) {
            return compute(fft, rate);
        }
        return kept.computeIfAbsent((long) rate << 32 | fft.size(), key -> compute(fft, rate));
    }

    private double[][] compute(LongFft fft, int rate) {
        double[][] factors = new double[fft.rows()][LongFft.COLUMNS];
        double reference = decibels(segment(REFERENCE, 1), REFERENCE);
        int segment = 1;
        double last = Double.NaN;
        double factor = 0;
        for (int bin = 0; bin <= fft.size() / 2; bin++) {
            double frequency = (double) bin * rate / fft.size();
            segment = segment(frequency, segment);
            double gain = decibels(segment, frequency) - reference;
            if (gain != last) {
                factor = Math.pow(10, gain / 20);
                last = gain;
            }
            int mirrored = (fft.size() - bin) % fft.size();
            factors[fft.rowOf(bin)][fft.columnOf(bin)] = factor;
            factors[fft.rowOf(mirrored)][fft.columnOf(mirrored)] = factor;
        }
        return factors;
    }

    /** Index of the point that ends the segment of a frequency, not before {@code from}. */
    private int segment(double frequency, int from) {
        int i = from;
        while (i < hertz.length - 1 && frequency > hertz[i]) {
            i++;
        }
        return i;
    }

    private double decibels(int segment, double frequency) {
        double share = (frequency - hertz[segment - 1]) / (hertz[segment] - hertz[segment - 1]);
        return decibels[segment - 1] + share * (decibels[segment] - decibels[segment - 1]);
    }
}
