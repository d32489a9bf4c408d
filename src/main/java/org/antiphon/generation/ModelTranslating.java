package org.antiphon.generation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.antiphon.platform.PlatformConfig;
import org.antiphon.translation.Shelf;
import org.antiphon.translation.Sketch;
import org.antiphon.translation.SoundTranslation;
import org.antiphon.translation.Synthesis;
import org.antiphon.translation.Translator;
import org.antiphon.translation.VideoTranslation;
import org.jboss.logging.Logger;

/**
 * The shipped models: opened once, when they are first needed, and shared by all jobs of this process. A failure to open
 * them is not kept, so that a folder that was missing can be put in place while the server runs.
 */
@ApplicationScoped
class ModelTranslating implements Translating {

    private static final Logger LOG = Logger.getLogger(ModelTranslating.class);

    /** The vocoder draws its first phases; which ones cannot be heard. */
    private static final Seed VOCODER_SEED = new Seed(1);

    private final Path folder;
    private final int threads;
    private final Synthesis synthesis;
    private volatile Translator open;
    private volatile boolean unusable;

    @Inject
    ModelTranslating(PlatformConfig platform, GenerationConfig config) {
        this.folder = platform.modelsFolder().toAbsolutePath();
        this.threads = config.worker().threads();
        this.synthesis = config.translation().synthesis();
    }

    @Override
    public Heard videoToSound(Frames frames, Seed seed, int steps, Progress progress) throws TranslationFailed {
        SoundTranslation made = translator().videoToSound(frames, synthesis, seed, steps, progress);
        return new Heard(made.sound(), made.track(), made.confidence());
    }

    @Override
    public Shown soundToVideo(Waveform sound, Picture prior, Seed seed, int steps, Progress progress)
            throws TranslationFailed {
        VideoTranslation made = translator().soundToVideo(sound, prior, seed, steps, progress);
        return new Shown(
                made.pictures(),
                made.rate(),
                made.count(),
                new FlowSteps(made.flow()),
                made.track(),
                made.confidence());
    }

    @Override
    public PerformanceTrack hear(Waveform sound) throws TranslationFailed {
        return translator().hear(sound);
    }

    @Override
    public Optional<Mel> spectrogram(Waveform sound) {
        return Optional.of(Sketch.spectrogram(sound));
    }

    @Override
    public List<FlowField> motion(Frames frames) {
        return Sketch.motion(frames);
    }

    @Override
    public Waveform vocoded(Waveform sound) throws TranslationFailed {
        return translator().play(Translator.spectrogram(sound), VOCODER_SEED);
    }

    @Override
    public void warmUp() {
        try {
            LOG.infof("the models run on %s", translator().device());
        } catch (TranslationFailed e) {
            LOG.warnf(e.getCause(), "the models in %s cannot be used", folder);
        }
    }

    @Override
    public Readiness readiness() {
        return Readiness.of(threads, open != null, unusable);
    }

    @Override
    public Optional<String> device() {
        return Optional.ofNullable(open).map(Translator::device);
    }

    @Override
    public String checksum() throws TranslationFailed {
        return translator().modelChecksum(synthesis);
    }

    @Override
    public List<Model> models() {
        Translator now = open;
        if (now != null) {
            return now.models().stream()
                    .map(model -> new Model(model.family(), model.name(), OptionalLong.of(model.parameters())))
                    .toList();
        }
        try {
            return Shelf.of(folder).stream()
                    .map(model -> new Model(model.family(), model.name(), OptionalLong.empty()))
                    .toList();
        } catch (UncheckedIOException e) {
            LOG.warnf(e, "the models in %s cannot be told of", folder);
            return List.of();
        }
    }

    private synchronized Translator translator() throws TranslationFailed {
        if (open == null) {
            try {
                open = opened();
                unusable = false;
            } catch (UncheckedIOException | IllegalArgumentException e) {
                unusable = true;
                throw new TranslationFailed(
                        "no-models",
                        "The models cannot be used",
                        "They are missing or damaged; whoever runs this server finds the reason in its log.",
                        e);
            }
        }
        return open;
    }

    private Translator opened() {
        Translator translator = Translator.open(folder);
        if (!translator.pipelines().contains(synthesis)) {
            translator.close();
            throw new IllegalArgumentException("antiphon.translation.synthesis is " + synthesis.label()
                    + ", which needs a codec and a token model in " + folder);
        }
        return translator;
    }

    @PreDestroy
    synchronized void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
