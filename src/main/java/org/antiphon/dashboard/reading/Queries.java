package org.antiphon.dashboard.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Questions to the database within one transaction, whose rows come a few at a time. */
final class Queries {

    /** Rows that the driver holds at a time; with a few hundred bytes each that is less than a megabyte. */
    private static final int FETCHED = 2000;

    private final Connection connection;

    Queries(Connection connection) {
        this.connection = connection;
    }

    /** Takes one row. */
    interface Each {
        void row(ResultSet row) throws SQLException;
    }

    void each(Each each, String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof Collection<?> rows) {
                    statement.setArray(i + 1, connection.createArrayOf("bigint", rows.toArray()));
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    each.row(found);
                }
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    void command(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OptionalDouble real(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static OptionalInt whole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    static OptionalLong large(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static IllegalStateException failed(String sql, SQLException e) {
        return new IllegalStateException(
                "the database refused: " + sql.strip().lines().findFirst().orElse(""), e);
    }
}
