package org.antiphon.study.stimulus;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.antiphon.clip.Clip;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.antiphon.generation.Renditions;
import org.antiphon.generation.TranslationFailed;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.MediaWriter;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Condition;

/** The sounds that models make of recordings: taken from a translation that exists, from an earlier study, or made now. */
@ApplicationScoped
class ModelSounds {

    private final Renditions renditions;
    private final RenditionRows rows;
    private final ArtifactStore store;
    private final Clock clock;

    @Inject
    ModelSounds(Renditions renditions, RenditionRows rows, ArtifactStore store, Clock clock) {
        this.renditions = renditions;
        this.rows = rows;
        this.store = store;
        this.clock = clock;
    }

    private interface Making {
        Waveform make() throws TranslationFailed, StimulusRefused, IOException;
    }

    /** A recording through the vocoder; {@code identity} is that of the recording. */
    Waveform vocoded(Condition.Vocoded condition, String identity, Waveform sound) throws StimulusRefused, IOException {
        known(condition.vocoder());
        return kept("vocoded " + condition.vocoder() + " of " + identity, () -> renditions.vocoded(sound));
    }

    /** The translation of a recording's pictures. */
    Waveform translated(
            Condition.Generated condition, String identity, Optional<Digest> file, Clip clip, Progress progress)
            throws StimulusRefused, IOException {
        known(condition.model());
        weights(condition);
        Seed seed = new Seed(condition.seed());
        return kept("translated " + condition.model() + " " + condition.seed() + " of " + identity, () -> {
            Optional<Path> made = file.isPresent() ? renditions.made(file.get(), seed) : Optional.empty();
            if (made.isPresent()) {
                return read(made.get());
            }
            return renditions.translated(
                    clip.frames()
                            .orElseThrow(() -> new StimulusRefused("A recording without pictures cannot be translated"
                                    + " into sound. Give a video, or leave out “" + condition.id() + "”.")),
                    seed,
                    progress);
        });
    }

    private void known(String model) throws StimulusRefused {
        if (!renditions.names().contains(model)) {
            throw new StimulusRefused("There is no model “" + model + "” here. Take one of "
                    + String.join(", ", renditions.names()) + ".");
        }
    }

    private void weights(Condition.Generated condition) throws StimulusRefused {
        if (condition.checksum().isEmpty()) {
            return;
        }
        try {
            String checksum = renditions.checksum();
            if (!condition.checksum().get().equals(checksum)) {
                throw new StimulusRefused("“" + condition.id() + "” asks for weights "
                        + condition.checksum().get().substring(0, 12) + "…, but the models here are "
                        + checksum.substring(0, 12) + "….");
            }
        } catch (TranslationFailed e) {
            throw new StimulusRefused(e.getMessage(), e);
        }
    }

    private Waveform kept(String what, Making making) throws StimulusRefused, IOException {
        String recipe = Digest.of((what + " by " + renditions.fingerprint()).getBytes(StandardCharsets.UTF_8))
                .hex();
        RenditionRow known = QuarkusTransaction.requiringNew().call(() -> {
            RenditionRow row = rows.findById(recipe);
            if (row != null) {
                row.usedAt = clock.instant();
            }
            return row;
        });
        if (known != null && store.holds(new Digest(known.sha256))) {
            return read(store.local(new Digest(known.sha256)));
        }
        try {
            Waveform sound = making.make();
            keep(recipe, sound);
            return sound;
        } catch (TranslationFailed e) {
            throw new StimulusRefused(e.getMessage(), e);
        }
    }

    private void keep(String recipe, Waveform sound) throws TranslationFailed, IOException {
        Path file = Files.createTempFile("rendition", ".wav");
        try {
            MediaWriter.wav(file, sound);
            ArtifactStore.Entry entry = store.put(file);
            String checksum = renditions.checksum();
            QuarkusTransaction.requiringNew().run(() -> {
                rows.deleteById(recipe);
                RenditionRow row = new RenditionRow();
                row.recipe = recipe;
                row.sha256 = entry.digest().hex();
                row.bytes = entry.bytes();
                row.model = checksum;
                row.createdAt = clock.instant();
                row.usedAt = row.createdAt;
                rows.persist(row);
            });
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Waveform read(Path file) throws IOException {
        try {
            return new DirectMediaReader()
                    .decode(file, DecodeRequest.soundAt(SampleRate.STUDIO))
                    .sound()
                    .orElseThrow();
        } catch (MediaRejected e) {
            throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
