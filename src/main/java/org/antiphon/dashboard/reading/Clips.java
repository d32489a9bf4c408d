package org.antiphon.dashboard.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What participants got to hear and see, and what can be said about it in numbers. */
final class Clips {

    private final Queries queries;
    private final long study;
    private final List<EditionRecord> editions;

    Clips(Queries queries, long study, List<EditionRecord> editions) {
        this.queries = queries;
        this.study = study;
        this.editions = editions;
    }

    private Optional<EditionRecord> edition(int version) {
        return editions.stream().filter(edition -> edition.version() == version).findFirst();
    }

    void stimuli(Consumer<StimulusRecord> each) {
        queries.each(
                row -> {
                    Optional<EditionRecord> edition = edition(row.getInt("version"));
                    if (edition.isPresent()) {
                        String condition = row.getString("condition");
                        each.accept(new StimulusRecord(
                                edition.get().version(),
                                row.getString("item"),
                                condition,
                                edition.get().conditionKind(condition),
                                row.getString("sha256"),
                                row.getString("media_type"),
                                row.getLong("bytes"),
                                row.getDouble("seconds"),
                                Queries.real(row, "loudness"),
                                Queries.real(row, "deviation"),
                                row.getDouble("gain"),
                                Queries.real(row, "true_peak")));
                    }
                },
                """
                select e.version, s.* from stimulus s join edition e on e.digest = s.edition
                where e.study_id = ? order by e.version, s.item collate "C", s.condition collate "C\"""",
                study);
    }

    void metrics(Consumer<MetricRecord> each) {
        queries.each(
                row -> {
                    if (edition(row.getInt("edition_version")).isPresent()) {
                        each.accept(new MetricRecord(
                                row.getInt("edition_version"),
                                row.getString("item"),
                                row.getString("condition"),
                                row.getString("reference"),
                                row.getString("name"),
                                row.getString("label"),
                                Queries.real(row, "value"),
                                row.getString("unit"),
                                Optional.ofNullable(row.getString("reason")),
                                row.getInt("version")));
                    }
                },
                """
                select e.version as edition_version, s.item, s.condition, t.condition as reference, m.name, m.label,
                    m.value, m.unit, m.reason, m.version
                from edition e
                join stimulus s on s.edition = e.digest
                join stimulus t on t.edition = e.digest and t.item = s.item and t.condition <> s.condition
                join stimulus_metric m on m.reference_sha256 = t.sha256 and m.candidate_sha256 = s.sha256
                where e.study_id = ?
                order by e.version, s.item collate "C", s.condition collate "C", t.condition collate "C", m.position,
                    m.name collate "C\"""",
                study);
    }
}
