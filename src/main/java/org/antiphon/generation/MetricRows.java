package org.antiphon.generation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rows of {@code translation_metric}. */
@ApplicationScoped
class MetricRows implements PanacheRepositoryBase<MetricRow, MetricRow.Key> {

    /** Writes these instead of what was there, in this order; within the caller's transaction. */
    void replace(String translationId, List<Metric> metrics) {
        delete("translationId", translationId);
        for (int i = 0; i < metrics.size(); i++) {
            persist(metrics.get(i).row(translationId, i));
        }
    }

    List<MetricRow> of(String translationId) {
        return list("translationId = ?1 order by position", translationId);
    }
}
