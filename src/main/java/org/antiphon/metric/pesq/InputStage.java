package org.antiphon.metric.pesq;

/** Brings both signals to one level, and filters them as a telephone or headphones would. */
final class InputStage {

    /*
     * Level and telephone filter multiply the same spectrum, so one transform forward serves both. Two real signals are
     * the real and the imaginary part of one complex transform: real gains keep them apart, and nothing needs untangling.
     * The filters wrap round at the ends of the transform, as in the reference software.
     */

    private static final double TARGET_POWER = 1e7;
    private static final int TAPER = 16;
    private static final double[] HEADPHONES = {2.740826, -5.4816519, 2.740826, -1.9444777, 0.94597794};

    private final Sampling sampling;
    private final PesqMode mode;

    InputStage(Sampling sampling, PesqMode mode) {
        this.sampling = sampling;
        this.mode = mode;
    }

    /** The factors that the level alignment multiplied the signals by. */
    record Levels(double reference, double degraded) {}

    /** Works in place. A signal without energy is left as it is, and its factor is infinite. */
    Levels apply(Channel reference, Channel degraded) {
        int longer = Math.max(reference.filtered(sampling), degraded.filtered(sampling));
        Levels levels;
        if (sizeFor(reference) == sizeFor(degraded)) {
            levels = level(reference, degraded, longer);
        } else {
            Channel nothing = new Channel(new double[0], 2 * sampling.guard - sampling.padding);
            double first = level(reference, nothing, longer).reference();
            levels = new Levels(first, level(degraded, nothing, longer).reference());
        }
        if (mode.isWide()) {
            widen(reference);
            widen(degraded);
        }
        return levels;
    }

    private int sizeFor(Channel channel) {
        return CrossSums.powerOfTwo(channel.filtered(sampling));
    }

    private Levels level(Channel a, Channel b, int longer) {
        LongFft fft = LongFft.of(sizeFor(a));
        double[][] re = rows(a, fft);
        double[][] im = rows(b, fft);
        fft.forward(re, im);
        double[][] gains = GainCurve.LEVEL.factors(fft, sampling.rate);
        double[][] bandRe = mode.isWide() ? multiply(re, gains) : product(re, gains);
        double[][] bandIm = mode.isWide() ? multiply(im, gains) : product(im, gains);
        fft.inverse(bandRe, bandIm);
        Levels levels = new Levels(factor(a, bandRe, fft.size(), longer), factor(b, bandIm, fft.size(), longer));
        if (mode.isWide()) {
            scale(a, levels.reference());
            scale(b, levels.degraded());
        } else {
            double[][] telephone = GainCurve.TELEPHONE.factors(fft, sampling.rate);
            fft.inverse(multiply(re, telephone), multiply(im, telephone));
            replace(a, re, levels.reference() / fft.size());
            replace(b, im, levels.degraded() / fft.size());
        }
        return levels;
    }

    private double[][] rows(Channel channel, LongFft fft) {
        double[][] rows = new double[fft.rows()][LongFft.COLUMNS];
        int length = channel.filtered(sampling);
        for (int at = 0; at < length; at += LongFft.COLUMNS) {
            double[] row = rows[fft.row(at / LongFft.COLUMNS)];
            System.arraycopy(channel.samples(), sampling.guard + at, row, 0, Math.min(LongFft.COLUMNS, length - at));
        }
        return rows;
    }

    private static double[][] product(double[][] values, double[][] factors) {
        double[][] product = new double[values.length][LongFft.COLUMNS];
        for (int r = 0; r < product.length; r++) {
            Lanes.product(product[r], values[r], factors[r], LongFft.COLUMNS);
        }
        return product;
    }

    private static double[][] multiply(double[][] values, double[][] factors) {
        for (int r = 0; r < values.length; r++) {
            Lanes.multiply(values[r], factors[r], LongFft.COLUMNS);
        }
        return values;
    }

    /** The factor of level alignment, from what a transform of {@code size} points made {@code size} times too large. */
    private double factor(Channel channel, double[][] filtered, int size, int longer) {
        for (double sample : channel.samples()) {
            if (sample != 0) {
                return Math.sqrt(TARGET_POWER / (energy(filtered, channel.filtered(sampling)) / longer)) * size;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double energy(double[][] rows, int length) {
        double[] sums = new double[LongFft.COLUMNS];
        int whole = length / LongFft.COLUMNS;
        for (int r = 0; r < whole; r++) {
            Lanes.addSquares(sums, rows[r], LongFft.COLUMNS);
        }
        if (length > whole * LongFft.COLUMNS) {
            Lanes.addSquares(sums, rows[whole], length - whole * LongFft.COLUMNS);
        }
        double energy = 0;
        for (double sum : sums) {
            energy += sum;
        }
        return energy;
    }

    private static void scale(Channel channel, double factor) {
        if (factor < Double.POSITIVE_INFINITY) {
            for (int i = 0; i < channel.padded(); i++) {
                channel.samples()[i] *= factor;
            }
        }
    }

    private void replace(Channel channel, double[][] filtered, double factor) {
        if (factor < Double.POSITIVE_INFINITY) {
            int length = channel.filtered(sampling);
            for (int at = 0; at < length; at += LongFft.COLUMNS) {
                double[] row = filtered[at / LongFft.COLUMNS];
                int count = Math.min(LongFft.COLUMNS, length - at);
                Lanes.scaleTo(channel.samples(), sampling.guard + at, row, factor, count);
            }
        }
    }

    /** Fades both ends, then filters. */
    private void widen(Channel channel) {
        double[] samples = channel.samples();
        int end = channel.padded() - sampling.guard;
        for (int k = 0; k < TAPER; k++) {
            samples[sampling.guard - 1 + k] *= k / (double) TAPER;
            samples[end - k] *= k / (double) TAPER;
        }
        double[] section = HEADPHONES.clone();
        for (int i = 0; i < 3; i++) {
            section[i] *= mode.inputGain();
        }
        new BiquadCascade(section).apply(samples, sampling.guard, end);
    }
}
