package org.antiphon.generation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.antiphon.platform.ArtifactOwner;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.jboss.logging.Logger;

/**
 * Forgets what has been kept long enough: translations after their time, then uploads that no translation uses, then files
 * that no row names, and folders of attempts that were killed. A file that was put a moment ago is left alone, because its
 * row may be on the way.
 */
@ApplicationScoped
class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);

    private final TranslationRows translations;
    private final UploadRows uploads;
    private final ArtifactRows artifacts;
    private final Visitors visitors;
    private final ArtifactStore store;
    private final Instance<ArtifactOwner> owners;
    private final WorkFolders folders;
    private final GenerationConfig config;
    private final Clock clock;

    @Inject
    Sweeper(
            TranslationRows translations,
            UploadRows uploads,
            ArtifactRows artifacts,
            Visitors visitors,
            ArtifactStore store,
            @Any Instance<ArtifactOwner> owners,
            WorkFolders folders,
            GenerationConfig config,
            Clock clock) {
        this.translations = translations;
        this.uploads = uploads;
        this.artifacts = artifacts;
        this.visitors = visitors;
        this.store = store;
        this.owners = owners;
        this.folders = folders;
        this.config = config;
        this.clock = clock;
    }

    /** @return the number of files that were deleted */
    int sweep() {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            List<String> old =
                    translations.endedBefore(now.minus(config.retention().translations()));
            old.forEach(translations::deleteById);
            translations.flush();
            uploads.deleteUnused();
            visitors.forgetOld();
            if (!old.isEmpty()) {
                LOG.infof("deleted %d translations that were kept long enough", old.size());
            }
        });
        Instant limit = now.minus(config.retention().grace());
        sweepFolders(limit);
        return sweepFiles(limit);
    }

    private void sweepFolders(Instant limit) {
        try {
            folders.sweep(limit, this::running);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sweep the working folders", e);
        }
    }

    private boolean running(String translation, int attempt) {
        return QuarkusTransaction.requiringNew().call(() -> translations
                .seek(translation)
                .filter(row -> row.state() == Status.RUNNING && row.attempts == attempt)
                .isPresent());
    }

    private int sweepFiles(Instant limit) {
        try (Stream<ArtifactStore.Entry> entries = store.list()) {
            List<Digest> unused = entries.filter(entry -> entry.touched().isBefore(limit))
                    .map(ArtifactStore.Entry::digest)
                    .filter(this::unused)
                    .toList();
            for (Digest digest : unused) {
                store.delete(digest);
            }
            return unused.size();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sweep the artifact store", e);
        }
    }

    private boolean unused(Digest digest) {
        return QuarkusTransaction.requiringNew()
                .call(() -> uploads.count("sha256", digest.hex()) + artifacts.count("sha256", digest.hex()) == 0
                        && owners.stream().noneMatch(owner -> owner.names(digest)));
    }
}
