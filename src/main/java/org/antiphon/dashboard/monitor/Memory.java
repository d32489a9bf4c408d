package org.antiphon.dashboard.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Traces of sessions that have come to rest, in the database: all that is written here can be made again from what it tells. */
@ApplicationScoped
class Memory {

    private static final Logger LOG = Logger.getLogger(Memory.class);

    /** Sessions that share a row: few enough to be written anew, many enough to be read at once. The migration knows it too. */
    private static final int SHARING = 128;

    private final DataSource database;
    private final Queries queries;
    private final Clock clock;

    @Inject
    Memory(DataSource database, Queries queries, Clock clock) {
        this.database = database;
        this.queries = queries;
        this.clock = clock;
    }

    static long part(long session) {
        return session / SHARING;
    }

    /** What is remembered of an edition, by session. */
    Map<Long, Packing.Packed> of(String edition, Names steps, Names cells) {
        Map<Long, Packing.Packed> found = new HashMap<>();
        queries.each(
                row -> {
                    try {
                        Packing.unpack(row.getBytes("traces"), steps, cells)
                                .forEach(packed -> found.put(packed.session(), packed));
                    } catch (RuntimeException e) {
                        // it is read from the rows instead, and written anew
                        LOG.warnf(e, "part %d of the traces of %s cannot be read", row.getLong("part"), edition);
                    }
                },
                "select part, traces from remembered_traces where edition = ? and format = ?",
                edition,
                Packing.FORMAT);
        return found;
    }

    /**
     * Writes a part anew, unless one of its sessions was withdrawn meanwhile: they are held while it is written, so that who
     * withdraws then takes this along.
     */
    void write(String edition, long part, List<Packing.Packed> sessions, Names steps, Names cells) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (held(connection, sessions) == sessions.size()) {
                    put(connection, edition, part, Packing.pack(sessions, steps, cells));
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("part " + part + " of the traces of " + edition + " cannot be written", e);
        }
    }

    private static int held(Connection connection, List<Packing.Packed> sessions) throws SQLException {
        List<Long> held = new ArrayList<>();
        try (PreparedStatement hold = connection.prepareStatement(
                "select id from study_session where id = any(?) order by id for key share")) {
            Object[] ids = sessions.stream().map(Packing.Packed::session).toArray();
            hold.setArray(1, connection.createArrayOf("bigint", ids));
            try (ResultSet row = hold.executeQuery()) {
                while (row.next()) {
                    held.add(row.getLong(1));
                }
            }
        }
        return held.size();
    }

    private void put(Connection connection, String edition, long part, byte[] traces) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("""
                insert into remembered_traces (edition, part, format, traces, written_at) values (?, ?, ?, ?, ?)
                on conflict (edition, part) do update
                    set format = excluded.format, traces = excluded.traces, written_at = excluded.written_at""")) {
            put.setString(1, edition);
            put.setLong(2, part);
            put.setInt(3, Packing.FORMAT);
            put.setBytes(4, traces);
            put.setObject(5, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            put.executeUpdate();
        }
    }
}
