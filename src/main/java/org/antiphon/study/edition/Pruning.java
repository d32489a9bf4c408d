package org.antiphon.study.edition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.StudyDocument;
import org.antiphon.study.stimulus.KeptSounds;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Forgets what was made for studies and is needed by none: previews, stimuli that no draft asks for, sounds they were made
 * of, and how old preparations ended. Editions keep their files whatever happens here; a file that no row names any more is
 * deleted with those of visitors.
 */
@ApplicationScoped
public class Pruning {

    private static final Logger LOG = Logger.getLogger(Pruning.class);

    private final DraftRows drafts;
    private final DraftFileRows files;
    private final PreparedRows prepared;
    private final PreparationRows preparations;
    private final Readiness readiness;
    private final KeptSounds sounds;
    private final EntityManager database;
    private final Duration previews;
    private final Duration unused;
    private final Clock clock;

    @Inject
    Pruning(
            DraftRows drafts,
            DraftFileRows files,
            PreparedRows prepared,
            PreparationRows preparations,
            Readiness readiness,
            KeptSounds sounds,
            EntityManager database,
            @ConfigProperty(name = "antiphon.studies.keep-previews") Duration previews,
            @ConfigProperty(name = "antiphon.studies.keep-unused") Duration unused,
            Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.prepared = prepared;
        this.preparations = preparations;
        this.readiness = readiness;
        this.sounds = sounds;
        this.database = database;
        this.previews = previews;
        this.unused = unused;
        this.clock = clock;
    }

    /** What was forgotten, in rows. */
    public record Pruned(int previews, long stimuli, long sounds, long preparations) {}

    /** Forgets what was not used for the configured times. */
    Pruned prune() {
        return prune(clock.instant().minus(previews), clock.instant().minus(unused));
    }

    Pruned prune(Instant previewsBefore, Instant unusedBefore) {
        int forgotten = 0;
        for (Long preview : QuarkusTransaction.requiringNew().call(() -> drafts.previewsBefore(previewsBefore))) {
            forgotten += forget(preview) ? 1 : 0;
        }
        int previewsForgotten = forgotten;
        Pruned pruned = QuarkusTransaction.requiringNew()
                .call(() -> new Pruned(
                        previewsForgotten,
                        prepared.forget(unusedBefore, this::needed),
                        sounds.forget(unusedBefore),
                        preparations.delete("state in ('done', 'failed') and updatedAt < ?1", unusedBefore)));
        if (!pruned.equals(new Pruned(0, 0, 0, 0))) {
            LOG.infof("forgot what no study needs: %s", pruned);
        }
        return pruned;
    }

    private boolean forget(Long preview) {
        try {
            QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("select 1 from forget_preview(?1)")
                    .setParameter(1, preview)
                    .getResultList());
            return true;
        } catch (PersistenceException e) {
            LOG.warnf(e, "preview %d stays", preview);
            return false;
        }
    }

    /** The recipes of everything that a draft asks for, as far as drafts can be read. */
    private Set<String> needed() {
        Set<String> needed = new HashSet<>();
        for (DraftRow row : drafts.own()) {
            if (StudyDocument.read(row.draft.getBytes(StandardCharsets.UTF_8), clock.instant())
                    instanceof StudyDocument.Reading.Accepted accepted) {
                Study study = accepted.study();
                needed.add(Readiness.tryOut(study.presentation()).hex());
                readiness.recipes(study, files.uploads(row.id)).recipes().values().stream()
                        .map(Digest::hex)
                        .forEach(needed::add);
            }
        }
        return needed;
    }
}
