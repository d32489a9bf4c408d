package org.antiphon.generation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rows of {@code translation_metric}. */
@ApplicationScoped
class MetricRows implements PanacheRepositoryBase<MetricRow, MetricRow.Key> {

    List<MetricRow> of(String translationId) {
        return list("translationId = ?1 order by position", translationId);
    }
}
