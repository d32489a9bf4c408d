package org.antiphon.generation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;

/** What a job needs of the models. {@link TranslationFailed} where they cannot do it. */
interface Translating {

    /** A translated sound, the spectrogram it was made from and the track it went through. */
    record Heard(Waveform sound, PerformanceTrack track, double confidence) {}

    /** A translated video: as many pictures as {@code count}, made while they are read. */
    record Shown(
            Iterable<Picture> pictures,
            FrameRate rate,
            int count,
            List<FlowField> flow,
            PerformanceTrack track,
            double confidence) {}

    /**
     * A model as the pages tell of it.
     *
     * @param parameters how many trained numbers it has; empty unless it is open in this process
     */
    record Model(String family, String name, OptionalLong parameters) {}

    /** The sound of a silent video. */
    Heard videoToSound(Frames frames, Seed seed, int steps, Progress progress) throws TranslationFailed;

    /** The video of a sound, beginning with the prior picture. */
    Shown soundToVideo(Waveform sound, Picture prior, Seed seed, int steps, Progress progress) throws TranslationFailed;

    /** The performance track heard in a sound. */
    PerformanceTrack hear(Waveform sound) throws TranslationFailed;

    /** The log-mel spectrogram of a sound, if the models can give it. */
    Optional<Mel> spectrogram(Waveform sound);

    /** How the picture moves, from each frame to the one before; empty if the models cannot give it. */
    List<FlowField> motion(Frames frames);

    /** A sound through the vocoder alone: its spectrogram made sound again. */
    Waveform vocoded(Waveform sound) throws TranslationFailed;

    /** Gets ready for the first job, which may take seconds; called once by a process that works. */
    void warmUp();

    /** Whether translations are made in this process; never waits, as a page asks this. */
    Readiness readiness();

    /** The processor that the models run on, in words, once they are open. */
    Optional<String> device();

    /** Checksum over all weights. */
    String checksum() throws TranslationFailed;

    /** The models that stand beside this process, whether they are open here or not; empty if there are none. */
    List<Model> models();
}
