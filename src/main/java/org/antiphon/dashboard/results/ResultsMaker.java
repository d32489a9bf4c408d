package org.antiphon.dashboard.results;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.antiphon.dashboard.reading.RatingTable.Column;
import org.antiphon.dashboard.reading.SessionRecord;
import org.antiphon.dashboard.reading.Standing;
import org.antiphon.dashboard.results.Results.Counts;

/** Computes what an edition has shown. */
final class ResultsMaker {

    private ResultsMaker() {}

    static Results of(Evidence evidence, ResultsQuery query) {
        Map<String, String> metrics = MetricFigures.names(evidence.metrics());
        query.metric().filter(name -> !metrics.containsKey(name)).ifPresent(name -> {
            throw ResultsQuery.bad(
                    "metric",
                    metrics.isEmpty()
                            ? "cannot be used: no clip of this edition is measured"
                            : "is one of " + String.join(", ", metrics.keySet()));
        });
        return new Results(
                evidence.study().slug(),
                evidence.study().title(),
                evidence.stamp(),
                evidence.read(),
                evidence.edition().version(),
                evidence.versions(),
                evidence.warnings(),
                counts(evidence),
                ratings(evidence),
                Groups.of(evidence.edition().study()),
                metrics,
                query,
                Analysis.of(evidence, query));
    }

    private static Counts counts(Evidence evidence) {
        long counted = 0;
        long excluded = 0;
        long going = 0;
        for (SessionRecord session : evidence.sessions()) {
            Standing standing = session.standing();
            if (standing.counted()) {
                counted++;
            } else if (standing.cause().equals(Standing.RULE)
                    || standing.cause().equals(Standing.HAND)) {
                excluded++;
            } else if (session.status().equals("going")) {
                going++;
            }
        }
        List<SessionRecord> all = evidence.sessions();
        return new Counts(
                counted,
                excluded,
                going,
                all.size() - counted - excluded - going,
                evidence.edition().study().recruitment().target());
    }

    private static long ratings(Evidence evidence) {
        int[] participants = evidence.table().codes(Column.PARTICIPANT);
        return IntStream.range(0, evidence.table().size())
                .filter(row -> evidence.counts()[participants[row]])
                .count();
    }
}
