package org.antiphon.generation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One number about a translation.
 *
 * @param name stable name for programs
 * @param label what it is called on the page
 * @param value the number, or null
 * @param unit unit of the number, empty for a share
 * @param reason why there is no number, or null if there is one
 * @param version of the measure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Metric(
        String name,
        String label,
        Double value,
        String unit,
        String reason,
        @JsonIgnore int version) {

    /** @throws IllegalArgumentException unless there is either a finite value or a reason */
    public Metric {
        if ((value == null) == (reason == null) || value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "metric " + name + " needs a finite value or a reason, was " + value + " and " + reason);
        }
    }

    MetricRow row(String translationId, int position) {
        MetricRow row = new MetricRow();
        row.translationId = translationId;
        row.name = name;
        row.position = position;
        row.label = label;
        row.value = value;
        row.unit = unit;
        row.reason = reason;
        row.version = version;
        return row;
    }

    static Metric of(MetricRow row) {
        return new Metric(row.name, row.label, row.value, row.unit, row.reason, row.version);
    }
}
