package org.antiphon.signal;

import java.util.OptionalDouble;
import org.antiphon.clip.Waveform;

/**
 * How fast a sound's beat is, by the autocorrelation of its onset strength, with a preference for tempi near 110 beats
 * a minute (a log-normal weight one octave wide, after Ellis 2007). A guess: half or double may be felt as well.
 */
public final class Tempo {

    private static final double PREFERRED = 110;
    private static final double SLOWEST = 40;
    private static final double FASTEST = 240;

    private Tempo() {}

    /** Beats a minute; nothing for a sound shorter than two seconds or without onsets. */
    public static OptionalDouble beatsPerMinute(Waveform sound) {
        return beatsPerMinute(OnsetDetector.STANDARD.strength(sound), sound.seconds());
    }

    /** The same of a sound whose onset strength is known already. */
    static OptionalDouble beatsPerMinute(float[] strength, double seconds) {
        int longest = (int) Math.round(60.0 / SLOWEST * OnsetDetector.RATE);
        if (seconds < 2 || OnsetDetector.STANDARD.pick(strength).length < 3) {
            return OptionalDouble.empty();
        }
        float[] centred = centred(strength);
        double[] correlation = CrossCorrelation.of(centred, centred, longest + 1);
        double best = 0;
        double tempo = Double.NaN;
        for (int lag = (int) Math.round(60.0 / FASTEST * OnsetDetector.RATE); lag <= longest; lag++) {
            double bpm = 60.0 * OnsetDetector.RATE / lag;
            double octaves = Math.log(bpm / PREFERRED) / Math.log(2);
            double weighted =
                    correlation[longest + 1 + lag] / (strength.length - lag) * Math.exp(-0.5 * octaves * octaves);
            if (lag < strength.length && weighted > best) {
                best = weighted;
                tempo = bpm;
            }
        }
        return Double.isNaN(tempo) ? OptionalDouble.empty() : OptionalDouble.of(tempo);
    }

    private static float[] centred(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value / values.length;
        }
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (values[i] - mean);
        }
        return out;
    }
}
