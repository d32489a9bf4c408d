package org.antiphon.dashboard.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.antiphon.platform.ProblemException;

/** The door to the record of studies. */
@ApplicationScoped
public class StudyReading {

    private final DataSource database;

    /** @param database from which each snapshot takes one connection; never within a transaction of the caller */
    @Inject
    public StudyReading(DataSource database) {
        this.database = database;
    }

    /**
     * Opens a view of one moment: whatever is committed later is not in it. It holds a connection until it is closed.
     *
     * @throws ProblemException 404 if there is no such study, or no such edition of it
     */
    public Snapshot open(String slug, Selection selection) {
        Connection connection = connect();
        try {
            Queries queries = new Queries(connection);
            // for this transaction only: the connection goes back to the pool as it was
            queries.command("set transaction isolation level repeatable read, read only");
            return new Snapshot(connection, queries, slug, selection);
        } catch (RuntimeException e) {
            Snapshot.end(connection);
            throw e;
        }
    }

    private Connection connect() {
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException("no connection to read by", e);
        }
    }
}
