package org.antiphon.dashboard.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads sessions, with whether they count. */
final class Sessions {

    private static final String COMPLETED = "completed";

    private final Queries queries;
    private final long study;
    private final Selection selection;
    private final Map<String, EditionRecord> editions = new HashMap<>();
    private final Map<Long, String> groups = new HashMap<>();
    private final Decisions decisions;

    Sessions(Queries queries, long study, List<EditionRecord> editions, Selection selection) {
        this.queries = queries;
        this.study = study;
        this.selection = selection;
        editions.forEach(edition -> this.editions.put(edition.digest(), edition));
        this.decisions = Decisions.read(queries, study);
    }

    List<SessionRecord> all() {
        selection.group().ifPresent(this::readGroups);
        Map<Long, Applied> verdicts = new HashMap<>();
        editions.values().forEach(edition -> verdicts.putAll(new Rules(queries, edition).verdicts()));
        List<SessionRecord> all = new ArrayList<>();
        queries.each(
                row -> {
                    EditionRecord edition = editions.get(row.getString("edition"));
                    if (edition != null) {
                        SessionRecord session =
                                session(row, edition, verdicts.getOrDefault(row.getLong("id"), Applied.NONE));
                        if (selection.uncounted() || session.counted()) {
                            all.add(session);
                        }
                    }
                },
                """
                select id, pseudonym, edition, language, way, status, ended_by, number, begun_at, seen_at, ended_at
                from study_session where study_id = ? order by id""",
                study);
        return all;
    }

    /**
     * Which rules apply to a session.
     *
     * @param excludes the rules that exclude it, each with its reason
     * @param flags the rules that flag it
     */
    record Applied(Map<String, String> excludes, List<String> flags) {
        static final Applied NONE = new Applied(Map.of(), List.of());
    }

    private void readGroups(String group) {
        String[] names = group.split("/", -1);
        queries.each(
                row -> {
                    if (row.getString(2) != null) {
                        groups.put(row.getLong(1), row.getString(2));
                    }
                },
                """
                select a.session_id, a.given -> 'values' ->> ? from answer a join study_session s on s.id = a.session_id
                where s.study_id = ? and a.step = ?""",
                names[1],
                study,
                "questionnaire-" + names[0]);
    }

    private SessionRecord session(ResultSet row, EditionRecord edition, Applied verdicts) throws SQLException {
        long id = row.getLong("id");
        String status = row.getString("status");
        Optional<String> endedBy = Optional.ofNullable(row.getString("ended_by"));
        return new SessionRecord(
                id,
                row.getString("pseudonym"),
                edition,
                row.getString("language"),
                row.getString("way"),
                status,
                endedBy,
                Optional.ofNullable(row.getObject("number", Long.class)),
                Queries.instant(row, "begun_at"),
                Queries.instant(row, "seen_at"),
                Queries.instantIfAny(row, "ended_at"),
                standing(id, status, endedBy, verdicts),
                Optional.ofNullable(groups.get(id)));
    }

    private Standing standing(long id, String status, Optional<String> endedBy, Applied verdicts) {
        List<String> rules = List.copyOf(verdicts.excludes().keySet());
        Optional<Decisions.Decision> decision = decisions.of(id);
        if (decision.isPresent()) {
            return new Standing(
                    !decision.get().excluded(), Standing.HAND, decision.get().reason(), rules, verdicts.flags());
        }
        if (!status.equals(COMPLETED)) {
            String why = endedBy.map(by -> "Ended by " + by + ".").orElse("Not completed.");
            return new Standing(false, status, why, rules, verdicts.flags());
        }
        return rules.isEmpty()
                ? new Standing(true, "", "", rules, verdicts.flags())
                : new Standing(
                        false,
                        Standing.RULE,
                        String.join(" ", verdicts.excludes().values()),
                        rules,
                        verdicts.flags());
    }
}
