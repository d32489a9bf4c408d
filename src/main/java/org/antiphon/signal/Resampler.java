package org.antiphon.signal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/**
 * Changes the sample rate by any ratio of whole numbers, without delay: sample {@code i} of the result belongs to time
 * {@code i / rate}, its length is round(n · out / in). Keeps everything below 0.91 of the lower Nyquist frequency
 * within 0.01 dB, and holds aliases below -80 dB.
 */
public final class Resampler {

    /*
     * Band-limited interpolation (J. O. Smith) with a Kaiser-windowed sinc of 64 zero crossings a side, as a polyphase
     * filter: output i lies i·step/phases after the start, so only `phases` sets of weights exist. Where that would be
     * too many (44101 → 24000), weights are interpolated from a fine table instead (error below -100 dB).
     */

    private static final int CROSSINGS = 64;
    private static final double BETA = 9.0;
    private static final double ROLL_OFF = 0.955;
    private static final int MOST_PHASES = 1024;
    private static final int MOST_PLANS = 32;
    private static final Map<Long, Resampler> PLANS = new ConcurrentHashMap<>();

    private final int phases;
    private final int step;
    private final double cutoff;
    private final int reach;
    private final float[][] weights;

    private Resampler(int phases, int step) {
        this.phases = phases;
        this.step = step;
        this.cutoff = Math.min(1.0, (double) phases / step) * ROLL_OFF;
        this.reach = (int) Math.ceil(CROSSINGS / cutoff);
        this.weights = new float[Math.min(phases, MOST_PHASES + 1)][];
        int tables = phases <= MOST_PHASES ? phases : MOST_PHASES;
        for (int p = 0; p < weights.length; p++) {
            weights[p] = weightsAt((double) p / tables);
        }
    }

    /** The sound at another rate. The very same sound if it has that rate already. */
    public static Waveform to(Waveform sound, SampleRate rate) {
        if (sound.rate().equals(rate)) {
            return sound;
        }
        return new Waveform(resample(sound.samples(), sound.rate().hertz(), rate.hertz()), rate);
    }

    /** {@code samples} at rate {@code from} (hertz), as they would have been at rate {@code to}. */
    public static float[] resample(float[] samples, int from, int to) {
        int common = gcd(from, to);
        long key = (long) (to / common) << 32 | from / common;
        if (PLANS.size() >= MOST_PLANS) {
            PLANS.clear(); // a plan takes up to 9 MB, and files from strangers may have any rate
        }
        return PLANS.computeIfAbsent(key, k -> new Resampler(to / common, from / common))
                .apply(samples);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Weights for the samples from {@code -reach + 1} to {@code reach} around a point {@code fraction} after one. */
    private float[] weightsAt(double fraction) {
        double[] exact = new double[2 * reach];
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            double distance = (i - reach + 1 - fraction) * cutoff;
            double sinc = distance == 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance);
            exact[i] = sinc * Window.kaiser(distance / CROSSINGS, BETA);
            sum += exact[i];
        }
        float[] scaled = new float[exact.length];
        for (int i = 0; i < exact.length; i++) {
            scaled[i] = (float) (exact[i] / sum);
        }
        return scaled;
    }

    private float[] apply(float[] samples) {
        int length = (int) Math.round((double) samples.length * phases / step);
        float[] out = new float[length];
        for (int i = 0; i < length; i++) {
            long position = (long) i * step;
            int base = (int) (position / phases) - reach + 1;
            int phase = (int) (position % phases);
            if (phases <= MOST_PHASES) {
                out[i] = dot(samples, base, weights[phase]);
            } else {
                double exact = (double) phase / phases * MOST_PHASES;
                int low = (int) exact;
                float share = (float) (exact - low);
                out[i] = (1 - share) * dot(samples, base, weights[low]) + share * dot(samples, base, weights[low + 1]);
            }
        }
        return out;
    }

    private static float dot(float[] samples, int base, float[] weight) {
        int from = Math.max(0, -base);
        int to = Math.min(weight.length, samples.length - base);
        double a = 0;
        double b = 0;
        int i = from;
        for (; i + 1 < to; i += 2) {
            a += samples[base + i] * weight[i];
            b += samples[base + i + 1] * weight[i + 1];
        }
        if (i < to) {
            a += samples[base + i] * weight[i];
        }
        return (float) (a + b);
    }
}
