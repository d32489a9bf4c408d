package org.antiphon.metric.pesq;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A filter given by its gain in decibels at some frequencies, linear between them, relative to that at 1000 Hz. */
enum GainCurve {

    /** 350 to 3250 Hz: where the level of a signal is measured. */
    LEVEL(0, -500, 300, -500, 350, 0, 3250, 0, 3500, -500, 8000, -500),

    /** The receiving side of a telephone (the intermediate reference system). */
    TELEPHONE(
            0, -200, 50, -40, 100, -20, 125, -12, 160, -6, 200, 0, 250, 4, 300, 6, 350, 8, 400, 10, 500, 11, 600, 12,
            3250, 12, 3500, 4, 4000, -200, 8000, -200);

    private static final double REFERENCE = 1000;
    private static final int LARGEST_KEPT = 1 << 18;

    private final double[] hertz;
    private final double[] decibels;
    private final Map<Long, double[]> kept = new ConcurrentHashMap<>();

    GainCurve(double... points) {
        this.hertz = new double[points.length / 2];
        this.decibels = new double[points.length / 2];
        for (int i = 0; i < hertz.length; i++) {
            hertz[i] = points[2 * i];
            decibels[i] = points[2 * i + 1];
        }
    }

    /** Factors for every bin of a transform, in its own order. Not to be written to. */
    double[] factors(UnorderedFft fft, int rate) {
        if (fft.size() > LARGEST_KEPT) {
            return compute(fft, rate);
        }
        return kept.computeIfAbsent((long) rate << 32 | fft.size(), key -> compute(fft, rate));
    }

    private double[] compute(UnorderedFft fft, int rate) {
        int size = fft.size();
        double[] factors = new double[size];
        double reference = at(REFERENCE);
        for (int bin = 0; bin <= size / 2; bin++) {
            double factor = Math.pow(10, (at((double) bin * rate / size) - reference) / 20);
            factors[fft.reversed(bin)] = factor;
            factors[fft.reversed((size - bin) % size)] = factor;
        }
        return factors;
    }

    private double at(double frequency) {
        int i = 1;
        while (i < hertz.length - 1 && frequency > hertz[i]) {
            i++;
        }
        double share = (frequency - hertz[i - 1]) / (hertz[i] - hertz[i - 1]);
        return decibels[i - 1] + share * (decibels[i] - decibels[i - 1]);
    }
}
