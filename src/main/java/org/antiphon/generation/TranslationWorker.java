package org.antiphon.generation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.antiphon.clip.Direction;
import org.antiphon.media.MediaRejected;
import org.antiphon.platform.ArtifactStore;
import org.jboss.logging.Logger;

/** Makes one translation at a time per thread, and says in the books how it went. */
@ApplicationScoped
class TranslationWorker {

    private static final Logger LOG = Logger.getLogger(TranslationWorker.class);

    private final AttemptLedger ledger;
    private final SoundForVideo soundForVideo;
    private final VideoForSound videoForSound;
    private final ArtifactStore store;
    private final GenerationConfig config;
    private final WorkFolders folders;
    private final Clock clock;
    private final String name = ManagementFactory.getRuntimeMXBean().getName();
    private volatile boolean stopping;

    @Inject
    TranslationWorker(
            AttemptLedger ledger,
            SoundForVideo soundForVideo,
            VideoForSound videoForSound,
            ArtifactStore store,
            GenerationConfig config,
            WorkFolders folders,
            Clock clock) {
        this.ledger = ledger;
        this.soundForVideo = soundForVideo;
        this.videoForSound = videoForSound;
        this.store = store;
        this.config = config;
        this.folders = folders;
        this.clock = clock;
    }

    /** This process, as the books name it. */
    String name() {
        return name;
    }

    /** From now on every job ends at its next step and goes back to the queue. */
    void stop() {
        stopping = true;
    }

    /** @return whether the job is to be tried again */
    boolean work(String id) {
        Optional<Assignment> assignment;
        try {
            assignment = ledger.begin(id, name);
        } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
            LOG.errorf(e, "translation %s could not begin", id);
            return ledger.neverBegan(id); // what begin wrote was rolled back
        }
        if (assignment.isEmpty()) {
            return false;
        }
        JobAttempt attempt = open(assignment.get());
        try (attempt) {
            run(attempt);
        }
        return attempt.wantsRetry();
    }

    private JobAttempt open(Assignment assignment) {
        Path own = folders.of(assignment.id(), assignment.attempt());
        return new JobAttempt(ledger, assignment, own, clock, config.worker().progressInterval(), () -> stopping);
    }

    private Translated make(JobAttempt attempt) throws MediaRejected, TranslationFailed, IOException {
        Assignment assignment = attempt.assignment();
        Path media = store.local(assignment.media());
        if (assignment.direction() == Direction.VIDEO_TO_SOUND) {
            return soundForVideo.make(assignment, media, attempt.folder(), attempt.progress());
        }
        Path prior = store.local(assignment
                .prior()
                .orElseThrow(() -> new TranslationFailed(
                        "missing-prior", "A picture is missing", "A sound needs a picture to begin with.", null)));
        return videoForSound.make(assignment, media, prior, attempt.folder(), attempt.progress());
    }

    private void run(JobAttempt attempt) {
        Assignment assignment = attempt.assignment();
        try {
            Files.createDirectories(attempt.folder());
            attempt.done(make(attempt));
        } catch (CancellationException e) {
            LOG.infof("translation %s stopped: %s", assignment.id(), e.getMessage());
            attempt.stopped();
        } catch (MediaRejected e) {
            attempt.failed(UploadProblems.failure(e.forFile(assignment.name())));
        } catch (TranslationFailed e) {
            LOG.warnf(e, "translation %s failed", assignment.id());
            attempt.failed(e.failure());
        } catch (IOException | UncheckedIOException e) {
            LOG.errorf(e, "translation %s could not read or write its files", assignment.id());
            attempt.again(Failure.UNEXPECTED);
        } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
            LOG.errorf(e, "translation %s failed", assignment.id());
            if (Failure.memory(e)) {
                attempt.failed(Failure.NO_MEMORY);
            } else {
                attempt.again(Failure.UNEXPECTED);
            }
        }
    }
}
