package org.antiphon.dashboard.results;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;
import org.antiphon.dashboard.reading.EditionRecord;
import org.antiphon.dashboard.reading.MetricRecord;
import org.antiphon.dashboard.reading.RatingTable;
import org.antiphon.dashboard.reading.Selection;
import org.antiphon.dashboard.reading.Snapshot;
import org.antiphon.dashboard.reading.StudyReading;

/** Reads an edition into memory: everybody's main ratings, who counts or not is decided later. */
@ApplicationScoped
class EvidenceReader {

    private final StudyReading reading;
    private final Clock clock;

    @Inject
    EvidenceReader(StudyReading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * @param versions of the editions whose answers are put together; by the design of the first they are told
     * @param earlier what was read of the same edition with the same groups, of which most will be true still
     * @param heard is told how far it has come, 0 to 1
     */
    Evidence read(
            String slug,
            List<Integer> versions,
            Optional<String> group,
            String stamp,
            Optional<RatingTable> earlier,
            DoubleConsumer heard) {
        Selection selection = new Selection(OptionalInt.empty(), true, true, group);
        try (Snapshot all = reading.open(slug, selection)) {
            List<EditionRecord> editions = versions.stream()
                    .map(version -> Pooling.edition(slug, all.editions(), version))
                    .toList();
            all.watch(heard);
            EditionRecord edition = editions.get(0);
            group.ifPresent(wanted -> Groups.require(edition.study(), wanted));
            Snapshot snapshot = all.among(
                    all.sessions().stream()
                            .filter(session -> versions.contains(session.version()))
                            .toList(),
                    true);
            RatingTable table = earlier.map(known -> known.at(snapshot)).orElseGet(() -> RatingTable.of(snapshot));
            List<MetricRecord> metrics = new ArrayList<>();
            all.metrics(metric -> {
                if (metric.version() == edition.version()) {
                    metrics.add(metric);
                }
            });
            return new Evidence(
                    stamp,
                    clock.instant(),
                    snapshot.study(),
                    edition,
                    all.editions().stream()
                            .map(EditionRecord::version)
                            .sorted(Comparator.reverseOrder())
                            .toList(),
                    Pooling.warnings(editions, Pooling.clips(all)),
                    snapshot.sessions(),
                    table,
                    new boolean[0],
                    metrics);
        }
    }
}
