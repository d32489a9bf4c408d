package org.antiphon.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.antiphon.dataset.CorpusKind;
import org.antiphon.dataset.Splits;
import org.antiphon.training.preparation.Configuration;
import org.antiphon.training.preparation.Configuration.Skeletons;
import org.antiphon.training.preparation.CorpusOrder;
import org.antiphon.training.preparation.Done;

/** Orders to prepare a corpus, and what has become of each of their recordings. Each method is one transaction. */
public final class OrderBook {

    /** The name of the task that prepares one recording, and of the table of such tasks. */
    static final String TASK = "prepare-recording";

    static final String TABLE = "corpus_tasks";

    private final DataSource database;

    public OrderBook(DataSource database) {
        this.database = database;
    }

    /**
     * How far an order is.
     *
     * @param waiting recordings that are still to be done
     * @param made prepared
     * @param kept there before, and whole
     * @param skipped that cannot be used
     * @param problem why recordings could not be prepared although they may be usable: the folder, the machine
     */
    public record Tally(int waiting, int made, int kept, int skipped, Optional<String> problem) {}

    /** One statement with its parameters. */
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private static <T> T with(Connection connection, String sql, Use<T> use, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return use.of(statement);
        }
    }

    private <T> T with(String sql, Use<T> use, Object... parameters) throws IOException {
        try (Connection connection = database.getConnection()) {
            return with(connection, sql, use, parameters);
        } catch (SQLException e) {
            throw new IOException("the database does not answer: " + e.getMessage(), e);
        }
    }

    /**
     * Places an order and a task for each recording; earlier orders for the same output are withdrawn.
     *
     * @param id 32 hexadecimal digits
     */
    public void place(String id, CorpusOrder order, int recordings) throws IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            with(
                    connection,
                    "delete from " + TABLE + " where not picked and split_part(task_instance, '/', 1) in"
                            + " (select id from corpus_order where output = ?)",
                    PreparedStatement::executeUpdate,
                    order.output().toString());
            with(
                    connection,
                    "delete from corpus_order where output = ?",
                    PreparedStatement::executeUpdate,
                    order.output().toString());
            with(
                    connection,
                    "insert into corpus_order (id, kind, data, boxes, splits, output, models, longest, skeletons, recordings)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    PreparedStatement::executeUpdate,
                    id,
                    order.kind().label(),
                    order.data().toString(),
                    order.boxes().map(Path::toString).orElse(null),
                    order.splits().label(),
                    order.output().toString(),
                    order.models().toString(),
                    order.configuration().longestPart(),
                    order.configuration().skeletons().name().toLowerCase(Locale.ROOT),
                    recordings);
            with(
                    connection,
                    "insert into corpus_piece (order_id, number) select ?, generate_series(0, ?)",
                    PreparedStatement::executeUpdate,
                    id,
                    recordings - 1);
            with(
                    connection,
                    "insert into " + TABLE + " (task_name, task_instance, execution_time, picked, version)"
                            + " select ?, order_id || '/' || number, now(), false, 1 from corpus_piece where order_id = ?",
                    PreparedStatement::executeUpdate,
                    TASK,
                    id);
            connection.commit();
        } catch (SQLException e) {
            throw new IOException("the order cannot be placed: " + e.getMessage(), e);
        }
    }

    /** How far an order is. */
    public Tally tally(String id) throws IOException {
        return with(
                "select count(*) filter (where state = 'waiting'), count(*) filter (where state = 'made'),"
                        + " count(*) filter (where state = 'kept'), count(*) filter (where state = 'skipped'),"
                        + " min(problem), count(*) from corpus_piece where order_id = ?",
                statement -> {
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return new Tally(
                                row.getInt(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(6) == 0
                                        ? Optional.of("another run for the same output has taken its place")
                                        : Optional.ofNullable(row.getString(5)));
                    }
                },
                id);
    }

    /** Forgets an order that is done. */
    public void forget(String id) throws IOException {
        with("delete from corpus_order where id = ?", PreparedStatement::executeUpdate, id);
    }

    /** The order, and that an attempt at one of its recordings begins; empty if there is nothing to do any more. */
    Optional<CorpusOrder> begin(String id, int number) throws IOException {
        int waiting = with(
                "update corpus_piece set attempts = attempts + 1 where order_id = ? and number = ? and state = 'waiting'",
                PreparedStatement::executeUpdate,
                id,
                number);
        return waiting == 0
                ? Optional.empty()
                : with(
                        "select kind, data, boxes, splits, output, models, longest, skeletons from corpus_order where id = ?",
                        OrderBook::order,
                        id);
    }

    private static Optional<CorpusOrder> order(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(new CorpusOrder(
                    CorpusKind.ofLabel(row.getString(1)),
                    Path.of(row.getString(2)),
                    Optional.ofNullable(row.getString(3)).map(Path::of),
                    Splits.ofLabel(row.getString(4)),
                    Path.of(row.getString(5)),
                    new Configuration(
                            row.getInt(7), Skeletons.valueOf(row.getString(8).toUpperCase(Locale.ROOT))),
                    Path.of(row.getString(6))));
        }
    }

    void done(String id, int number, Done what) throws IOException {
        with(
                "update corpus_piece set state = ? where order_id = ? and number = ? and state = 'waiting'",
                PreparedStatement::executeUpdate,
                what.name().toLowerCase(Locale.ROOT),
                id,
                number);
    }

    /** Notes why an attempt failed. @return whether there will be a next one */
    boolean failed(String id, int number, String problem, int mostAttempts) throws IOException {
        int given = with(
                "update corpus_piece set state = 'failed', problem = ? where order_id = ? and number = ?"
                        + " and state = 'waiting' and attempts >= ?",
                PreparedStatement::executeUpdate,
                problem,
                id,
                number,
                mostAttempts);
        return given == 0;
    }
}
