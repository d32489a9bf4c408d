package org.antiphon.study.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.antiphon.generation.Metric;

/** The rows of {@code stimulus_metric}. */
@ApplicationScoped
class StimulusMetricRows implements PanacheRepositoryBase<StimulusMetricRow, StimulusMetricRow.Key> {

    /** Writes these instead of what was there, in this order; within the caller's transaction. */
    void replace(StimulusPairRow pair, List<Metric> metrics) {
        delete("reference = ?1 and candidate = ?2", pair.reference, pair.candidate);
        for (int i = 0; i < metrics.size(); i++) {
            persist(StimulusMetricRow.of(pair, i, metrics.get(i)));
        }
    }

    List<Metric> of(String reference, String candidate) {
        return find("reference = ?1 and candidate = ?2 order by position", reference, candidate).stream()
                .map(StimulusMetricRow::metric)
                .toList();
    }
}
