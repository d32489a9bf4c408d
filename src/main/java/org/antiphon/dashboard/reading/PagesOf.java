package org.antiphon.dashboard.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

    /** By session and step. */
    Map<Long, Map<String, PageRecord>> sessions(List<Long> sessions) {
        Map<Long, Map<String, PageRecord>> pages = new HashMap<>();
        List<SlotRecord> slots = new ArrayList<>();
        queries.each(
                row -> {
                    slots.add(new SlotRecord(
                            word(row, "slot"), row.getInt("place"), word(row, "role"), word(row, "condition")));
                    if (row.getBoolean("last")) {
                        PageRecord page = page(row, slots);
                        pages.computeIfAbsent(row.getLong("session_id"), session -> new HashMap<>())
                                .put(page.step(), page);
                        slots.clear();
                    }
                },
                """
                select t.*, p.slot, p.place, p.role, p.condition,
                    lead(p.place) over (partition by t.session_id, t.step order by p.place) is null as last
                from session_trial t join session_slot p on p.session_id = t.session_id and p.step = t.step
                where t.session_id = any (?) order by t.session_id, t.step, p.place""",
                sessions);
        return pages;
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
