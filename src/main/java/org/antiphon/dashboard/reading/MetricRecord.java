package org.antiphon.dashboard.reading;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One number about a clip against the true one of its item.
 *
 * @param reference the condition that it is held against
 * @param value empty if there is a reason why not
 * @param metricVersion of the way it is measured
 */
public record MetricRecord(
        int version,
        String item,
        String condition,
        String reference,
        String metric,
        String label,
        OptionalDouble value,
        String unit,
        Optional<String> reason,
        int metricVersion) {}
