package org.antiphon.cli.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antiphon.translation.ModelSummary;

/**
 * Everything an evaluation found.
 *
 * @param about what was evaluated: corpus, split, seed, device, checksum
 * @param goals numbers to reach
 * @param sound rows of sound over all recordings
 * @param pipelines a row for each way from a track to sound
 * @param byInstrument the same by instrument code
 * @param video rows of pictures
 * @param nearest mean distance in dB: ours to the truth, ours and truth to the nearest training window
 * @param confidence mean of what the models said of themselves
 * @param looks per recording: label → picture file, relative to the report
 */
record Findings(
        Map<String, String> about,
        List<ModelSummary> models,
        List<Goal> goals,
        ResultTable sound,
        ResultTable pipelines,
        Map<String, ResultTable> byInstrument,
        ResultTable video,
        Map<String, Double> nearest,
        double confidence,
        Map<String, Map<String, String>> looks) {

    /** The same for machines. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>(about);
        facts.put("models", models.stream().map(Findings::fact).toList());
        facts.put("goals", goals.stream().map(Findings::fact).toList());
        facts.put("sound", fact(sound));
        facts.put("pipelines", fact(pipelines));
        Map<String, Object> parts = new LinkedHashMap<>();
        byInstrument.forEach((code, table) -> parts.put(code, fact(table)));
        facts.put("soundByInstrument", parts);
        facts.put("video", fact(video));
        facts.put("trainingDistance", nearest);
        facts.put("confidence", confidence);
        return facts;
    }

    private static Map<String, Object> fact(ModelSummary model) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("family", model.family());
        fact.put("name", model.name());
        fact.put("parameters", model.parameters());
        return fact;
    }

    private static Map<String, Object> fact(Goal goal) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("name", goal.name());
        fact.put("measured", goal.measured().isPresent() ? goal.measured().getAsDouble() : null);
        fact.put("first", goal.first());
        fact.put("then", goal.then());
        fact.put("reached", goal.reached(goal.first()));
        return fact;
    }

    private static Map<String, Object> fact(ResultTable table) {
        Map<String, Object> rows = new LinkedHashMap<>();
        for (String row : table.rows()) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (String metric : table.metrics()) {
                table.mean(row, metric).ifPresent(mean -> {
                    Map<String, Object> value = new LinkedHashMap<>();
                    value.put("mean", mean);
                    value.put("recordings", table.count(row, metric));
                    values.put(metric, value);
                });
            }
            rows.put(row, values);
        }
        return rows;
    }
}
