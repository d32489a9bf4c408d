package org.antiphon.dashboard.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.antiphon.dashboard.monitor.Recollection.Mark;
import org.jboss.logging.Logger;

/** Overviews in the database, for the first look after a start: one is given only if it is what would be counted now. */
@ApplicationScoped
class Recollections {

    private static final Logger LOG = Logger.getLogger(Recollections.class);

    /** Another one whenever {@link Overview}, or how something in it is counted, changes. */
    private static final int FORMAT = 1;

    private final DataSource database;
    private final Queries queries;
    private final Clock clock;
    private final ObjectMapper json;

    @Inject
    Recollections(DataSource database, Queries queries, Clock clock, ObjectMapper json) {
        this.database = database;
        this.queries = queries;
        this.clock = clock;
        this.json = json;
    }

    /** How the edition stands, if nothing has happened since it was written down. */
    Optional<Overview> of(Watched watched) {
        Optional<Recollection> found = queries.row(
                        row -> row.getString("counted"),
                        "select counted from remembered_overviews where edition = ? and format = ?",
                        watched.digest(),
                        FORMAT)
                .flatMap(text -> read(watched, text));
        Instant now = clock.instant();
        return found.filter(one -> one.holds(now) && one.mark().equals(mark(watched.digest())))
                .map(one -> one.at(watched, now));
    }

    private Optional<Recollection> read(Watched watched, String text) {
        try {
            return Optional.of(json.readValue(text, Recollection.class));
        } catch (JsonProcessingException e) {
            // it is counted anew, and written over
            LOG.warnf(e, "what was counted of %s cannot be read", watched.digest());
            return Optional.empty();
        }
    }

    /** The mark of the sessions as they are now. */
    Mark mark(String edition) {
        return queries.row(
                        row -> new Mark(
                                row.getLong("sessions"),
                                row.getLong("completed"),
                                row.getLong("going"),
                                row.getLong("seen"),
                                row.getLong("decided"),
                                row.getLong("excluded")),
                        """
                select count(*) as sessions, count(*) filter (where s.status = 'completed') as completed,
                    count(*) filter (where s.status = 'going') as going,
                    coalesce(sum((extract(epoch from s.seen_at) * 1000000)::bigint % ?), 0)::bigint as seen,
                    count(x.session_id) as decided, count(*) filter (where x.excluded) as excluded
                from study_session s left join session_excluded x on x.session_id = s.id where s.edition = ?""",
                        Mark.MODULUS,
                        edition)
                .orElseThrow();
    }

    void write(Watched watched, Recollection recollection) {
        try (Connection connection = database.getConnection();
                PreparedStatement put = connection.prepareStatement("""
                        insert into remembered_overviews (edition, format, counted, written_at) values (?, ?, ?, ?)
                        on conflict (edition) do update
                            set format = excluded.format, counted = excluded.counted, written_at = excluded.written_at""")) {
            put.setString(1, watched.digest());
            put.setInt(2, FORMAT);
            put.setString(3, json.writeValueAsString(recollection));
            put.setObject(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            put.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("what was counted of " + watched.digest() + " cannot be written", e);
        }
    }
}
