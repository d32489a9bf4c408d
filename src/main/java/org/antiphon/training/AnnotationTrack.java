package org.antiphon.training;

import static org.antiphon.clip.PerformanceTrack.LOWEST_NOTE;
import static org.antiphon.clip.PerformanceTrack.RATE;
import static org.antiphon.clip.PerformanceTrack.SEMITONES;

import java.util.List;
import org.antiphon.clip.Mel;
import org.antiphon.clip.Note;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Timeline;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.LevelCurve;
import org.antiphon.signal.SpectralCentroid;

/** The performance track that annotation and sound say is true: what both encoders are taught to write. */
public final class AnnotationTrack {

    private static final float NEIGHBOUR = 0.4f;
    private static final double LARGEST_BEND = 0.6;

    private AnnotationTrack() {}

    /**
     * @param f0 sounding frequency every 10 ms from time 0, 0 where nothing sounds
     * @param motion motion energy a step
     * @param instrument what the first learned channels hold, {@link InstrumentShares#of}
     */
    public static PerformanceTrack of(
            Timeline timeline,
            List<Note> notes,
            float[] f0,
            Waveform sound,
            Mel logMel,
            float[] motion,
            float[] instrument,
            int learnedChannels) {
        int n = timeline.latentSteps();
        float[] onset = new float[n];
        float[] voiced = new float[n];
        float[] attack = new float[n * SEMITONES];
        float[] pitch = new float[n * SEMITONES];
        float[] bend = new float[n];
        for (Note note : notes) {
            int semitone = (int) Math.round(note.midi()) - LOWEST_NOTE;
            if (semitone < 0 || semitone >= SEMITONES) {
                continue;
            }
            begin(note, semitone, n, onset, attack);
            int from = Math.max(0, (int) Math.round(note.onset() * RATE));
            int to = Math.min(n, Math.max(from + 1, (int) Math.round(note.offset() * RATE)));
            for (int t = from; t < to; t++) {
                voiced[t] = 1;
                pitch[t * SEMITONES + semitone] = 1;
                bend[t] = bend(f0, t, semitone + LOWEST_NOTE);
            }
        }
        float[] learned = new float[n * learnedChannels];
        float[] sure = new float[n];
        for (int t = 0; t < n; t++) {
            sure[t] = 1;
            System.arraycopy(instrument, 0, learned, t * learnedChannels, instrument.length);
        }
        return new PerformanceTrack(
                n,
                onset,
                voiced,
                attack,
                pitch,
                bend,
                LevelCurve.dbfs(sound, n, RATE),
                SpectralCentroid.brightness(logMel, n, Timeline.MEL_FRAMES_PER_FRAME / Timeline.LATENT_STEPS_PER_FRAME),
                motion,
                learnedChannels,
                learned,
                sure);
    }

    private static void begin(Note note, int semitone, int n, float[] onset, float[] attack) {
        int step = (int) Math.floor(note.onset() * RATE);
        for (int d = -1; d <= 1; d++) {
            int t = step + d;
            if (t >= 0 && t < n) {
                float value = d == 0 ? 1 : NEIGHBOUR;
                onset[t] = Math.max(onset[t], value);
                attack[t * SEMITONES + semitone] = Math.max(attack[t * SEMITONES + semitone], value);
            }
        }
    }

    private static float bend(float[] f0, int step, int midi) {
        int k = Math.min(f0.length - 1, 2 * step + 1);
        if (k < 0 || f0[k] <= 0) {
            return 0;
        }
        double cents = 69 + 12 * Math.log(f0[k] / 440) / Math.log(2) - midi;
        return Math.abs(cents) > LARGEST_BEND ? 0 : (float) cents;
    }
}
