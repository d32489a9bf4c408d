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

    /**
     * Works in place. A signal without energy is left as it is, and its factor is infinite.
     */
    Levels apply(Channel reference, Channel degraded) {
        int longer = Math.max(reference.filtered(sampling), degraded.filtered(sampling));
        Levels levels;
        if (sizeFor(reference) == sizeFor(degraded)) {
            double[] factors = level(reference, degraded, longer);
            levels = new Levels(factors[0], factors[1]);
        } else {
            Channel nothing = new Channel(new double[0], 0);
            levels = new Levels(level(reference, nothing, longer)[0], level(degraded, nothing, longer)[0]);
        }
        if (mode.isWide()) {
            widen(reference);
            widen(degraded);
        }
        return levels;
    }

    private int sizeFor(Channel channel) {
        return RealSpectra.sizeFor(channel.filtered(sampling));
    }

    private double[] level(Channel a, Channel b, int longer) {
        UnorderedFft fft = UnorderedFft.of(sizeFor(a));
        double[] re = padded(a, fft.size());
        double[] im = padded(b, fft.size());
        fft.forward(re, im);
        double[] gains = GainCurve.LEVEL.factors(fft, sampling.rate);
        double[] bandRe = product(re, gains);
        double[] bandIm = product(im, gains);
        fft.inverse(bandRe, bandIm);
        double[] factors = {
            factor(a, energy(a, bandRe) / longer, fft.size()), factor(b, energy(b, bandIm) / longer, fft.size())
        };
        if (mode.isWide()) {
            scale(a, factors[0]);
            scale(b, factors[1]);
        } else {
            double[] telephone = GainCurve.TELEPHONE.factors(fft, sampling.rate);
            multiply(re, telephone);
            multiply(im, telephone);
            fft.inverse(re, im);
            replace(a, re, factors[0] / fft.size());
            replace(b, im, factors[1] / fft.size());
        }
        return factors;
    }

    private double[] padded(Channel channel, int size) {
        double[] part = new double[size];
        int length = Math.min(channel.filtered(sampling), channel.samples().length);
        if (length > 0) {
            System.arraycopy(channel.samples(), sampling.guard, part, 0, length);
        }
        return part;
    }

    private static double[] product(double[] values, double[] factors) {
        double[] product = new double[values.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = values[i] * factors[i];
        }
        return product;
    }

    private static void multiply(double[] values, double[] factors) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[i];
        }
    }

    private double energy(Channel channel, double[] filtered) {
        double sum = 0;
        for (int i = 0; i < channel.filtered(sampling); i++) {
            sum += filtered[i] * filtered[i];
        }
        return sum;
    }

    /** From power, which the unscaled transform made {@code size²} times too large, to the factor of level alignment. */
    private static double factor(Channel channel, double power, int size) {
        for (double sample : channel.samples()) {
            if (sample != 0) {
                return Math.sqrt(TARGET_POWER / power) * size;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static void scale(Channel channel, double factor) {
        if (factor < Double.POSITIVE_INFINITY) {
            for (int i = 0; i < channel.padded(); i++) {
                channel.samples()[i] *= factor;
            }
        }
    }

    private void replace(Channel channel, double[] filtered, double factor) {
        if (factor < Double.POSITIVE_INFINITY) {
            double[] samples = channel.samples();
            for (int i = 0; i < channel.filtered(sampling); i++) {
                samples[sampling.guard + i] = filtered[i] * factor;
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
