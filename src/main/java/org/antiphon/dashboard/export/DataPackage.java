package org.antiphon.dashboard.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.antiphon.dashboard.reading.StudyRecord;

/** Describes tables by the Data Package and Table Schema of Frictionless Data, version 1. */
final class DataPackage {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode descriptor = JSON.createObjectNode();
    private final ArrayNode resources;
    private final ExportOrder.Dates dates;

    /** @param created the newest time in the data, so that the same data have the same description */
    DataPackage(StudyRecord study, String title, Instant created, ExportOrder.Dates dates) {
        this.dates = dates;
        descriptor
                .put("profile", "tabular-data-package")
                .put("name", study.slug())
                .put("title", title)
                .put("description", "A listening study; see codebook.md.");
        Optional.ofNullable(Cells.time(created, dates))
                .ifPresent(told -> descriptor.put("created", told.length() == 10 ? told + "T00:00:00Z" : told));
        resources = descriptor.putArray("resources");
    }

    /** A table that was written. */
    void add(DataFile<?> file, String path, Written written) {
        ObjectNode resource = resources
                .addObject()
                .put("name", file.name())
                .put("path", path)
                .put("profile", "tabular-data-resource")
                .put("title", file.title())
                .put("description", file.meaning())
                .put("format", "csv")
                .put("mediatype", "text/csv")
                .put("encoding", "utf-8")
                .put("bytes", written.bytes())
                .put("hash", "sha256:" + written.sha256());
        resource.putObject("dialect")
                .put("delimiter", ",")
                .put("lineTerminator", "\r\n")
                .put("quoteChar", "\"")
                .put("doubleQuote", true)
                .put("header", true);
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        file.columns().forEach(column -> field(fields.addObject(), column));
        schema.putArray("missingValues").add(Cells.MISSING);
        file.key().forEach(schema.putArray("primaryKey")::add);
        if (!file.references().isEmpty()) {
            ArrayNode keys = schema.putArray("foreignKeys");
            file.references().forEach(reference -> {
                ObjectNode key = keys.addObject();
                reference.columns().forEach(key.putArray("fields")::add);
                ObjectNode to = key.putObject("reference").put("resource", reference.table());
                reference.columns().forEach(to.putArray("fields")::add);
            });
        }
    }

    private void field(ObjectNode field, Column<?> column) {
        field.put("name", column.name()).put("type", type(column));
        field.put("description", column.meaning() + (column.unit().isEmpty() ? "" : " Unit: " + column.unit() + "."));
        if (column.type() == Column.Type.BOOLEAN) {
            field.putArray("trueValues").add("TRUE");
            field.putArray("falseValues").add("FALSE");
        }
        if (!column.levels().isEmpty()) {
            column.levels().forEach(field.putObject("constraints").putArray("enum")::add);
        }
    }

    private String type(Column<?> column) {
        if (column.type() != Column.Type.TIME) {
            return column.type().frictionless();
        }
        return switch (dates) {
            case EXACT -> column.type().frictionless();
            case DAY -> "date";
            case NONE -> "any";
        };
    }

    String json() {
        try {
            return JSON.writeValueAsString(descriptor) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
