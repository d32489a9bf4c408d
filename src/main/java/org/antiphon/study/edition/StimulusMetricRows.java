package org.antiphon.study.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** The numbers of these candidates by their pairs, each in its order. */
    Map<StimulusPairRow.Key, List<Metric>> of(List<String> candidates) {
        return candidates.isEmpty()
                ? Map.of()
                : list("candidate in ?1 order by position", candidates).stream()
                        .collect(Collectors.groupingBy(
                                row -> new StimulusPairRow.Key(row.reference, row.candidate),
                                Collectors.mapping(StimulusMetricRow::metric, Collectors.toList())));
    }
}
