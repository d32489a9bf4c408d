package org.antiphon.model.latent;

import static org.antiphon.clip.PerformanceTrack.SEMITONES;

import org.antiphon.clip.PerformanceTrack;

/**
 * Where each named channel of the performance latent lies in a tensor of shape (B, {@link #CHANNELS}, steps), and how
 * its values are scaled there: probabilities as they are, bend in semitones, loudness as (dBFS + 40) / 40,
 * brightness 0 to 1, motion energy times 4. Of the learned channels the first four are the probabilities of violin,
 * cello, vibraphone and piano.
 */
public final class LatentLayout {

    public static final int ONSET = 0;
    public static final int VOICED = 1;
    public static final int BEND = 2;
    public static final int LOUDNESS = 3;
    public static final int BRIGHTNESS = 4;
    public static final int MOTION = 5;
    public static final int ATTACK = 6;
    public static final int PITCH = ATTACK + SEMITONES;
    public static final int LEARNED = PITCH + SEMITONES;
    /** How many learned channels follow the named ones; the first four are instruments. */
    public static final int LEARNED_CHANNELS = 12;

    public static final int INSTRUMENTS = 4;
    public static final int CHANNELS = LEARNED + LEARNED_CHANNELS;

    private static final float MOTION_SCALE = 4;

    private LatentLayout() {}

    /** Loudness in dBFS as the channel holds it. */
    public static float scaleLoudness(float dbfs) {
        return (dbfs + 40) / 40;
    }

    /** Channel-major values {@code [channel * steps + t]} of a track; missing learned channels are zero. */
    public static float[] toChannels(PerformanceTrack track) {
        int n = track.steps();
        float[] out = new float[CHANNELS * n];
        for (int t = 0; t < n; t++) {
            out[ONSET * n + t] = track.onset()[t];
            out[VOICED * n + t] = track.voiced()[t];
            out[BEND * n + t] = track.bend()[t];
            out[LOUDNESS * n + t] = scaleLoudness(track.loudness()[t]);
            out[BRIGHTNESS * n + t] = track.brightness()[t];
            out[MOTION * n + t] = track.motion()[t] * MOTION_SCALE;
            for (int s = 0; s < SEMITONES; s++) {
                out[(ATTACK + s) * n + t] = track.attack()[t * SEMITONES + s];
                out[(PITCH + s) * n + t] = track.pitch()[t * SEMITONES + s];
            }
            for (int c = 0; c < Math.min(LEARNED_CHANNELS, track.learnedChannels()); c++) {
                out[(LEARNED + c) * n + t] = track.learned()[t * track.learnedChannels() + c];
            }
        }
        return out;
    }

    /**
     * The inverse of {@link #toChannels}.
     *
     * @param confidence one value a step
     */
    public static PerformanceTrack toTrack(float[] channels, int steps, float[] confidence) {
        float[] attack = new float[steps * SEMITONES];
        float[] pitch = new float[steps * SEMITONES];
        float[] learned = new float[steps * LEARNED_CHANNELS];
        float[] loudness = new float[steps];
        float[] motion = new float[steps];
        for (int t = 0; t < steps; t++) {
            loudness[t] = channels[LOUDNESS * steps + t] * 40 - 40;
            motion[t] = channels[MOTION * steps + t] / MOTION_SCALE;
            for (int s = 0; s < SEMITONES; s++) {
                attack[t * SEMITONES + s] = channels[(ATTACK + s) * steps + t];
                pitch[t * SEMITONES + s] = channels[(PITCH + s) * steps + t];
            }
            for (int c = 0; c < LEARNED_CHANNELS; c++) {
                learned[t * LEARNED_CHANNELS + c] = channels[(LEARNED + c) * steps + t];
            }
        }
        return new PerformanceTrack(
                steps,
                row(channels, ONSET, steps),
                row(channels, VOICED, steps),
                attack,
                pitch,
                row(channels, BEND, steps),
                loudness,
                row(channels, BRIGHTNESS, steps),
                motion,
                LEARNED_CHANNELS,
                learned,
                confidence);
    }

    private static float[] row(float[] channels, int channel, int steps) {
        return java.util.Arrays.copyOfRange(channels, channel * steps, (channel + 1) * steps);
    }
}
