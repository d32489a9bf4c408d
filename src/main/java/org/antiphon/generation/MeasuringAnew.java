package org.antiphon.generation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Direction;
import org.antiphon.media.MediaRejected;
import org.antiphon.platform.ArtifactStore;
import org.jboss.logging.Logger;

/**
 * Measures finished translations anew when metrics have changed since: one at a time, so that visitors' jobs need not wait
 * for long. Numbers that cannot be had anew stay as they are, with the version that they were measured by.
 */
@ApplicationScoped
class MeasuringAnew {

    private static final Logger LOG = Logger.getLogger(MeasuringAnew.class);

    private final TranslationRows translations;
    private final ArtifactRows artifacts;
    private final MetricRows metrics;
    private final ArtifactStore store;
    private final Comparison comparison;
    private final Measuring measuring;

    @Inject
    MeasuringAnew(
            TranslationRows translations,
            ArtifactRows artifacts,
            MetricRows metrics,
            ArtifactStore store,
            Comparison comparison,
            Measuring measuring) {
        this.translations = translations;
        this.artifacts = artifacts;
        this.metrics = metrics;
        this.store = store;
        this.comparison = comparison;
        this.measuring = measuring;
    }

    /** @param truth whether the upload holds what the translation can be compared with */
    private record Outdated(String id, Direction direction, boolean truth, Path given, Optional<Path> made) {}

    /** @return whether there was a translation to measure */
    boolean next() {
        Optional<Outdated> found = QuarkusTransaction.requiringNew()
                .call(() ->
                        translations.measuredOtherwise(MetricSet.FINGERPRINT).map(this::outdated));
        found.ifPresent(one -> {
            Optional<List<Metric>> numbers = numbers(one);
            QuarkusTransaction.requiringNew().run(() -> record(one.id(), numbers));
        });
        return found.isPresent();
    }

    private Outdated outdated(TranslationRow row) {
        Direction direction = row.way();
        Role role =
                switch (direction) {
                    case VIDEO_TO_SOUND -> Role.SOUND_LOSSLESS;
                    case SOUND_TO_VIDEO -> Role.VIDEO;
                };
        boolean truth =
                switch (direction) {
                    case VIDEO_TO_SOUND -> row.media.hasSound;
                    case SOUND_TO_VIDEO -> row.media.hasPicture;
                };
        try {
            Optional<ArtifactRow> made = artifacts.of(row.id, role);
            return new Outdated(
                    row.id,
                    direction,
                    truth,
                    store.local(row.media.digest()),
                    made.isPresent() ? Optional.of(store.local(made.get().digest())) : Optional.empty());
        } catch (IOException e) {
            LOG.warnf("translation %s cannot be measured anew: %s", row.id, e.getMessage());
            return new Outdated(row.id, direction, truth, Path.of(""), Optional.empty());
        }
    }

    /** Empty if the numbers cannot be had. */
    private Optional<List<Metric>> numbers(Outdated one) {
        if (!one.truth()) {
            return Optional.of(
                    switch (one.direction()) {
                        case VIDEO_TO_SOUND -> measuring.ofSoundAlone();
                        case SOUND_TO_VIDEO -> measuring.ofVideoAlone();
                    });
        }
        if (one.made().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (one.direction()) {
                        case VIDEO_TO_SOUND ->
                            comparison.sound(one.given(), one.made().get());
                        case SOUND_TO_VIDEO ->
                            comparison.video(one.given(), one.made().get());
                    });
        } catch (MediaRejected | RuntimeException e) {
            LOG.warnf(e, "translation %s cannot be measured anew", one.id());
            return Optional.empty();
        }
    }

    private void record(String id, Optional<List<Metric>> numbers) {
        translations.hold(id).filter(row -> row.state() == Status.DONE).ifPresent(row -> {
            numbers.ifPresent(list -> metrics.replace(id, list));
            row.metricSet = MetricSet.FINGERPRINT;
        });
    }
}
