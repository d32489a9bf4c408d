package org.antiphon.generation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.antiphon.clip.Direction;
import org.antiphon.clip.Seed;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;
import org.antiphon.platform.Seeds;

/** Orders translations: new ones, the same again with another seed, and back the other way. */
@ApplicationScoped
class Ordering {

    private final TranslationRows translations;
    private final UploadRows uploads;
    private final ArtifactRows artifacts;
    private final Receiving receiving;
    private final Visitors visitors;
    private final JobQueue queue;
    private final Samples samples;
    private final ArtifactStore store;
    private final GenerationConfig config;
    private final Seeds seeds;
    private final Clock clock;

    @Inject
    Ordering(
            TranslationRows translations,
            UploadRows uploads,
            ArtifactRows artifacts,
            Receiving receiving,
            Visitors visitors,
            JobQueue queue,
            Samples samples,
            ArtifactStore store,
            GenerationConfig config,
            Seeds seeds,
            Clock clock) {
        this.translations = translations;
        this.uploads = uploads;
        this.artifacts = artifacts;
        this.receiving = receiving;
        this.visitors = visitors;
        this.queue = queue;
        this.samples = samples;
        this.store = store;
        this.config = config;
        this.seeds = seeds;
        this.clock = clock;
    }

    /** Translates files of a visitor. @return the id */
    String files(
            String visitor,
            Direction direction,
            GivenFile media,
            Optional<GivenFile> prior,
            Optional<Seed> seed,
            String model) {
        admit(visitor);
        if (direction == Direction.SOUND_TO_VIDEO && prior.isEmpty()) {
            throw Problem.badRequest(
                            "missing-prior",
                            "A picture is missing",
                            "To show a sound, a picture of the player to begin with is needed (field \"prior\").")
                    .exception();
        }
        Receiving.Received files = receiving.receive(direction, media, prior);
        return place(visitor, new Order(direction, files.clip(), files.prior(), seed, model, null, null));
    }

    /** Translates one of the shipped samples. @return the id */
    String sample(String visitor, String sampleId, Optional<Seed> seed, String model) {
        Samples.Sample sample = samples.find(sampleId)
                .orElseThrow(() -> Problem.notFound("No such sample", "There is no sample \"" + sampleId + "\".")
                        .exception());
        admit(visitor);
        Direction direction = Direction.ofLabel(sample.direction());
        Optional<GivenFile> begin = direction == Direction.SOUND_TO_VIDEO
                ? Optional.of(samples.given(sample, sample.begin()))
                : Optional.empty();
        Receiving.Received files = receiving.receive(direction, samples.given(sample, sample.media()), begin);
        return place(visitor, new Order(direction, files.clip(), files.prior(), seed, model, sample.id(), null));
    }

    /** The same input with another seed. @return the id of the new translation */
    String again(String visitor, String id, Optional<Seed> seed) {
        admit(visitor);
        return QuarkusTransaction.requiringNew().call(() -> {
            TranslationRow row = existing(id);
            Order order = new Order(
                    row.way(), row.media, Optional.ofNullable(row.prior), seed, row.model, row.sample, row.origin);
            return insert(visitor, order);
        });
    }

    /** Translates the result back. @return the id of the new translation */
    String reverse(String visitor, String id) {
        admit(visitor);
        TranslationRow row = QuarkusTransaction.requiringNew().call(() -> existing(id));
        if (row.state() != Status.DONE) {
            throw new Problem("Not there yet", 409, "Only a finished translation can be translated back.", "not-done")
                    .exception();
        }
        Receiving.Received files =
                switch (row.way()) {
                    case VIDEO_TO_SOUND ->
                        receiving.receive(
                                Direction.SOUND_TO_VIDEO,
                                given(row, Role.SOUND_LOSSLESS),
                                Optional.of(given(row, Role.POSTER)));
                    case SOUND_TO_VIDEO ->
                        receiving.receive(Direction.VIDEO_TO_SOUND, given(row, Role.VIDEO), Optional.empty());
                };
        return place(
                visitor,
                new Order(opposite(row.way()), files.clip(), files.prior(), Optional.empty(), row.model, null, row.id));
    }

    private static Direction opposite(Direction way) {
        return way == Direction.VIDEO_TO_SOUND ? Direction.SOUND_TO_VIDEO : Direction.VIDEO_TO_SOUND;
    }

    private GivenFile given(TranslationRow row, Role role) {
        ArtifactRow file = QuarkusTransaction.requiringNew()
                .call(() -> artifacts.of(row.id, role))
                .orElseThrow(() -> new IllegalStateException("translation " + row.id + " is done without its " + role));
        try {
            return new GivenFile(store.local(file.digest()), row.media.fileName);
        } catch (IOException e) {
            throw new UncheckedIOException("the " + role + " of translation " + row.id + " is gone", e);
        }
    }

    private TranslationRow existing(String id) {
        return translations.seek(id).orElseThrow(Ordering::unknown);
    }

    static ProblemException unknown() {
        return Problem.notFound(
                        "No such translation",
                        "There is no translation under this address. It may have been deleted, or its time is over.")
                .exception();
    }

    private void admit(String visitor) {
        QuarkusTransaction.requiringNew().run(() -> visitors.admit(visitor));
    }

    private String place(String visitor, Order order) {
        String id = QuarkusTransaction.requiringNew().call(() -> {
            uploads.persist(order.media);
            order.prior.ifPresent(uploads::persist);
            return insert(visitor, order);
        });
        queue.hurry();
        return id;
    }

    private String insert(String visitor, Order order) {
        visitors.takeTurns();
        visitors.admit(visitor);
        visitors.note(visitor);
        Instant now = clock.instant();
        TranslationRow row = new TranslationRow();
        row.id = seeds.id();
        row.direction = order.direction.label();
        row.status = Status.QUEUED.label();
        row.stage = "waiting for a free worker";
        row.seed = order.seed.orElseGet(seeds::seed).value();
        row.model = order.model;
        row.steps = config.translation().steps();
        row.media = order.media;
        row.prior = order.prior.orElse(null);
        row.sample = order.sample;
        row.origin = order.origin;
        row.ownerKey = visitor;
        row.lengthSeconds = order.media.seconds;
        row.createdAt = now;
        row.updatedAt = now;
        translations.persistAndFlush(row);
        queue.enqueue(row.id);
        return row.id;
    }

    /** Cancels and deletes. A running job notices at its next step; its row goes when the worker has let go. */
    void delete(String id) {
        QuarkusTransaction.requiringNew().run(() -> {
            TranslationRow row = translations.hold(existing(id).id).orElseThrow(Ordering::unknown);
            if (row.state() == Status.RUNNING) {
                row.cancelRequested = true;
                row.status = Status.CANCELLED.label();
                row.stage = "cancelled";
                row.updatedAt = clock.instant();
                row.finishedAt = row.updatedAt;
            } else if (!row.cancelRequested) {
                queue.withdraw(row.id);
                translations.delete(row);
            }
        });
    }
}
