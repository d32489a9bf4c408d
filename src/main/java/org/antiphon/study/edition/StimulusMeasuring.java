package org.antiphon.study.edition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.generation.Metric;
import org.antiphon.generation.PairNumbers;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.jboss.logging.Logger;

/**
 * Measures published stimuli against the true ones of their items, one at a time, and anew when metrics have changed since.
 * Participants never see a number.
 */
@ApplicationScoped
public class StimulusMeasuring {

    private static final Logger LOG = Logger.getLogger(StimulusMeasuring.class);

    private final StimulusPairRows pairs;
    private final StimulusMetricRows metrics;
    private final DraftRows drafts;
    private final PublishedRows editions;
    private final PublishedStimulusRows stimuli;
    private final PairNumbers numbers;
    private final ArtifactStore store;

    @Inject
    StimulusMeasuring(
            StimulusPairRows pairs,
            StimulusMetricRows metrics,
            DraftRows drafts,
            PublishedRows editions,
            PublishedStimulusRows stimuli,
            PairNumbers numbers,
            ArtifactStore store) {
        this.pairs = pairs;
        this.metrics = metrics;
        this.drafts = drafts;
        this.editions = editions;
        this.stimuli = stimuli;
        this.numbers = numbers;
        this.store = store;
    }

    /**
     * A stimulus of a published edition in numbers.
     *
     * @param reference the condition that it is held against
     * @param metrics empty: not measured yet
     */
    public record Numbers(int version, String item, String condition, String reference, List<Metric> metrics) {}

    /** @return whether there was a pair to measure */
    boolean next() {
        Optional<StimulusPairRow> found =
                QuarkusTransaction.requiringNew().call(() -> pairs.measuredOtherwise(numbers.fingerprint()));
        found.ifPresent(pair -> {
            Optional<List<Metric>> measured = measured(pair);
            QuarkusTransaction.requiringNew().run(() -> {
                measured.ifPresent(list -> metrics.replace(pair, list));
                pairs.findByIdOptional(new StimulusPairRow.Key(pair.reference, pair.candidate))
                        .ifPresent(row -> row.metricSet = numbers.fingerprint());
            });
        });
        return found.isPresent();
    }

    /** Empty if the numbers cannot be had: those there are stay, with the version that they were measured by. */
    private Optional<List<Metric>> measured(StimulusPairRow pair) {
        try {
            return Optional.of(
                    numbers.of(store.local(new Digest(pair.reference)), store.local(new Digest(pair.candidate))));
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "stimulus %s cannot be measured", pair.candidate);
            return Optional.empty();
        }
    }

    /** Every stimulus of every edition of a study that has a true one beside it, the newest edition first. */
    public List<Numbers> of(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Numbers> all = new ArrayList<>();
            for (PublishedRow edition : editions.of(drafts.of(slug).id)) {
                List<PublishedStimulusRow> rows = stimuli.list("edition = ?1 order by item, condition", edition.digest);
                for (PublishedStimulusRow row : rows) {
                    rows.stream()
                            .filter(other -> other.item.equals(row.item))
                            .filter(other -> pairs.findById(new StimulusPairRow.Key(other.sha256, row.sha256)) != null)
                            .findFirst()
                            .ifPresent(truth -> all.add(new Numbers(
                                    edition.version,
                                    row.item,
                                    row.condition,
                                    truth.condition,
                                    metrics.of(truth.sha256, row.sha256))));
                }
            }
            return all;
        });
    }
}
