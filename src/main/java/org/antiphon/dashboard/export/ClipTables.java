package org.antiphon.dashboard.export;

import java.util.List;
import org.antiphon.dashboard.export.DataFile.Reference;
import org.antiphon.dashboard.reading.MetricRecord;
import org.antiphon.dashboard.reading.Snapshot;
import org.antiphon.dashboard.reading.StimulusRecord;

/** What participants got to hear and see, and what is known of it in numbers. */
final class ClipTables {

    private static final List<String> KEY = List.of("edition", "item", "condition");

    private final Snapshot snapshot;
    private final Levels levels;

    ClipTables(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.levels = new Levels(snapshot.editions());
    }

    DataFile<StimulusRecord> stimuli() {
        return new DataFile<>(
                "stimuli",
                "Clips",
                "Each clip that participants got, with its level.",
                List.of(
                        Column.whole("edition", "", "Version of the study, from 1.", StimulusRecord::version),
                        Column.levels("item", levels.items(), "The performance.", StimulusRecord::item),
                        Column.levels("condition", levels.conditions(), "The condition.", StimulusRecord::condition),
                        Column.text("kind", "Kind of the condition.", StimulusRecord::kind),
                        Column.text("sha256", "SHA-256 of the file.", StimulusRecord::sha256),
                        Column.text("media_type", "Media type of the file.", StimulusRecord::mediaType),
                        Column.whole("bytes", "B", "Size of the file.", StimulusRecord::bytes),
                        Column.number("seconds", "s", "Length.", StimulusRecord::seconds),
                        Column.number(
                                "loudness",
                                "LUFS",
                                "Integrated loudness (ITU-R BS.1770) as encoded; missing: silent or too short.",
                                row -> row.loudness().isPresent()
                                        ? row.loudness().getAsDouble()
                                        : null),
                        Column.number(
                                "deviation",
                                "LU",
                                "From the level of its item.",
                                row -> row.deviation().isPresent()
                                        ? row.deviation().getAsDouble()
                                        : null),
                        Column.number("gain", "dB", "From the source.", StimulusRecord::gain),
                        Column.number(
                                "true_peak",
                                "dBTP",
                                "True peak as encoded.",
                                row -> row.truePeak().isPresent()
                                        ? row.truePeak().getAsDouble()
                                        : null)),
                KEY,
                List.of(),
                snapshot::stimuli);
    }

    DataFile<MetricRecord> metrics() {
        return new DataFile<>(
                "metrics",
                "Metrics of clips",
                "Each clip in numbers, against the true one of its item: for holding ratings against them.",
                List.of(
                        Column.whole("edition", "", "Version of the study, from 1.", MetricRecord::version),
                        Column.levels("item", levels.items(), "The performance.", MetricRecord::item),
                        Column.levels("condition", levels.conditions(), "The condition.", MetricRecord::condition),
                        Column.levels(
                                "reference",
                                levels.conditions(),
                                "The condition that it is held against.",
                                MetricRecord::reference),
                        Column.text("metric", "Short name of the metric.", MetricRecord::metric),
                        Column.text("label", "Its name in words.", MetricRecord::label),
                        Column.number(
                                "value",
                                "see unit",
                                "Missing where it could not be measured.",
                                row -> row.value().isPresent() ? row.value().getAsDouble() : null),
                        Column.text("unit", "Unit of the value.", MetricRecord::unit),
                        Column.text("reason", "Why there is no value.", row -> row.reason()
                                .orElse(null)),
                        Column.whole(
                                "metric_version",
                                "",
                                "Of the way it is measured; numbers of different versions do not compare.",
                                MetricRecord::metricVersion)),
                List.of("edition", "item", "condition", "reference", "metric"),
                List.of(new Reference(KEY, "stimuli")),
                snapshot::metrics);
    }
}
