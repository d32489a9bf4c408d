package org.antiphon.generation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.antiphon.platform.PlatformConfig;

/**
 * What other packages may have of recordings and models: what somebody gave, what was made of it already, and the models
 * themselves for what was not. Safe for use by several threads.
 */
@ApplicationScoped
public class Renditions {

    private final Translating models;
    private final Samples samples;
    private final TranslationRows translations;
    private final ArtifactRows artifacts;
    private final ArtifactStore store;
    private final GenerationConfig config;
    private final Path modelsFolder;

    @Inject
    Renditions(
            Translating models,
            Samples samples,
            TranslationRows translations,
            ArtifactRows artifacts,
            ArtifactStore store,
            GenerationConfig config,
            PlatformConfig platform) {
        this.models = models;
        this.samples = samples;
        this.translations = translations;
        this.artifacts = artifacts;
        this.store = store;
        this.config = config;
        this.modelsFolder = platform.modelsFolder().toAbsolutePath();
    }

    /** The names of the models that can be asked for. */
    public List<String> names() {
        return List.of(TranslationResource.DEFAULT_MODEL);
    }

    /** The clip of a sample of the demo page. */
    public Optional<Path> sample(String name) {
        return samples.find(name).map(sample -> samples.file(sample.media()));
    }

    /** What somebody gave to be translated; empty if the translation is gone. */
    public Optional<Digest> given(String translation) {
        return QuarkusTransaction.requiringNew()
                .call(() -> translations.seek(translation).map(row -> row.media.digest()));
    }

    /** The sound that somebody's translation of this very file has already, if these models made it from this seed. */
    public Optional<Path> made(Digest file, Seed seed) throws TranslationFailed, IOException {
        String checksum = models.checksum();
        Optional<Digest> found = QuarkusTransaction.requiringNew().call(() -> translations
                .find(
                        "media.sha256 = ?1 and seed = ?2 and modelChecksum = ?3 and steps = ?4 and status = 'done'"
                                + " and direction = 'video-to-sound' order by createdAt",
                        file.hex(),
                        seed.value(),
                        checksum,
                        config.translation().steps())
                .firstResultOptional()
                .flatMap(row -> artifacts.of(row.id, Role.SOUND_LOSSLESS))
                .map(ArtifactRow::digest));
        return found.isPresent() ? Optional.of(store.local(found.get())) : Optional.empty();
    }

    /** The sound of a silent performance, made now. */
    public Waveform translated(Frames frames, Seed seed, Progress progress) throws TranslationFailed {
        return models.videoToSound(frames, seed, config.translation().steps(), progress)
                .sound();
    }

    /** A recording through the vocoder alone. */
    public Waveform vocoded(Waveform sound) throws TranslationFailed {
        return models.vocoded(sound);
    }

    /** Checksum of the weights of all models in use; opens them. */
    public String checksum() throws TranslationFailed {
        return models.checksum();
    }

    /** Changes when the shipped models or the way they are used change; reads no weights. */
    public String fingerprint() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.isDirectory(modelsFolder) ? Files.walk(modelsFolder, 3) : Stream.empty()) {
            for (Path sums :
                    files.filter(file -> file.endsWith("SHA256SUMS")).sorted().toList()) {
                all.write((modelsFolder.relativize(sums) + "\n").getBytes(StandardCharsets.UTF_8));
                all.write(Files.readAllBytes(sums));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checksums of the models in " + modelsFolder, e);
        }
        String way = config.translation().synthesis().label();
        all.writeBytes(("steps " + config.translation().steps() + " " + way).getBytes(StandardCharsets.UTF_8));
        return Digest.of(all.toByteArray()).hex();
    }
}
