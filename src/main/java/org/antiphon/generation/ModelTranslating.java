package org.antiphon.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;

/** The shipped models. */
@ApplicationScoped
class ModelTranslating implements Translating {

    @Override
    public Heard videoToSound(Frames frames, Seed seed, int steps, Progress progress) throws TranslationFailed {
        throw missing();
    }

    @Override
    public Shown soundToVideo(Waveform sound, Picture prior, Seed seed, int steps, Progress progress)
            throws TranslationFailed {
        throw missing();
    }

    @Override
    public PerformanceTrack hear(Waveform sound) throws TranslationFailed {
        throw missing();
    }

    @Override
    public Optional<Mel> spectrogram(Waveform sound) {
        return Optional.empty();
    }

    @Override
    public List<FlowField> motion(Frames frames) {
        return List.of();
    }

    @Override
    public String device() {
        return "none";
    }

    @Override
    public String checksum() throws TranslationFailed {
        throw missing();
    }

    @Override
    public List<Model> models() {
        return List.of();
    }

    private static TranslationFailed missing() {
        return new TranslationFailed("no-models", "The models are not installed", "The folder of models is empty.", null);
    }
}
