package org.antiphon.metric;

import org.antiphon.clip.Waveform;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.CrossCorrelation;
import org.antiphon.signal.OnsetDetector;

/**
 * By how much sound lags behind picture: the lag at which onset strength correlates best with motion energy, within half
 * a second. Motion leads into a note, so even a true recording need not read zero: compare with its reading.
 */
public final class AudioVisualOffset {

    /** What this metric is. */
    public static final MetricCard CARD = new MetricCard(
            "av-offset",
            "Audio-visual offset",
            MetricUnit.SECONDS,
            Better.NEARER_TO_ZERO,
            -0.5,
            0.5,
            Needs.withoutReference("motion energy at 50 a second and a sound, of at least one second"),
            "peak of the cross-correlation of onset strength and motion energy",
            1,
            "By how much the sound comes after the motion that it belongs to; negative: before.",
            "Whether the sound belongs to the motion at all: anything has a best lag somewhere. Bows move before notes begin,"
                    + " so a true recording need not read zero.");

    private static final int RATE = 50;
    private static final int REACH = RATE / 2;

    private AudioVisualOffset() {}

    /**
     * @param motion motion energy, 50 values a second
     * @return seconds, positive where the sound comes late
     */
    public static Measurement of(float[] motion, Waveform sound) {
        if (motion.length < RATE || sound.seconds() < 1) {
            return new NotMeasured("pictures and sound must last a second at least");
        }
        float[] heard = centred(atMotionRate(OnsetDetector.STANDARD.strength(sound), motion.length));
        float[] seen = centred(motion);
        if (Sums.energy(heard) < 1e-12 || Sums.energy(seen) < 1e-12) {
            return new NotMeasured("nothing moves or nothing sounds");
        }
        double[] correlation = CrossCorrelation.of(heard, seen, REACH);
        int best = REACH;
        for (int i = 0; i < correlation.length; i++) {
            best = correlation[i] > correlation[best] ? i : best;
        }
        return new Measured((double) (best - REACH) / RATE, MetricUnit.SECONDS);
    }

    private static float[] atMotionRate(float[] strength, int length) {
        int ratio = OnsetDetector.RATE / RATE;
        float[] out = new float[length];
        for (int i = 0; i < length; i++) {
            for (int j = i * ratio; j < Math.min(strength.length, (i + 1) * ratio); j++) {
                out[i] = Math.max(out[i], strength[j]);
            }
        }
        return out;
    }

    private static float[] centred(float[] values) {
        double mean = Sums.mean(values);
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (values[i] - mean);
        }
        return out;
    }
}
