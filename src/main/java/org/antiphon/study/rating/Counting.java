package org.antiphon.study.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.design.Plan;
import org.antiphon.study.design.Recruitment;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.assignment.Count;
import org.antiphon.study.session.assignment.Presence;
import org.antiphon.study.session.assignment.Tally;

/**
 * Counts the sessions of an edition: completed ones, and those under way that still keep their place. Who left without a
 * word is waited for as long as {@link Presence} says, and is counted no longer; their row is then given to the next.
 */
@ApplicationScoped
class Counting {

    private static final String COUNTED = """
            where s.edition = ? and (s.status = 'completed' or s.status = 'going' and s.seen_at >= ?)""";

    private static final String COUNTS = """
            count(*) filter (where s.status = 'completed') as completed,
            count(*) filter (where s.status = 'going') as present
            """;

    private final Sql sql;

    @Inject
    Counting(Sql sql) {
        this.sql = sql;
    }

    /**
     * Lets one session of an edition at a time count and be counted, until the transaction ends. Whoever holds a session
     * as well holds the session first.
     */
    void takeTurns(Published published) {
        sql.row(
                row -> row.getString(1),
                "select digest from edition where digest = ? for no key update",
                published.digest().hex());
    }

    /** All sessions together. */
    Count sessions(Published published, Instant now) {
        return sessions(published.digest().hex(), since(published, now));
    }

    private Count sessions(String edition, Instant since) {
        return sql.row(Counting::count, "select " + COUNTS + " from study_session s " + COUNTED, edition, since)
                .orElse(Count.NONE);
    }

    /** What was assigned to those who count. */
    Tally tally(Published published, Instant now) {
        Instant since = since(published, now);
        String edition = published.digest().hex();
        Map<Id, Map<Integer, Count>> rows = new HashMap<>();
        sql.rows(
                row -> rows.computeIfAbsent(new Id(row.getString("task")), task -> new HashMap<>())
                        .put(row.getInt("design_row"), count(row)),
                "select t.task, t.design_row, " + COUNTS
                        + " from session_task t join study_session s on s.id = t.session_id " + COUNTED
                        + " group by t.task, t.design_row",
                edition,
                since);
        Map<Id, Map<String, Count>> pages = new HashMap<>();
        if (published.study().tasks().stream().anyMatch(task -> task.assignment() instanceof Plan.Subset)) {
            sql.rows(
                    row -> pages.computeIfAbsent(new Id(row.getString("task")), task -> new HashMap<>())
                            .put(row.getString("page"), count(row)),
                    "select t.task, page, " + COUNTS
                            + " from session_task t cross join unnest(t.pages) page"
                            + " join study_session s on s.id = t.session_id " + COUNTED
                            + " group by t.task, page",
                    edition,
                    since);
        }
        Map<Id, Tally.OfTask> tasks = new HashMap<>();
        published
                .study()
                .tasks()
                .forEach(task -> tasks.put(
                        task.id(),
                        new Tally.OfTask(
                                rows.getOrDefault(task.id(), Map.of()), pages.getOrDefault(task.id(), Map.of()))));
        return new Tally(sessions(edition, since), tasks);
    }

    /** How many completed sessions count towards a quota. */
    int quota(Published published, Recruitment.Quota quota) {
        return sql.row(
                        row -> row.getInt(1),
                        """
                        select count(*) from answer a join study_session s on s.id = a.session_id
                        where s.edition = ? and s.status = 'completed' and a.step = ?
                          and a.given -> 'values' ->> ? = ?""",
                        published.digest().hex(),
                        "questionnaire-" + quota.questionnaire(),
                        quota.question().text(),
                        quota.option().text())
                .orElse(0);
    }

    /** A session under way counts if it was heard of since then. */
    private Instant since(Published published, Instant now) {
        Optional<Duration> slowest = sql.row(
                        row -> Optional.ofNullable(row.getObject(1))
                                .map(seconds -> Duration.ofMillis(Math.round(1000 * ((Number) seconds).doubleValue()))),
                        "select max(extract(epoch from ended_at - begun_at)) from study_session s"
                                + " where s.edition = ? and s.status = 'completed'",
                        published.digest().hex())
                .orElse(Optional.empty());
        Duration patience = Duration.ofMinutes(published.study().recruitment().patience());
        return now.minus(new Presence(patience, slowest).limit());
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getInt("completed"), row.getInt("present"));
    }
}
