package org.antiphon.dataset.etude;

import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;

/** Plays a performance: 48 kHz mono, exactly as long as the performance, about -20 dBFS, never clipped. */
public final class EtudeSynthesizer {

    static final int RATE = SampleRate.STUDIO.hertz();

    private static final double LEVEL_DBFS = -20;
    private static final double NOISE_DBFS = -62;
    private static final double HIGHEST_PEAK = 0.93;

    private EtudeSynthesizer() {}

    /** The sound of the performance; the same bits for the same performance on every machine. */
    public static Waveform play(Performance performance) {
        Seed seed = new Seed(performance.seed());
        double[] dry = performance.performer().bowed()
                ? new BowedSound(performance).render()
                : new StruckSound(performance).render();
        double[] sound = new Room(seed, RATE).around(dry);
        double gain = gain(sound, performance);
        Dice dice = new Dice(seed.derive("noise floor"));
        double hiss = BowedSound.decibels(NOISE_DBFS + dice.between(-4, 2)) * 3.4641;
        float[] samples = new float[sound.length];
        double low = 0;
        for (int i = 0; i < samples.length; i++) {
            double white = dice.uniform() - 0.5;
            low += 0.25 * (white - low);
            samples[i] = (float) (gain * sound[i] + hiss * (0.6 * white + 0.8 * low));
        }
        return new Waveform(samples, SampleRate.STUDIO);
    }

    /** Brings the part from first onset to last offset to the level of the intention, less if it would clip. */
    private static double gain(double[] sound, Performance performance) {
        double power = 1e-12;
        double peak = 1e-9;
        double first = performance.seconds();
        double last = 0;
        for (EtudeNote note : performance.notes()) {
            first = Math.min(first, note.onset());
            last = Math.max(last, note.offset());
        }
        int from = (int) (first * RATE);
        int to = Math.min(sound.length, (int) (last * RATE));
        for (int i = from; i < to; i++) {
            power += sound[i] * sound[i];
            peak = Math.max(peak, Math.abs(sound[i]));
        }
        double target = BowedSound.decibels(
                LEVEL_DBFS + Expression.of(performance.intention()).loudness());
        double gain = target / Math.sqrt(power / Math.max(1, to - from));
        return Math.min(gain, HIGHEST_PEAK / peak);
    }
}
