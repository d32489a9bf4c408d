package org.antiphon.model.harmonic;

import static org.antiphon.clip.PerformanceTrack.LOWEST_NOTE;
import static org.antiphon.clip.PerformanceTrack.RATE;
import static org.antiphon.clip.PerformanceTrack.SEMITONES;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;

/** Plays a performance track as sums of harmonics and some noise, each step as loud and as bright as the track says. */
public final class HarmonicSynthesizer {

    private static final int PER_STEP = SampleRate.MODEL.hertz() / RATE;
    private static final int INSTRUMENTS = 4; // violin, cello, vibraphone, piano
    private static final double NOISE = 5e-5; // share of the power beside the notes
    private static final double TAP = 0.02; // more of it where a note begins

    private HarmonicSynthesizer() {}

    /** As long as the track; the seed is that of the noise. */
    public static Waveform play(PerformanceTrack track, Seed seed) {
        double[] instruments = instruments(track);
        double[] timbre = Timbre.of(instruments);
        float[][] strengths = NoteStrengths.of(track, instruments[2] + instruments[3]);
        SplittableRandom random = new SplittableRandom(seed.derive("harmonic").value());
        float[] sound = new float[track.steps() * PER_STEP];
        Oscillator[] oscillators = new Oscillator[SEMITONES];
        double hiss = 0;
        double level = 0;
        for (int t = 0; t < track.steps(); t++) {
            double[] hertz = new double[SEMITONES];
            double[] strength = new double[SEMITONES];
            int count = 0;
            int[] semitones = new int[SEMITONES];
            for (int s = 0; s < SEMITONES; s++) {
                if (strengths[t][s] > 0) {
                    semitones[count] = s;
                    hertz[count] = 440 * Math.pow(2, (s + LOWEST_NOTE + track.bend()[t] - 69) / 12);
                    strength[count++] = strengths[t][s];
                }
            }
            double tilt = Timbre.tilt(
                    track.brightness()[t], timbre, Arrays.copyOf(hertz, count), Arrays.copyOf(strength, count));
            double[][] amplitudes = new double[count][];
            double power = 0;
            for (int v = 0; v < count; v++) {
                amplitudes[v] = Timbre.tilted(timbre, tilt, hertz[v], strength[v]);
                power += Arrays.stream(amplitudes[v]).map(a -> a * a / 2).sum();
            }
            double wanted = track.loudness()[t] <= -79 ? 0 : Math.pow(10, track.loudness()[t] / 20);
            double noise = power == 0 ? 1 : NOISE + TAP * track.onset()[t];
            double gain = power == 0 ? 0 : wanted * Math.sqrt((1 - noise) / power);
            for (int v = 0; v < count; v++) {
                int s = semitones[v];
                oscillators[s] = oscillators[s] == null ? new Oscillator(random) : oscillators[s];
                oscillators[s].aim(hertz[v], amplitudes[v], gain);
            }
            for (Oscillator oscillator : oscillators) {
                if (oscillator != null) {
                    oscillator.play(sound, t * PER_STEP, PER_STEP);
                }
            }
            for (int s = 0; s < SEMITONES; s++) {
                oscillators[s] = oscillators[s] != null && oscillators[s].silent() ? null : oscillators[s];
            }
            hiss = noise(sound, t, level, level = wanted * Math.sqrt(noise), track.brightness()[t], hiss, random);
        }
        return new Waveform(sound, SampleRate.MODEL);
    }

    /** White noise through a low pass of one pole whose corner follows brightness; gives the filter's memory. */
    private static double noise(
            float[] sound,
            int step,
            double from,
            double to,
            double brightness,
            double memory,
            SplittableRandom random) {
        double pole = 0.95 - 0.85 * Math.max(0, Math.min(1, brightness));
        double unit = Math.sqrt(3 * (1 + pole) / (1 - pole)); // uniform noise has a third of the power of one
        double y = memory;
        for (int i = 0; i < PER_STEP; i++) {
            y = pole * y + (1 - pole) * (2 * random.nextDouble() - 1);
            sound[step * PER_STEP + i] += (float) ((from + (to - from) * i / PER_STEP) * unit * y);
        }
        return y;
    }

    /** Probabilities of the four instruments over the whole track; bowed where the track does not say. */
    private static double[] instruments(PerformanceTrack track) {
        double[] sum = new double[INSTRUMENTS];
        double total = 0;
        for (int t = 0; t < track.steps() && track.learnedChannels() >= INSTRUMENTS; t++) {
            for (int i = 0; i < INSTRUMENTS; i++) {
                double share = Math.max(0, track.learned()[t * track.learnedChannels() + i]);
                sum[i] += share;
                total += share;
            }
        }
        if (total <= 0) {
            return new double[] {1, 0, 0, 0};
        }
        for (int i = 0; i < INSTRUMENTS; i++) {
            sum[i] /= total;
        }
        return sum;
    }
}
