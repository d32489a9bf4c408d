package org.antiphon.study.edition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
    private final PublishedStimulusRows stimuli;
    private final PairNumbers numbers;
    private final ArtifactStore store;

    @Inject
    StimulusMeasuring(
            StimulusPairRows pairs,
            StimulusMetricRows metrics,
            DraftRows drafts,
            PublishedStimulusRows stimuli,
            PairNumbers numbers,
            ArtifactStore store) {
        this.pairs = pairs;
        this.metrics = metrics;
        this.drafts = drafts;
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
            List<PublishedStimulusRows.Pair> found = stimuli.pairs(drafts.of(slug).id);
            Map<StimulusPairRow.Key, List<Metric>> known = metrics.of(found.stream()
                    .map(pair -> pair.candidate().sha256)
                    .distinct()
                    .toList());
            return found.stream()
                    .map(pair -> new Numbers(
                            pair.version(),
                            pair.candidate().item,
                            pair.candidate().condition,
                            pair.reference().condition,
                            known.getOrDefault(
                                    new StimulusPairRow.Key(pair.reference().sha256, pair.candidate().sha256),
                                    List.of())))
                    .toList();
        });
    }
}
