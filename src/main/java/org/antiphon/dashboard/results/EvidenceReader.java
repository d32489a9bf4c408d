package org.antiphon.dashboard.results;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

    /** @param earlier what was read of the same edition with the same groups, of which most will be true still */
    Evidence read(String slug, int version, Optional<String> group, String stamp, Optional<RatingTable> earlier) {
        Selection selection = new Selection(OptionalInt.of(version), true, true, group);
        try (Snapshot snapshot = reading.open(slug, selection)) {
            EditionRecord edition = snapshot.editions().get(0);
            group.ifPresent(wanted -> Groups.require(edition.study(), wanted));
            RatingTable table = earlier.map(known -> known.at(snapshot)).orElseGet(() -> RatingTable.of(snapshot));
            List<MetricRecord> metrics = new ArrayList<>();
            snapshot.metrics(metrics::add);
            return new Evidence(
                    stamp,
                    clock.instant(),
                    snapshot.study(),
                    edition,
                    snapshot.sessions(),
                    table,
                    new boolean[0],
                    metrics);
        }
    }
}
