package org.antiphon.cli.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.antiphon.translation.Synthesis;
import org.antiphon.translation.Translator;

/** The ways from one performance track to sound, beside each other: from what was seen and from what was heard. */
final class Pipelines {

    static final String CODED = "true sound through the codec";
    static final String WORK = "seconds of work a second, track to sound";

    /** Rows beside those of the spectrogram that people may want to see. */
    static final List<String> LOOKED_AT =
            List.of(CODED, seen(Synthesis.TOKENS), heard(Synthesis.TOKENS), seen(Synthesis.HARMONIC));

    private static final String SHARE = " share";

    private final Translator translator;
    private final Seed seed;
    private final int steps;
    private final LongSupplier nanos;
    private final Map<String, Double> work = new LinkedHashMap<>();

    Pipelines(Translator translator, Seed seed, int steps, LongSupplier nanos) {
        this.translator = translator;
        this.seed = seed;
        this.steps = steps;
        this.nanos = nanos;
    }

    /** The row of a way from pictures to sound. */
    static String seen(Synthesis synthesis) {
        return switch (synthesis) {
            case SPECTROGRAM -> SoundTrial.OURS;
            case TOKENS -> "ours, by tokens";
            case HARMONIC -> "ours, by harmonics and noise";
        };
    }

    /** The row of a way from the true sound, as our encoder hears it, to sound. */
    static String heard(Synthesis synthesis) {
        return switch (synthesis) {
            case SPECTROGRAM -> SoundTrial.RESYNTHESIS;
            case TOKENS -> "true sound heard and played by tokens";
            case HARMONIC -> "true sound heard and played by harmonics and noise";
        };
    }

    /** What every way but the spectrogram's makes of a track that was seen, and every way of one that was heard. */
    Map<String, Waveform> play(PerformanceTrack seen, PerformanceTrack heard) {
        Map<String, Waveform> sounds = new LinkedHashMap<>();
        for (Synthesis synthesis : translator.pipelines()) {
            if (synthesis != Synthesis.SPECTROGRAM) {
                sounds.put(seen(synthesis), sound(seen, synthesis));
            }
            long begin = nanos.getAsLong();
            Waveform sound = sound(heard, synthesis);
            work.put(heard(synthesis), (nanos.getAsLong() - begin) / 1e9 / sound.seconds());
            sounds.put(heard(synthesis), sound);
        }
        return sounds;
    }

    private Waveform sound(PerformanceTrack track, Synthesis synthesis) {
        return translator
                .soundFrom(track, synthesis, seed, steps, Progress.NONE)
                .sound();
    }

    /** Adds how long the latest {@link #play} took. */
    void work(List<ResultTable> tables) {
        work.forEach((row, seconds) -> tables.forEach(table -> table.add(row, WORK, seconds)));
    }

    /** The ceiling of the way by tokens, where there is a codec. */
    Map<String, Waveform> ceiling(Mel truth) {
        Map<String, Waveform> sounds = new LinkedHashMap<>();
        translator.coded(truth).ifPresent(mel -> sounds.put(CODED, translator.play(mel, seed)));
        return sounds;
    }

    /** One row a way: shares of what the same detectors find in the true sound, likeness, and what it costs. */
    static ResultTable compared(ResultTable sound) {
        ResultTable table = new ResultTable();
        for (Synthesis synthesis : Synthesis.values()) {
            String way = synthesis.label();
            for (boolean eye : new boolean[] {true, false}) {
                String row = eye ? seen(synthesis) : heard(synthesis);
                String from = eye ? ", from pictures" : ", from the true sound's track";
                add(table, way, SoundScores.ONSETS + SHARE + from, share(sound, row, SoundScores.ONSETS));
                add(table, way, SoundScores.NOTES + SHARE + from, share(sound, row, SoundScores.NOTES));
                add(table, way, SoundScores.LOUDNESS + from, sound.mean(row, SoundScores.LOUDNESS));
                add(table, way, SoundScores.SPECTRUM + from, sound.mean(row, SoundScores.SPECTRUM));
            }
            add(table, way, WORK, sound.mean(heard(synthesis), WORK));
        }
        return table;
    }

    private static OptionalDouble share(ResultTable sound, String row, String metric) {
        return sound.share(row, SoundTrial.TRUTH, metric);
    }

    private static void add(ResultTable table, String row, String metric, OptionalDouble value) {
        value.ifPresent(number -> table.add(row, metric, number));
    }
}
