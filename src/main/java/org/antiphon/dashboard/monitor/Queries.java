package org.antiphon.dashboard.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Statements that read; their SQL is written out, since it is all there is to say about what is asked. */
@ApplicationScoped
class Queries {

    private final DataSource database;

    @Inject
    Queries(DataSource database) {
        this.database = database;
    }

    /** Makes something of a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Looks at a row. */
    interface Looker {
        void look(ResultSet row) throws SQLException;
    }

    /** @param values ids in an array of {@code Long} are those of {@code = any(?)} */
    void each(Looker looker, String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i] instanceof Long[] ids ? connection.createArrayOf("bigint", ids) : values[i];
                statement.setObject(i + 1, value);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    looker.look(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the database refused: " + sql.strip().lines().findFirst().orElse(""), e);
        }
    }

    <T> List<T> rows(Reader<T> reader, String sql, Object... values) {
        List<T> rows = new ArrayList<>();
        each(row -> rows.add(reader.read(row)), sql, values);
        return rows;
    }

    /** The first row, if there is one. */
    <T> Optional<T> row(Reader<T> reader, String sql, Object... values) {
        return rows(reader, sql, values).stream().findFirst();
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
