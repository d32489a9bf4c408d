package org.antiphon.study.rating;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;

/**
 * Leaves a participant's answers out of the analysis, or takes them in again. Each decision is a row with its reason and who
 * took it; nothing is changed or deleted, and the newest row counts.
 */
@ApplicationScoped
class Excluding {

    /** The longest reason, in characters. */
    static final int LONGEST = 1000;

    private final Sql sql;
    private final Clock clock;

    @Inject
    Excluding(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether somebody's answers were left out, and why. */
    record Decision(boolean excluded, String reason, Instant at) {}

    /**
     * What was decided.
     *
     * @param now false if the newest decision said the very same, so that nothing was written
     */
    record Decided(Decision decision, boolean now) {}

    /**
     * @param account the name of who decides
     * @throws ProblemException 400 without a reason, 404 if there is nobody of that pseudonym in the study
     */
    Decided decide(String slug, String pseudonym, boolean excluded, String reason, String account) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST || why.indexOf('\0') >= 0) {
            throw Problem.badRequest(
                            "reason-needed",
                            "A reason is needed",
                            "Say why, in at most " + LONGEST + " characters. Whoever reads the results will see it.")
                    .exception();
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            long session = hold(slug, pseudonym);
            Optional<Decision> newest = newest(session);
            Decision decision = new Decision(excluded, why, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            if (newest.filter(
                            last -> last.excluded() == excluded && last.reason().equals(why))
                    .isPresent()) {
                return new Decided(newest.get(), false);
            }
            sql.change("""
                    insert into study_exclusion (session_id, excluded, reason, account_id, at)
                    values (?, ?, ?, (select id from account where name = ?), ?)""", session, excluded, why, account, decision.at());
            return new Decided(decision, true);
        });
    }

    /** The session, held so that one decision comes after the other. */
    private long hold(String slug, String pseudonym) {
        return sql.row(row -> row.getLong(1), """
                        select s.id from study_session s join study y on y.id = s.study_id
                        where y.slug = ? and s.pseudonym = ? for no key update of s""", slug, pseudonym).orElseThrow(() -> Problem.notFound(
                        "No such participant",
                        "There is nobody of this pseudonym in the study; they may have taken everything back.")
                .exception());
    }

    private Optional<Decision> newest(long session) {
        return sql.row(
                row -> new Decision(row.getBoolean("excluded"), row.getString("reason"), Sql.instant(row, "at")),
                "select excluded, reason, at from session_excluded where session_id = ?",
                session);
    }
}
