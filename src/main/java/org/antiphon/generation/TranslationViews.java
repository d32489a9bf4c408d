package org.antiphon.generation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads translations and tells of them. */
@ApplicationScoped
class TranslationViews {

    private static final double WORTH_AN_ESTIMATE = 0.04;

    private final TranslationRows translations;
    private final ArtifactRows artifacts;
    private final MetricRows metrics;
    private final GenerationConfig config;

    @Inject
    TranslationViews(
            TranslationRows translations, ArtifactRows artifacts, MetricRows metrics, GenerationConfig config) {
        this.translations = translations;
        this.artifacts = artifacts;
        this.metrics = metrics;
        this.config = config;
    }

    /** Empty if there is none of this id, or it has been deleted. */
    @Transactional
    Optional<TranslationView> of(String id) {
        return translations.seek(id).map(this::view);
    }

    private TranslationView view(TranslationRow row) {
        boolean done = row.state() == Status.DONE;
        List<ArtifactRow> files = done ? artifacts.of(row.id) : List.of();
        List<Metric> numbers =
                done ? metrics.of(row.id).stream().map(Metric::of).toList() : List.of();
        TranslationView.Trouble trouble =
                row.problemTitle == null ? null : new TranslationView.Trouble(row.problemTitle, row.problemDetail);
        return new TranslationView(
                row.id,
                row.direction,
                row.status,
                row.stage,
                row.progress,
                remaining(row),
                row.createdAt,
                row.createdAt.plus(config.retention().translations()),
                row.seed,
                row.model,
                row.confidence,
                row.lengthSeconds,
                row.media.fileName,
                row.sample,
                row.origin,
                links(row, files),
                numbers,
                trouble);
    }

    /** From the pace so far, as of the last word of the worker, so that it changes only when something is new. */
    private static Long remaining(TranslationRow row) {
        if (row.state() != Status.RUNNING || row.progress < WORTH_AN_ESTIMATE) {
            return null;
        }
        double elapsed = Duration.between(row.startedAt, row.updatedAt).toMillis() / 1000.0;
        return (long) Math.ceil(elapsed * (1 - row.progress) / row.progress);
    }

    private static Map<String, String> links(TranslationRow row, List<ArtifactRow> files) {
        String self = "/api/translations/" + row.id;
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        links.put("page", "/translations/" + row.id);
        links.put("events", self + "/events");
        links.put(Role.ORIGINAL.label(), artifact(self, Role.ORIGINAL));
        if (row.prior != null) {
            links.put(Role.POSTER.label(), artifact(self, Role.POSTER));
        }
        for (ArtifactRow file : files) {
            Role.ofLabel(file.role).ifPresent(role -> links.put(role.label(), artifact(self, role)));
        }

        if (links.containsKey(Role.VIDEO.label())) {
            links.put("download", artifact(self, Role.VIDEO) + "?download=1");
        }
        return links;
    }

    private static String artifact(String self, Role role) {
        return self + "/artifacts/" + role.label();
    }
}
