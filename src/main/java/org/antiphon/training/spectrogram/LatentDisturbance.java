package org.antiphon.training.spectrogram;

import static org.antiphon.clip.PerformanceTrack.SEMITONES;
import static org.antiphon.model.latent.LatentLayout.ATTACK;
import static org.antiphon.model.latent.LatentLayout.BEND;
import static org.antiphon.model.latent.LatentLayout.BRIGHTNESS;
import static org.antiphon.model.latent.LatentLayout.CHANNELS;
import static org.antiphon.model.latent.LatentLayout.INSTRUMENTS;
import static org.antiphon.model.latent.LatentLayout.LEARNED;
import static org.antiphon.model.latent.LatentLayout.LOUDNESS;
import static org.antiphon.model.latent.LatentLayout.MOTION;
import static org.antiphon.model.latent.LatentLayout.ONSET;
import static org.antiphon.model.latent.LatentLayout.PITCH;
import static org.antiphon.model.latent.LatentLayout.VOICED;

import java.util.random.RandomGenerator;

/**
 * Makes a true latent look like one that an encoder guessed: blurred and weakened onsets, unsure pitches, a missing
 * note, wandering level, silent channels. A decoder that has only seen the truth trusts every number too much.
 */
public final class LatentDisturbance {

    private LatentDisturbance() {}

    /** Disturbs one latent in place: {@code [channel * steps + t]} as {@code LatentLayout} has it. */
    public static void disturb(float[] latent, int steps, RandomGenerator random) {
        if (random.nextDouble() < 0.5) {
            soften(latent, steps, random);
        }
        if (random.nextDouble() < 0.15) {
            dropNote(latent, steps, random);
        }
        if (random.nextDouble() < 0.6) {
            wander(latent, steps, LOUDNESS, 0.08 * random.nextDouble(), 0.04 * random.nextDouble(), random);
            wander(latent, steps, BRIGHTNESS, 0.04 * random.nextDouble(), 0.03 * random.nextDouble(), random);
        }
        if (random.nextDouble() < 0.5) {
            double scale = random.nextDouble() < 0.3 ? 0 : random.nextDouble();
            double deviation = 0.08 * random.nextDouble();
            for (int t = 0; t < steps; t++) {
                latent[BEND * steps + t] =
                        (float) (latent[BEND * steps + t] * scale + deviation * random.nextGaussian());
            }
        }
        motion(latent, steps, random);
        instruments(latent, steps, random);
    }

    /** Onsets, voices and pitches as soft guesses. */
    private static void soften(float[] latent, int steps, RandomGenerator random) {
        double side = 0.45 * random.nextDouble();
        float strength = (float) (0.5 + 0.5 * random.nextDouble());
        float doubt = (float) (0.25 * random.nextDouble());
        float floor = (float) (0.02 * random.nextDouble());
        blur(latent, steps, ONSET, side, strength);
        blur(latent, steps, VOICED, 0.3 * side, 1);
        for (int s = 0; s < SEMITONES; s++) {
            blur(latent, steps, ATTACK + s, side, strength);
            blur(latent, steps, PITCH + s, 0.5 * side, 1 - 0.5f * doubt);
        }
        leak(latent, steps, doubt * random.nextFloat(), 1);
        leak(latent, steps, 0.5f * doubt * random.nextFloat(), 12);
        for (int i = ATTACK * steps; i < LEARNED * steps; i++) {
            latent[i] = Math.min(1, latent[i] + floor * random.nextFloat());
        }
    }

    private static void blur(float[] latent, int steps, int channel, double side, float strength) {
        int base = channel * steps;
        float before = latent[base];
        for (int t = 0; t < steps; t++) {
            float now = latent[base + t];
            float after = t + 1 < steps ? latent[base + t + 1] : now;
            latent[base + t] = (float) (strength * ((1 - side) * now + side * 0.5 * (before + after)));
            before = now;
        }
    }

    /** A share of each pitch shows in its neighbours, {@code distance} semitones up and down. */
    private static void leak(float[] latent, int steps, float share, int distance) {
        float[] pitch = java.util.Arrays.copyOfRange(latent, PITCH * steps, (PITCH + SEMITONES) * steps);
        for (int s = 0; s < SEMITONES; s++) {
            for (int t = 0; t < steps; t++) {
                float below = s >= distance ? pitch[(s - distance) * steps + t] : 0;
                float above = s + distance < SEMITONES ? pitch[(s + distance) * steps + t] : 0;
                int i = (PITCH + s) * steps + t;
                latent[i] = Math.min(1, latent[i] + share * (below + above));
            }
        }
    }

    private static void dropNote(float[] latent, int steps, RandomGenerator random) {
        int from = random.nextInt(steps);
        int to = Math.min(steps, from + 4 + random.nextInt(20));
        for (int t = from; t < to; t++) {
            latent[ONSET * steps + t] = 0;
            for (int s = 0; s < SEMITONES; s++) {
                latent[(ATTACK + s) * steps + t] = 0;
                latent[(PITCH + s) * steps + t] *= 0.3f;
            }
        }
    }

    /** Adds a constant, and noise smoothed over about 100 ms. */
    private static void wander(
            float[] latent, int steps, int channel, double constant, double deviation, RandomGenerator random) {
        double offset = constant * random.nextGaussian();
        double slow = 0;
        for (int t = 0; t < steps; t++) {
            slow = 0.8 * slow + 0.6 * deviation * random.nextGaussian();
            latent[channel * steps + t] += (float) (offset + slow);
        }
    }

    private static void motion(float[] latent, int steps, RandomGenerator random) {
        float scale = random.nextBoolean() ? 0 : 0.5f + random.nextFloat();
        for (int t = 0; t < steps; t++) {
            latent[MOTION * steps + t] *= scale;
        }
    }

    /** Less than certain instruments; learned channels that nobody has given a meaning yet may hold anything. */
    private static void instruments(float[] latent, int steps, RandomGenerator random) {
        float doubt = random.nextBoolean() ? 0 : 0.4f * random.nextFloat();
        float jitter = random.nextBoolean() ? 0 : 0.1f * random.nextFloat();
        for (int c = 0; c < INSTRUMENTS; c++) {
            for (int t = 0; t < steps; t++) {
                int i = (LEARNED + c) * steps + t;
                float noise = jitter * random.nextFloat();
                latent[i] = latent[i] * (1 - doubt) + doubt / INSTRUMENTS + (latent[i] > 0.5f ? -noise : noise);
            }
        }
        float level = random.nextBoolean() ? 0 : random.nextFloat();
        for (int c = LEARNED + INSTRUMENTS; c < CHANNELS && level > 0; c++) {
            double constant = random.nextGaussian();
            for (int t = 0; t < steps; t++) {
                latent[c * steps + t] = level * (float) (constant + 0.5 * random.nextGaussian());
            }
        }
    }
}
