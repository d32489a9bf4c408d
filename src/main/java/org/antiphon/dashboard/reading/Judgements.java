package org.antiphon.dashboard.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.answer.Value;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Trial;

/** The main pages of sessions with the numbers that were given, as exclusion rules look at them. */
final class Judgements {

    private final Queries queries;

    Judgements(Queries queries) {
        this.queries = queries;
    }

    /** By session, in the order given. */
    Map<Long, List<Judgement>> of(List<Long> sessions) {
        Map<Long, Map<String, PageRecord>> pages = new PagesOf(queries).sessions(sessions);
        Map<Long, Map<String, Map<String, Value>>> values = new HashMap<>();
        queries.each(
                row -> values.computeIfAbsent(row.getLong("session_id"), session -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getString("step"), step -> new HashMap<>())
                        .put(row.getString("key"), new Value.Amount(row.getDouble("number"))),
                """
                select r.session_id, r.step, r.key, r.number from rating r join answer a on a.id = r.answer_id
                where r.session_id = any (?) and r.number is not null order by a.session_id, a.place""",
                sessions);
        Map<Long, List<Judgement>> judgements = new HashMap<>();
        values.forEach((session, steps) -> steps.forEach((step, numbers) -> {
            PageRecord page = pages.get(session).get(step);
            if (page.main()) {
                judgements
                        .computeIfAbsent(session, key -> new ArrayList<>())
                        .add(new Judgement(trial(page), new Answer.Judged(numbers, List.of(), Duration.ZERO)));
            }
        }));
        return judgements;
    }

    private static Trial trial(PageRecord page) {
        List<Slot> slots = page.slots().stream()
                .map(slot -> new Slot(
                        slot.slot(),
                        new Id(slot.condition()),
                        Slot.Role.valueOf(slot.role().toUpperCase(Locale.ROOT))))
                .toList();
        return new Trial(new Id(page.task()), page.number(), new Id(page.item()), slots, new Purpose.Main());
    }
}
