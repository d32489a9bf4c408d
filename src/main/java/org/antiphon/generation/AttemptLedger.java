package org.antiphon.generation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Seed;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;

/**
 * What the database knows of attempts. Each method is one transaction of its own. A write on behalf of an attempt counts
 * only while that attempt is the latest one and nobody has cancelled: a worker that was believed dead and comes
 * back changes nothing.
 */
@ApplicationScoped
class AttemptLedger {

    private final TranslationRows translations;
    private final AttemptRows attempts;
    private final ArtifactRows artifacts;
    private final MetricRows metrics;
    private final ArtifactStore store;
    private final GenerationConfig config;
    private final Clock clock;

    @Inject
    AttemptLedger(
            TranslationRows translations,
            AttemptRows attempts,
            ArtifactRows artifacts,
            MetricRows metrics,
            ArtifactStore store,
            GenerationConfig config,
            Clock clock) {
        this.translations = translations;
        this.attempts = attempts;
        this.artifacts = artifacts;
        this.metrics = metrics;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** Starts the next attempt; empty if there is nothing (more) to do. */
    Optional<Assignment> begin(String id, String worker) {
        return QuarkusTransaction.requiringNew().call(() -> {
            TranslationRow row = translations.hold(id).orElse(null);
            if (row == null || row.state() == Status.DONE || row.state() == Status.FAILED) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            attempts.loseOpenOnesOf(id, now);
            if (row.cancelRequested) {
                translations.delete(row);
                return Optional.empty();
            }
            if (row.attempts >= config.worker().maxAttempts()) {
                fail(row, Failure.GAVE_UP, now);
                return Optional.empty();
            }
            row.attempts++;
            row.status = Status.RUNNING.label();
            row.stage = "getting ready";
            row.progress = 0;
            row.startedAt = now;
            row.updatedAt = now;
            AttemptRow attempt = new AttemptRow();
            attempt.translationId = id;
            attempt.number = row.attempts;
            attempt.worker = worker;
            attempt.startedAt = now;
            attempt.heartbeatAt = now;
            attempts.persist(attempt);
            return Optional.of(assignment(row));
        });
    }

    /**
     * Counts an attempt that could not even begin, and gives the job up after the last one. Writes no more than it must and
     * reads no row, as what stands there may be what failed.
     *
     * @return whether there will be a next attempt
     */
    boolean neverBegan(String id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            List<String> open = List.of(Status.QUEUED.label(), Status.RUNNING.label());
            translations.update(
                    "attempts = attempts + 1, updatedAt = ?1 where id = ?2 and status in ?3", now, id, open);
            translations.update(
                    "status = ?1, stage = 'failed', problemCode = ?2, problemTitle = ?3, problemDetail = ?4, "
                            + "finishedAt = ?5 where id = ?6 and status in ?7 and attempts >= ?8",
                    Status.FAILED.label(),
                    Failure.UNEXPECTED.code(),
                    Failure.UNEXPECTED.title(),
                    Failure.UNEXPECTED.detail(),
                    now,
                    id,
                    open,
                    config.worker().maxAttempts());
            return translations.count("id = ?1 and status in ?2", id, open) > 0;
        });
    }

    private static Assignment assignment(TranslationRow row) {
        Optional<Digest> prior = Optional.ofNullable(row.prior).map(UploadRow::digest);
        return new Assignment(
                row.id,
                row.attempts,
                row.way(),
                new Seed(row.seed),
                row.steps,
                row.media.digest(),
                row.media.fileName,
                row.media.mediaType,
                row.media.hasSound,
                row.media.hasPicture,
                row.media.playable,
                row.media.aspect(),
                prior);
    }

    /** Notes how far the attempt has come. False if it is no longer wanted. */
    boolean progress(String id, int attempt, String stage, double share) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            int rows = translations.update(
                    "stage = ?1, progress = ?2, updatedAt = ?3"
                            + " where id = ?4 and attempts = ?5 and status = 'running' and cancelRequested = false",
                    stage,
                    Math.max(0, Math.min(0.999, share)),
                    now,
                    id,
                    attempt);
            if (rows == 1) {
                attempts.update("heartbeatAt = ?1 where translationId = ?2 and number = ?3", now, id, attempt);
            }
            return rows == 1;
        });
    }

    /**
     * Records the result: artifacts, metrics and the job's end together. The files are in the store before; if the attempt
     * is no longer wanted they stay without a row and are swept.
     *
     * @return whether the result counted
     */
    boolean done(Assignment assignment, Translated result) {
        List<ArtifactRow> rows = store(assignment.id(), result);
        return QuarkusTransaction.requiringNew().call(() -> {
            TranslationRow row = current(assignment).orElse(null);
            if (row == null) {
                return false;
            }
            Instant now = clock.instant();
            artifacts.delete("translationId", row.id);
            artifacts.persist(rows);
            metrics.replace(row.id, result.metrics());
            row.metricSet = MetricSet.FINGERPRINT;
            row.status = Status.DONE.label();
            row.stage = "done";
            row.progress = 1;
            row.confidence = Math.max(0, Math.min(1, result.confidence()));
            row.lengthSeconds = result.seconds();
            row.modelChecksum = result.modelChecksum();
            row.finishedAt = now;
            row.updatedAt = now;
            end(assignment, "done", now);
            return true;
        });
    }

    /** The attempt failed in a way that trying again would not change. */
    void failed(Assignment assignment, Failure failure) {
        QuarkusTransaction.requiringNew().run(() -> current(assignment).ifPresent(row -> {
            Instant now = clock.instant();
            fail(row, failure, now);
            end(assignment, "failed", now);
        }));
    }

    /**
     * The attempt failed, but the next may not.
     *
     * @param counts false if the attempt is not to be held against the job: the worker was asked to stop
     * @return whether there will be a next attempt
     */
    boolean again(Assignment assignment, Failure failure, boolean counts) {
        return QuarkusTransaction.requiringNew().call(() -> {
            TranslationRow row = current(assignment).orElse(null);
            if (row == null) {
                return false;
            }
            Instant now = clock.instant();
            if (counts && row.attempts >= config.worker().maxAttempts()) {
                fail(row, failure, now);
                end(assignment, "failed", now);
                return false;
            }
            row.status = Status.QUEUED.label();
            row.stage = "waiting to try again";
            row.progress = 0;
            row.updatedAt = now;
            end(assignment, "retry", now);
            if (!counts) {
                attempts.delete("translationId = ?1 and number = ?2", row.id, row.attempts);
                row.attempts--;
            }
            return true;
        });
    }

    /** The attempt stopped because it is no longer wanted: what was cancelled is deleted now. */
    void stopped(Assignment assignment) {
        QuarkusTransaction.requiringNew().run(() -> translations
                .hold(assignment.id())
                .filter(row -> row.cancelRequested)
                .ifPresent(translations::delete));
    }

    private Optional<TranslationRow> current(Assignment assignment) {
        return translations
                .hold(assignment.id())
                .filter(row ->
                        row.attempts == assignment.attempt() && row.state() == Status.RUNNING && !row.cancelRequested);
    }

    private static void fail(TranslationRow row, Failure failure, Instant now) {
        row.status = Status.FAILED.label();
        row.stage = "failed";
        row.problemCode = failure.code();
        row.problemTitle = failure.title();
        row.problemDetail = failure.detail();
        row.finishedAt = now;
        row.updatedAt = now;
    }

    private void end(Assignment assignment, String outcome, Instant now) {
        attempts.of(assignment.id(), assignment.attempt()).ifPresent(attempt -> {
            attempt.endedAt = now;
            attempt.outcome = outcome;
        });
    }

    private List<ArtifactRow> store(String id, Translated result) {
        List<ArtifactRow> rows = new ArrayList<>();
        for (Translated.Product product : result.products()) {
            try {
                ArtifactStore.Entry entry = store.put(product.file());
                rows.add(row(id, product, entry.digest(), entry.bytes()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot store " + product.role() + " of translation " + id, e);
            }
        }
        return rows;
    }

    private static ArtifactRow row(String id, Translated.Product product, Digest digest, long bytes) {
        ArtifactRow row = new ArtifactRow();
        row.translationId = id;
        row.role = product.role().label();
        row.sha256 = digest.hex();
        row.mediaType = product.mediaType();
        row.bytes = bytes;
        return row;
    }
}
