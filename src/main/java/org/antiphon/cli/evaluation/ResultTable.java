package org.antiphon.cli.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.antiphon.metric.Measurement;

/** Values by row and metric, one for each recording where it could be measured, in the order they came. */
final class ResultTable {

    private final Map<String, Map<String, List<Double>>> rows = new LinkedHashMap<>();
    private final Set<String> metrics = new LinkedHashSet<>();

    void add(String row, String metric, Measurement measurement) {
        measurement.asDouble().ifPresent(value -> add(row, metric, value));
    }

    void add(String row, String metric, double value) {
        metrics.add(metric);
        rows.computeIfAbsent(row, name -> new LinkedHashMap<>())
                .computeIfAbsent(metric, name -> new ArrayList<>())
                .add(value);
    }

    List<String> rows() {
        return List.copyOf(rows.keySet());
    }

    List<String> metrics() {
        return List.copyOf(metrics);
    }

    int count(String row, String metric) {
        return rows.getOrDefault(row, Map.of()).getOrDefault(metric, List.of()).size();
    }

    /** Empty where nothing was measured. */
    OptionalDouble mean(String row, String metric) {
        return rows.getOrDefault(row, Map.of()).getOrDefault(metric, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .average();
    }

    /** The mean of one row as a share of another's; empty where one is missing or the other is zero. */
    OptionalDouble share(String row, String whole, String metric) {
        OptionalDouble part = mean(row, metric);
        OptionalDouble all = mean(whole, metric);
        return part.isEmpty() || all.isEmpty() || all.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(part.getAsDouble() / all.getAsDouble());
    }
}
