package org.antiphon.dashboard.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes tables, a row at a time, as UTF-8. Streams are flushed and left open. */
final class TableWriter {

    private static final int BUFFER = 1 << 16;

    private final ExportOrder.Dates dates;

    TableWriter(ExportOrder.Dates dates) {
        this.dates = dates;
    }

    /** RFC 4180 with a header; an empty text is {@code ""}, a missing value {@code NA}. @return how many rows */
    <T> long csv(DataFile<T> file, OutputStream out) throws IOException {
        Writer text = writer(out);
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(text);
        csv.writeRecord(file.columns().stream().map(Column::name).toList());
        long[] rows = {0};
        List<String> cells = new ArrayList<>(file.columns().size());
        file.source().accept(row -> {
            cells.clear();
            for (Column<T> column : file.columns()) {
                cells.add(Cells.csv(column, column.value().apply(row), dates));
            }
            csv.writeRecord(cells);
            rows[0]++;
        });
        text.flush();
        return rows[0];
    }

    /** One JSON object a line, with null where there is no value; texts are as they were written. */
    <T> long jsonLines(DataFile<T> file, OutputStream out) throws IOException {
        Writer text = writer(out);
        long[] rows = {0};
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(text)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(null)) {
            file.source().accept(row -> {
                try {
                    line(json, file, row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                rows[0]++;
            });
        }
        text.flush();
        return rows[0];
    }

    private <T> void line(JsonGenerator json, DataFile<T> file, T row) throws IOException {
        json.writeStartObject();
        for (Column<T> column : file.columns()) {
            json.writeFieldName(column.name());
            value(json, column, column.value().apply(row));
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void value(JsonGenerator json, Column<?> column, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
            return;
        }
        switch (column.type()) {
            case TEXT -> json.writeString(value.toString());
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case INTEGER -> json.writeNumber(((Number) value).longValue());
            case NUMBER -> {
                double number = ((Number) value).doubleValue();
                if (Double.isFinite(number)) {
                    // written as in CSV, so that both files say the same
                    json.writeNumber(Cells.number(number));
                } else {
                    json.writeNull();
                }
            }
            case TIME -> json.writeString(Cells.time((Instant) value, dates));
        }
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    }
}
