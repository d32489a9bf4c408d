package org.antiphon.signal;

import java.util.Arrays;
import org.antiphon.clip.Waveform;

/** How loud a sound is from moment to moment: root mean square of a 40 ms window, in dBFS (a full square wave is 0). */
public final class LevelCurve {

    /** What silence reads, in dBFS. */
    public static final float FLOOR = -80f;

    private static final double WINDOW_SECONDS = 0.040;

    private LevelCurve() {}

    /**
     * The level of {@code steps} steps, {@code perSecond} of them a second; the window is centred on the middle of its
     * step, (t + 0.5) / perSecond, and counts as zero what lies beyond the ends of the sound.
     *
     * @return dBFS per step, not below {@link #FLOOR}
     */
    public static float[] dbfs(Waveform sound, int steps, double perSecond) {
        float[] samples = sound.samples();
        double[] energyBefore = new double[samples.length + 1];
        for (int i = 0; i < samples.length; i++) {
            energyBefore[i + 1] = energyBefore[i] + (double) samples[i] * samples[i];
        }
        int width = (int) Math.round(WINDOW_SECONDS * sound.rate().hertz());
        float[] level = new float[steps];
        Arrays.fill(level, FLOOR);
        for (int t = 0; t < steps; t++) {
            long start = Math.round((t + 0.5) / perSecond * sound.rate().hertz() - width / 2.0);
            int from = (int) Math.max(0, Math.min(samples.length, start));
            int to = (int) Math.max(from, Math.min(samples.length, start + width));
            double power = (energyBefore[to] - energyBefore[from]) / width;
            if (power > 0) {
                level[t] = (float) Math.max(FLOOR, 10 * Math.log10(power));
            }
        }
        return level;
    }
}
