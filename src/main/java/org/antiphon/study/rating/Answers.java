package org.antiphon.study.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.Forms;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.answer.Value;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Trial;
import org.antiphon.study.session.check.Outcome;

/** Appends answers; nothing here changes one. */
@ApplicationScoped
class Answers {

    private final Sql sql;

    @Inject
    Answers(Sql sql) {
        this.sql = sql;
    }

    /**
     * An answer on its way into the database.
     *
     * @param took as far as the server can confirm it
     * @param claimed as the page measured it
     * @param device JSON, if the page told
     */
    record Arrival(
            UUID key,
            String step,
            Answer answer,
            Duration took,
            Optional<Duration> claimed,
            Optional<String> device,
            Instant at) {}

    void append(Visit visit, Arrival arrival) {
        String plays = arrival.answer() instanceof Answer.Judged judged
                ? AnswerJson.writePlays(judged.plays()).toString()
                : "[]";
        long id = sql.row(
                        row -> row.getLong(1),
                        """
                        insert into answer (session_id, edition, place, step, key, given, plays, took_ms, claimed_ms,
                            device, saved_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?::jsonb, ?) returning id""",
                        visit.id(),
                        visit.published().digest().hex(),
                        visit.saved().size() + 1,
                        arrival.step(),
                        arrival.key(),
                        AnswerJson.write(arrival.answer()).toString(),
                        plays,
                        arrival.took().toMillis(),
                        arrival.claimed().map(Duration::toMillis).orElse(null),
                        arrival.device().orElse(null),
                        arrival.at())
                .orElseThrow();
        if (arrival.answer() instanceof Answer.Judged judged) {
            Trial trial = visit.session().position().judgements().stream()
                    .map(Judgement::trial)
                    .reduce((first, second) -> second)
                    .orElseThrow();
            List<Object[]> ratings = new ArrayList<>();
            judged.values().forEach((key, value) -> ratings.add(rating(id, visit, arrival.step(), trial, key, value)));
            sql.changeAll("""
                    insert into rating (answer_id, session_id, step, key, slot, number, choice, valence, arousal)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", ratings);
        }
    }

    private static Object[] rating(long answer, Visit visit, String step, Trial trial, String key, Value value) {
        Value.Cell cell = value instanceof Value.Cell given ? given : null;
        String choice = value instanceof Value.Choice given ? given.chosen() : null;
        return new Object[] {
            answer,
            visit.id(),
            step,
            key,
            slot(trial, key, choice),
            value instanceof Value.Amount amount ? amount.number() : null,
            choice,
            cell == null ? null : cell.valence(),
            cell == null ? null : cell.arousal()
        };
    }

    /** The clip that a value is about: its own slider's, the one that was chosen, or the only one there is. */
    private static String slot(Trial trial, String key, String choice) {
        if (key.equals(Forms.CHOICE)) {
            return trial.slot(choice).map(Slot::name).orElse(null);
        }
        return trial.slot(key)
                .map(Slot::name)
                .orElseGet(() -> trial.slots(Slot.Role.JUDGED).get(0).name());
    }

    /** What became of the checks of a session that has ended. */
    void found(Visit visit, Map<Id, List<Outcome>> outcomes) {
        List<Object[]> rows = new ArrayList<>();
        outcomes.forEach((check, found) -> {
            for (int i = 0; i < found.size(); i++) {
                Outcome outcome = found.get(i);
                String name = outcome instanceof Outcome.Passed
                        ? "passed"
                        : outcome instanceof Outcome.Failed ? "failed" : "not-run";
                rows.add(new Object[] {visit.id(), check.text(), i + 1, name, outcome.reason()});
            }
        });
        sql.changeAll("insert into check_outcome values (?, ?, ?, ?, ?)", rows);
    }
}
