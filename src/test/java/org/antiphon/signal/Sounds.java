package org.antiphon.signal;

import java.util.Random;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/** Sounds for tests. */
public final class Sounds {

    private Sounds() {}

    public static Waveform sine(double hertz, double amplitude, double seconds, int rate) {
        float[] samples = new float[(int) Math.round(seconds * rate)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new Waveform(samples, new SampleRate(rate));
    }

    public static Waveform noise(double amplitude, double seconds, int rate, long seed) {
        Random random = new Random(seed);
        float[] samples = new float[(int) Math.round(seconds * rate)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * random.nextGaussian());
        }
        return new Waveform(samples, new SampleRate(rate));
    }

    /** Adds a tone of eight harmonics with the given attack; {@code decay} per second (0 holds it). */
    public static void addTone(
            float[] samples,
            int rate,
            double onset,
            double seconds,
            double hertz,
            double amplitude,
            double attack,
            double decay) {
        int from = (int) Math.round(onset * rate);
        int length = (int) Math.round(seconds * rate);
        for (int i = 0; i < length && from + i < samples.length; i++) {
            double t = (double) i / rate;
            double envelope = Math.min(1, t / attack) * Math.exp(-decay * t) * Math.min(1, (seconds - t) / 0.02);
            double value = 0;
            for (int h = 1; h <= 8 && h * hertz < rate / 2.0; h++) {
                value += Math.sin(2 * Math.PI * h * hertz * t + h) / h;
            }
            samples[from + i] += (float) (amplitude * envelope * value);
        }
    }
}
