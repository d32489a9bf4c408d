package org.antiphon.study.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.design.Condition;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;

/** The rows of {@code stimulus_pair}. */
@ApplicationScoped
class StimulusPairRows implements PanacheRepositoryBase<StimulusPairRow, StimulusPairRow.Key> {

    /** Notes each stimulus that has a true one beside it; within the caller's transaction. */
    void add(Study study, Map<Stimulus, PreparedRow> made) {
        study.conditions().stream()
                .filter(Condition.GroundTruth.class::isInstance)
                .map(Condition::id)
                .findFirst()
                .ifPresent(truth -> made.forEach((stimulus, candidate) -> {
                    PreparedRow reference = made.get(new Stimulus(stimulus.item(), truth));
                    if (reference != null && !stimulus.condition().equals(truth)) {
                        add(reference.sha256, candidate.sha256);
                    }
                }));
    }

    private void add(String reference, String candidate) {
        if (findById(new StimulusPairRow.Key(reference, candidate)) == null) {
            StimulusPairRow row = new StimulusPairRow();
            row.reference = reference;
            row.candidate = candidate;
            persistAndFlush(row);
        }
    }

    /** One that was measured by another set of metrics, or not at all. */
    Optional<StimulusPairRow> measuredOtherwise(String fingerprint) {
        return find("metricSet is null or metricSet <> ?1", fingerprint).firstResultOptional();
    }
}
