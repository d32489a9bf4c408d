package org.antiphon.dashboard.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.dashboard.reading.PageRecord.SlotRecord;

/** Reads the pages that sessions were given. Words that come again and again are held once. */
final class PagesOf {

    private final Queries queries;
    private final Map<String, String> words = new HashMap<>();

    PagesOf(Queries queries) {
        this.queries = queries;
    }

    /**
     * By session and step. Pages and their slots come by two questions and are put together here: to join and sort them
     * costs the database three times as much as to hand them out.
     */
    Map<Long, Map<String, PageRecord>> sessions(List<Long> sessions) {
        Map<Long, Map<String, List<SlotRecord>>> slots = slots(sessions);
        Map<Long, Map<String, PageRecord>> pages = new HashMap<>();
        queries.each(
                row -> {
                    long session = row.getLong("session_id");
                    List<SlotRecord> shown =
                            slots.getOrDefault(session, Map.of()).getOrDefault(row.getString("step"), List.of());
                    PageRecord page = page(row, shown);
                    pages.computeIfAbsent(session, key -> new HashMap<>()).put(page.step(), page);
                },
                """
                select session_id, step, task, purpose, attempt, number, item, check_id, repeats
                from session_trial where session_id = any (?)""",
                sessions);
        return pages;
    }

    /** By session and step, in the order shown. */
    private Map<Long, Map<String, List<SlotRecord>>> slots(List<Long> sessions) {
        Map<Long, Map<String, List<SlotRecord>>> slots = new HashMap<>();
        queries.each(
                row -> slots.computeIfAbsent(row.getLong("session_id"), session -> new HashMap<>())
                        .computeIfAbsent(word(row, "step"), step -> new ArrayList<>(1))
                        .add(new SlotRecord(
                                word(row, "slot"), row.getInt("place"), word(row, "role"), word(row, "condition"))),
                "select session_id, step, slot, place, role, condition from session_slot where session_id = any (?)",
                sessions);
        slots.values()
                .forEach(pages -> pages.values().forEach(shown -> shown.sort(Comparator.comparing(SlotRecord::place))));
        return slots;
    }

    private PageRecord page(ResultSet row, List<SlotRecord> slots) throws SQLException {
        return new PageRecord(
                word(row, "step"),
                word(row, "task"),
                word(row, "purpose"),
                row.getInt("attempt"),
                row.getInt("number"),
                word(row, "item"),
                Optional.ofNullable(row.getString("check_id")),
                Optional.ofNullable(row.getObject("repeats", Integer.class)),
                slots);
    }

    private String word(ResultSet row, String column) throws SQLException {
        return words.computeIfAbsent(row.getString(column), word -> word);
    }
}
