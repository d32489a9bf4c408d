package org.antiphon.metric;

import java.util.Arrays;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Waveform;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.OnsetDetector;

/**
 * AV-Align: how many onsets in the sound fall on peaks of the motion, within one picture, as intersection over union of the
 * two sets of peaks, matched one to one. And the same with the motion moved in time, which is what chance gives.
 */
public final class AudioVisualAlignment {

    /** What this metric is. */
    public static final MetricCard CARD = card(
            "av-align",
            "AV-Align",
            Better.HIGHER,
            "How many onsets are heard when something peaks in the motion, and the other way round.",
            "Anything by itself: many onsets and many peaks meet by chance, and only what it has above its shuffled baseline"
                    + " counts. A hammer is fastest where a note begins; a bow turns there and is slowest, so that even a true"
                    + " recording of strings may read no more than chance.");

    /** What chance gives. */
    public static final MetricCard SHUFFLED = card(
            "av-align-shuffled",
            "AV-Align, shuffled",
            Better.TO_COMPARE,
            "What AV-Align reads when the motion is moved to the wrong time: the share that is mere chance.",
            "Anything but that; music with an even beat meets itself again after a shift, and then it reads high.");

    private static final int SHIFTS = 16;

    private AudioVisualAlignment() {}

    private static MetricCard card(String name, String label, Better better, String tells, String cannotTell) {
        return new MetricCard(
                name,
                label,
                MetricUnit.NUMBER,
                better,
                0,
                1,
                Needs.withoutReference("motion energy of every picture and a sound, of at least one second"),
                "Yariv et al. 2024, Diverse and Aligned Audio-to-Video Generation; onsets by our detector, motion by its flow,"
                        + " matched one to one",
                1,
                tells,
                cannotTell);
    }

    /** @param motion motion energy, one value a picture */
    public static Measurement of(float[] motion, FrameRate rate, Waveform sound) {
        return measure(motion, rate, sound, 0, 1);
    }

    /** The mean over {@value #SHIFTS} shifts of the motion, evenly spread over its length, wrapped around its end. */
    public static Measurement shuffled(float[] motion, FrameRate rate, Waveform sound) {
        return measure(motion, rate, sound, 1, SHIFTS + 1);
    }

    private static Measurement measure(float[] motion, FrameRate rate, Waveform sound, int first, int last) {
        if (motion.length < rate.perSecond() || sound.seconds() < 1) {
            return new NotMeasured("pictures and sound must last a second at least");
        }
        double[] heard = OnsetDetector.STANDARD.onsets(sound);
        if (heard.length == 0) {
            return new NotMeasured("no onset is heard in the sound");
        }
        if (peaks(motion, rate).length == 0) {
            return new NotMeasured("nothing moves in the pictures");
        }
        double sum = 0;
        for (int i = first; i < last; i++) {
            int shift = (int) ((long) motion.length * i / (SHIFTS + 1));
            sum += overlap(heard, peaks(turned(motion, shift), rate), 1 / rate.perSecond());
        }
        return new Measured(sum / (last - first), MetricUnit.NUMBER);
    }

    private static float[] turned(float[] motion, int shift) {
        float[] turned = new float[motion.length];
        for (int i = 0; i < motion.length; i++) {
            turned[(i + shift) % motion.length] = motion[i];
        }
        return turned;
    }

    static double overlap(double[] heard, double[] seen, double window) {
        int[][] candidates =
                Matching.candidates(heard.length, seen.length, (i, j) -> Math.abs(heard[i] - seen[j]) <= window + 1e-9);
        int matched = Matching.size(candidates, seen.length);
        return (double) matched / (heard.length + seen.length - matched);
    }

    /** Times of local maxima, in seconds: picture i is on show at (i + ½) / rate. */
    static double[] peaks(float[] motion, FrameRate rate) {
        double[] peaks = new double[motion.length];
        int count = 0;
        for (int i = 1; i + 1 < motion.length; i++) {
            if (motion[i] > motion[i - 1] && motion[i] > motion[i + 1]) {
                peaks[count++] = (i + 0.5) / rate.perSecond();
            }
        }
        return Arrays.copyOf(peaks, count);
    }
}
