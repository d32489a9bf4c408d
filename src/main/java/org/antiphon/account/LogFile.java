package org.antiphon.account;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The audit log as a file, in memory that does not grow with it. */
@ApplicationScoped
class LogFile {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private final AuditLog log;
    private final ObjectMapper json;

    @Inject
    LogFile(AuditLog log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    /** @param ending json or csv */
    Response of(AuditLog.Filter filter, String ending, String name) {
        StreamingOutput body = ending.equals("csv")
                ? out -> csv(filter, new OutputStreamWriter(out, StandardCharsets.UTF_8))
                : out -> {
                    try (JsonGenerator generator = json.createGenerator(out)) {
                        json(filter, generator);
                    }
                };
        return Response.ok(body)
                .type(ending.equals("csv") ? "text/csv;charset=UTF-8" : "application/json")
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + ending + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private void json(AuditLog.Filter filter, JsonGenerator out) throws IOException {
        out.writeStartArray();
        log.each(filter, entry -> {
            try {
                out.writeStartObject();
                out.writeStringField("at", entry.at().toString());
                out.writeStringField("account", entry.account());
                out.writeStringField("token", entry.token().orElse(null));
                out.writeStringField("study", entry.study().orElse(null));
                out.writeStringField("deed", entry.deed().label());
                out.writeStringField("detail", entry.detail());
                out.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        out.writeEndArray();
    }

    private void csv(AuditLog.Filter filter, OutputStreamWriter out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("at", "account", "token", "study", "deed", "detail");
            log.each(
                    filter,
                    entry -> csv.writeRecord(List.of(
                            entry.at().toString(),
                            disarmed(entry.account()),
                            disarmed(entry.token().orElse("")),
                            disarmed(entry.study().orElse("")),
                            entry.deed().label(),
                            disarmed(entry.detail()))));
        }
    }

    /** People choose their names: a spreadsheet is not to run one. */
    private static String disarmed(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
