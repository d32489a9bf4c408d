package org.antiphon.metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.antiphon.clip.Note;
import org.antiphon.signal.HeardSound;
import org.antiphon.signal.LevelCurve;
import org.antiphon.signal.Loudness;
import org.antiphon.signal.NoteTranscriber.Voices;

/** What is heard of each {@link Cue} in one sound; a cue that cannot be read is missing. */
public record EmotionCues(Map<Cue, Double> values) {

    private static final int FEWEST_ONSETS = 4;
    private static final double LONGEST_GAP_SECONDS = 1.5;
    private static final int LEVELS_A_SECOND = 100;

    /** Keeps a copy that cannot be changed. */
    public EmotionCues {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** The cue's value, if it can be read. */
    public OptionalDouble get(Cue cue) {
        Double value = values.get(cue);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Reads the cues of a sound, its notes written down for so many voices. */
    static EmotionCues of(HeardSound sound, Voices voices) {
        Map<Cue, Double> values = new EnumMap<>(Cue.class);
        List<Note> notes = sound.notes(voices);
        double[] onsets = OnsetF1.onsetsOf(notes);
        put(values, Cue.TEMPO, tempo(onsets));
        put(values, Cue.ARTICULATION, articulation(onsets, notes));
        put(values, Cue.LEVEL, Loudness.integrated(sound.sound()));
        put(values, Cue.DYNAMICS, dynamics(sound, onsets));
        if (voices == Voices.ONE) {
            put(values, Cue.VIBRATO, Vibrato.extent(sound.pitch(), notes));
        }
        put(values, Cue.BRIGHTNESS, Brightness.highEnergy(sound.atModelRate()));
        return new EmotionCues(values);
    }

    private static void put(Map<Cue, Double> values, Cue cue, OptionalDouble value) {
        value.ifPresent(number -> values.put(cue, number));
    }

    private static OptionalDouble tempo(double[] onsets) {
        if (onsets.length < FEWEST_ONSETS) {
            return OptionalDouble.empty();
        }
        double seconds = onsets[onsets.length - 1] - onsets[0];
        return OptionalDouble.of(Math.log((onsets.length - 1) / seconds) / Math.log(2));
    }

    private static OptionalDouble articulation(double[] onsets, List<Note> notes) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i + 1 < onsets.length; i++) {
            double begin = onsets[i];
            double next = onsets[i + 1];
            double end = notes.stream()
                    .filter(note -> note.onset() >= begin - 0.03 && note.onset() < next - 0.03)
                    .mapToDouble(Note::offset)
                    .max()
                    .orElse(Double.NaN);
            if (!Double.isNaN(end) && next - begin <= LONGEST_GAP_SECONDS) {
                sum += Math.max(0, Math.min(1, (end - begin) / (next - begin)));
                count++;
            }
        }
        return count < FEWEST_ONSETS - 1 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    private static OptionalDouble dynamics(HeardSound sound, double[] onsets) {
        if (onsets.length < FEWEST_ONSETS) {
            return OptionalDouble.empty();
        }
        double seconds = sound.sound().seconds();
        float[] level = LevelCurve.dbfs(sound.sound(), (int) (seconds * LEVELS_A_SECOND), LEVELS_A_SECOND);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < onsets.length; i++) {
            int from = (int) (onsets[i] * LEVELS_A_SECOND);
            int to = (int) ((i + 1 < onsets.length ? onsets[i + 1] : seconds) * LEVELS_A_SECOND);
            double highest = LevelCurve.FLOOR;
            for (int t = from; t < Math.min(to, level.length); t++) {
                highest = Math.max(highest, level[t]);
            }
            sum += highest;
            squares += highest * highest;
        }
        double mean = sum / onsets.length;
        return OptionalDouble.of(Math.sqrt(Math.max(0, squares / onsets.length - mean * mean)));
    }
}
