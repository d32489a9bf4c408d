package org.antiphon.dashboard.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;

/** Reads everything about one participant. */
@ApplicationScoped
class Participants {

    private final Queries queries;
    private final Editions editions;
    private final Watches watches;
    private final Ruling ruling;
    private final ObjectMapper json;

    @Inject
    Participants(Queries queries, Editions editions, Watches watches, Ruling ruling, ObjectMapper json) {
        this.queries = queries;
        this.editions = editions;
        this.watches = watches;
        this.ruling = ruling;
        this.json = json;
    }

    private record Found(long id, int version, String device) {}

    /** @throws ProblemException 404 if there is nobody of this pseudonym in the study */
    Participant of(String slug, String pseudonym) {
        editions.title(slug);
        Found found = queries.row(
                        row -> new Found(row.getLong("id"), row.getInt("version"), row.getString("device")),
                        """
                        select s.id, e.version, s.device from study_session s join study y on y.id = s.study_id
                            join edition e on e.digest = s.edition
                        where y.slug = ? and s.pseudonym = ?""",
                        slug,
                        pseudonym)
                .orElseThrow(Participants::nobody);
        Watched watched = editions.find(slug, Optional.of(found.version())).orElseThrow(Participants::nobody);
        Watch watch = watches.look(watched);
        Watch.Seen seen = watch.sessions().stream()
                .filter(one -> one.entry().id() == found.id())
                .findFirst()
                .orElseThrow(Participants::nobody);
        return new Participant(
                People.Person.of(watch, seen, watch.since(), ruling.of(watch)),
                found.version(),
                seen.entry().endedBy(),
                found.device() == null ? null : tree(found.device()),
                answers(watched, found.id()),
                checks(found.id()),
                history(found.id()));
    }

    private static ProblemException nobody() {
        return Problem.notFound(
                        "No such participant",
                        "There is nobody of this pseudonym in the study; they may have taken everything back.")
                .exception();
    }

    private List<Participant.Answered> answers(Watched watched, long session) {
        Map<String, List<Participant.Clip>> clips = new HashMap<>();
        queries.each(
                row -> {
                    String condition = row.getString("condition");
                    double seconds = watched.seconds(row.getString("item"), condition);
                    clips.computeIfAbsent(row.getString("step"), step -> new ArrayList<>())
                            .add(new Participant.Clip(
                                    row.getString("slot"), row.getString("role"), condition, seconds));
                },
                "select step, slot, role, item, condition from session_slot where session_id = ? order by step, place",
                session);
        return queries.rows(
                row -> {
                    String step = row.getString("step");
                    long took = row.getLong("took_ms");
                    return new Participant.Answered(
                            step,
                            StepNames.of(watched.study(), step),
                            Queries.instant(row, "saved_at").orElseThrow(),
                            row.wasNull() ? null : took / 1000.0,
                            tree(row.getString("given")),
                            Optional.ofNullable(row.getString("purpose")),
                            Optional.ofNullable(row.getString("item")),
                            clips.getOrDefault(step, List.of()),
                            Spans.of(tree(row.getString("plays"))));
                },
                """
                select a.step, a.saved_at, a.took_ms, a.given, a.plays, t.purpose, t.item
                from answer a left join session_trial t on t.session_id = a.session_id and t.step = a.step
                where a.session_id = ? order by a.place""",
                session);
    }

    private List<Participant.Checked> checks(long session) {
        return queries.rows(
                row -> new Participant.Checked(
                        row.getString("check_id"), row.getString("outcome"), row.getString("reason")),
                "select check_id, outcome, reason from check_outcome where session_id = ? order by check_id, place",
                session);
    }

    private List<Participant.Decided> history(long session) {
        return queries.rows(
                row -> new Participant.Decided(
                        row.getBoolean("excluded"),
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("name")),
                        Queries.instant(row, "at").orElseThrow()),
                """
                select x.excluded, x.reason, a.name, x.at from study_exclusion x left join account a on a.id = x.account_id
                where x.session_id = ? order by x.id desc""",
                session);
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database keeps JSON only", e);
        }
    }
}
