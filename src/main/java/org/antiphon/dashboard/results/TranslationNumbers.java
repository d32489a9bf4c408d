package org.antiphon.dashboard.results;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Finished translations in numbers. Which file a visitor sent is nobody else's business: of uploads only the numbers are
 * read, of samples also where they can be looked at.
 */
@ApplicationScoped
class TranslationNumbers {

    /** The newest so many translations; older ones are deleted anyway. */
    private static final int MOST = 5000;

    private static final String SQL = """
            select t.id, t.direction, t.model, t.model_checksum, t.seed, t.sample, u.sha256,
                   m.name, m.label, m.unit, m.value
            from (select * from translation where status = 'done' order by created_at desc limit %d) t
            join upload u on u.id = t.media_upload
            join translation_metric m on m.translation_id = t.id
            where m.value is not null
            order by m.position, m.name, t.created_at, t.id""".formatted(MOST);

    private final DataSource database;

    @Inject
    TranslationNumbers(DataSource database) {
        this.database = database;
    }

    /**
     * One number about one translation.
     *
     * @param translation its id; empty for what a visitor sent
     * @param corpus {@code samples} or {@code uploads}
     * @param clip what was translated: the sample, or a name that says no more than that it is the same file
     * @param model its name and the first letters of the checksum of its weights
     */
    record Measure(
            String translation,
            String direction,
            String corpus,
            String clip,
            String model,
            long seed,
            String metric,
            String label,
            String unit,
            double value) {}

    /** All numbers, the most telling metric first. */
    List<Measure> all() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL);
                ResultSet row = statement.executeQuery()) {
            List<Measure> numbers = new ArrayList<>();
            while (row.next()) {
                boolean sample = row.getString("sample") != null;
                numbers.add(new Measure(
                        sample ? row.getString("id") : "",
                        row.getString("direction"),
                        sample ? "samples" : "uploads",
                        sample
                                ? row.getString("sample")
                                : "file-" + row.getString("sha256").substring(0, 8),
                        row.getString("model") + " "
                                + row.getString("model_checksum").substring(0, 7),
                        row.getLong("seed"),
                        row.getString("name"),
                        row.getString("label"),
                        row.getString("unit"),
                        row.getDouble("value")));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused to tell the numbers of translations", e);
        }
    }
}
