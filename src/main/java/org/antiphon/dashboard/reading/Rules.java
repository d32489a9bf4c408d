package org.antiphon.dashboard.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.design.Condition;
import org.antiphon.study.design.Exclusion;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.Verdict;
import org.antiphon.study.session.Verdicts;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.check.Outcome;

/**
 * Applies the exclusion rules of an edition to its completed sessions, a few at a time. Rules that end a session at once have
 * done so already.
 */
final class Rules {

    private static final int MID_ANCHOR = 7000;

    /** Where all rules are about checks, one must have been failed: most sessions need no closer look. */
    private static final String FAILED =
            "and exists (select 1 from check_outcome c where c.session_id = s.id and c.outcome = 'failed')";

    private final Queries queries;
    private final EditionRecord edition;
    private final Study study;

    Rules(Queries queries, EditionRecord edition) {
        this.queries = queries;
        this.edition = edition;
        this.study = edition.study();
    }

    /** By session, only those to which a rule applies. */
    Map<Long, Sessions.Applied> verdicts() {
        Map<Long, Sessions.Applied> found = new HashMap<>();
        boolean any = study.exclusions().stream().anyMatch(rule -> rule.then() != Exclusion.Action.SCREEN_OUT);
        if (!any) {
            return found;
        }
        boolean ratings = study.exclusions().stream().anyMatch(rule -> !(rule instanceof Exclusion.FailedCheck));
        Shares shares = new Shares();
        List<Long> completed = new ArrayList<>();
        queries.each(
                row -> completed.add(row.getLong(1)),
                "select id from study_session s where edition = ? and status = 'completed' " + (ratings ? "" : FAILED)
                        + " order by id",
                edition.digest());
        Batches.each(completed, batch -> {
            Map<Long, Map<Id, List<Outcome>>> outcomes = outcomes(batch);
            Map<Long, List<Judgement>> judgements = ratings ? new Judgements(queries).of(batch) : Map.of();
            for (Long session : batch) {
                Sessions.Applied verdicts = verdicts(Verdicts.of(
                        study,
                        outcomes.getOrDefault(session, Map.of()),
                        judgements.getOrDefault(session, List.of()),
                        shares));
                if (!verdicts.equals(Sessions.Applied.NONE)) {
                    found.put(session, verdicts);
                }
            }
        });
        return found;
    }

    private static Sessions.Applied verdicts(List<Verdict> verdicts) {
        Map<String, String> excludes = new LinkedHashMap<>();
        List<String> flags = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Applies) {
                String rule = verdict.rule().id().text();
                switch (verdict.rule().then()) {
                    case EXCLUDE -> excludes.put(rule, rule + ": " + verdict.why());
                    case FLAG -> flags.add(rule);
                    case SCREEN_OUT -> {}
                }
            }
        }
        return new Sessions.Applied(excludes, flags);
    }

    private Map<Long, Map<Id, List<Outcome>>> outcomes(List<Long> sessions) {
        Map<Long, Map<Id, List<Outcome>>> outcomes = new HashMap<>();
        queries.each(
                row -> outcomes.computeIfAbsent(row.getLong("session_id"), session -> new HashMap<>())
                        .computeIfAbsent(new Id(row.getString("check_id")), check -> new ArrayList<>())
                        .add(outcome(row.getString("outcome"), row.getString("reason"))),
                "select * from check_outcome where session_id = any (?) order by session_id, check_id, place",
                sessions);
        return outcomes;
    }

    private static Outcome outcome(String name, String reason) {
        return switch (name) {
            case "passed" -> new Outcome.Passed(reason);
            case "failed" -> new Outcome.Failed(reason);
            default -> new Outcome.NotRun(reason);
        };
    }

    /** Among how many of those who completed the mid anchor of an item was rated high: asked once for each task and bound. */
    private final class Shares implements Verdicts.OthersOfItem {

        private final Map<String, Map<String, Double>> known = new HashMap<>();

        @Override
        public Optional<Double> shareAbove(Id task, Id item, double bound) {
            return Optional.ofNullable(known.computeIfAbsent(task + " " + bound, key -> ask(task, bound))
                    .get(item.text()));
        }

        private Map<String, Double> ask(Id task, double bound) {
            Map<String, Double> shares = new HashMap<>();
            Optional<Id> anchor = study.conditionsOf(study.task(task)).stream()
                    .filter(id -> study.condition(id) instanceof Condition.Anchor one && one.cutoff() == MID_ANCHOR)
                    .findFirst();
            anchor.ifPresent(condition -> queries.each(
                    row -> shares.put(row.getString("item"), row.getDouble("share")),
                    """
                    select t.item, avg(case when r.number > ? then 1.0 else 0.0 end) as share
                    from study_session s
                    join session_trial t on t.session_id = s.id and t.task = ? and t.purpose = 'main'
                    join session_slot p on p.session_id = s.id and p.step = t.step and p.condition = ?
                        and p.role = 'judged'
                    join rating r on r.session_id = s.id and r.step = t.step and r.slot = p.slot
                    where s.edition = ? and s.status = 'completed' group by t.item""",
                    bound,
                    task.text(),
                    condition.text(),
                    edition.digest()));
            return shares;
        }
    }
}
