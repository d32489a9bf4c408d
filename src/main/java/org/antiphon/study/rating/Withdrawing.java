package org.antiphon.study.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;

/** Deletes everything somebody gave. What is left is that there was somebody, so that no link works twice. */
@ApplicationScoped
class Withdrawing {

    /** In this order no row is deleted that another one still refers to. */
    private static final List<String> TABLES = List.of(
            "rating", "check_outcome", "study_exclusion", "answer", "session_slot", "session_trial", "session_task");

    private final Sql sql;
    private final Clock clock;
    private final Transactions transactions;

    @Inject
    Withdrawing(Sql sql, Clock clock, Transactions transactions) {
        this.sql = sql;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** How many answers were deleted; empty if nobody has this code. */
    OptionalInt withdraw(String code) {
        return transactions.call(() -> {
            var session = sql.row(
                    row -> row.getLong(1), "select id from study_session where withdrawal_code = ? for update", code);
            return session.isEmpty() ? OptionalInt.empty() : OptionalInt.of(delete(session.get()));
        });
    }

    private int delete(long session) {
        // the only way past the triggers that keep answers, and for this session alone
        sql.row(row -> row.getString(1), "select set_config('antiphon.withdraws', ?, true)", Long.toString(session));
        sql.change("""
                insert into withdrawal (token_sha256, study_id, edition, invitation_id, participant, answers, withdrawn_at)
                select encode(sha256(convert_to(token, 'UTF8')), 'hex'), study_id, edition, invitation_id, participant,
                    (select count(*) from answer where session_id = s.id), ?
                from study_session s where id = ?""", clock.instant(), session);
        int answers = 0;
        for (String table : TABLES) {
            int deleted = sql.change("delete from " + table + " where session_id = ?", session);
            answers = table.equals("answer") ? deleted : answers;
        }
        sql.change("delete from study_session where id = ?", session);
        return answers;
    }
}
