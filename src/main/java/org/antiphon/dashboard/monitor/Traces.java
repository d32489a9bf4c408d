package org.antiphon.dashboard.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what sessions have left behind, some at a time. */
@ApplicationScoped
class Traces {

    /** An empty log takes five bytes in the database, one with a single event takes more than fifty. */
    private static final String PLAYED = "pg_column_size(plays) > 16";

    /** Three clips or more and one number for all of them, on pages that show several. */
    private static final Pattern LEVEL = Pattern.compile("\\{\"[A-Z]\": ([-0-9.]+)(?:, \"[A-Z]\": \\1){2,}\\}");

    private final Queries queries;

    @Inject
    Traces(Queries queries) {
        this.queries = queries;
    }

    /** What is gathered of one session. */
    private static final class Gathered {
        private final List<int[]> answers = new ArrayList<>();
        private final List<Integer> cells = new ArrayList<>();
        private final List<Page> pages = new ArrayList<>();
        private final Map<String, Trace.Outcomes> checks = new HashMap<>();
        private final Set<String> browsers = new HashSet<>();
    }

    /** A page of a task, with its clips. */
    private static final class Drawn {
        private final String task;
        private final boolean main;
        private final String item;
        private final List<String> judged = new ArrayList<>();
        private double longest;

        Drawn(String task, boolean main, String item) {
            this.task = task;
            this.main = main;
            this.item = item;
        }
    }

    /**
     * Each table is read by itself, in the order of its index, and joined here: for the database it would be a look for every
     * row, since it cannot know how many rows a session has.
     *
     * @param ids of sessions of the edition
     */
    Map<Long, Trace> of(Watched watched, List<Long> ids, Names steps, Names cells) {
        Long[] wanted = ids.toArray(Long[]::new);
        Map<Long, Map<String, Drawn>> drawn = drawn(watched, wanted);
        Map<Long, Gathered> all = new HashMap<>();
        ids.forEach(id -> all.put(id, new Gathered()));
        queries.each(
                row -> {
                    long session = row.getLong("session_id");
                    Drawn page = drawn.getOrDefault(session, Map.of()).get(row.getString("step"));
                    answer(all.get(session), row, page, steps, cells);
                },
                """
                select session_id, step, took_ms, extract(epoch from saved_at)::bigint / 3600 as hour,
                    device ->> 'browser' as browser, %s as played,
                    case when step like 'tr%%' then (given -> 'values')::text end as said
                from answer where session_id = any(?) order by session_id, place""".formatted(PLAYED),
                (Object) wanted);
        queries.each(
                row -> all.get(row.getLong("session_id"))
                        .checks
                        .put(
                                row.getString("check_id"),
                                new Trace.Outcomes(row.getInt("passed"), row.getInt("failed"), row.getInt("not_run"))),
                """
                select session_id, check_id, count(*) filter (where outcome = 'passed') as passed,
                    count(*) filter (where outcome = 'failed') as failed,
                    count(*) filter (where outcome = 'not-run') as not_run
                from check_outcome where session_id = any(?) group by session_id, check_id""",
                (Object) wanted);
        queries.each(
                row -> all.get(row.getLong("id")).browsers.add(row.getString("browser")),
                "select id, device ->> 'browser' as browser from study_session"
                        + " where id = any(?) and device ->> 'browser' is not null",
                (Object) wanted);
        Map<Long, Trace> traces = new HashMap<>();
        all.forEach((id, gathered) -> traces.put(id, trace(watched, gathered)));
        return traces;
    }

    private Map<Long, Map<String, Drawn>> drawn(Watched watched, Long[] wanted) {
        Map<Long, Map<String, Drawn>> drawn = new HashMap<>();
        queries.each(
                row -> drawn.computeIfAbsent(row.getLong("session_id"), id -> new HashMap<>())
                        .put(
                                row.getString("step"),
                                new Drawn(row.getString("task"), row.getBoolean("main"), row.getString("item"))),
                "select session_id, step, task, purpose = 'main' as main, item from session_trial where session_id = any(?)",
                (Object) wanted);
        queries.each(
                row -> {
                    Drawn page = drawn.getOrDefault(row.getLong("session_id"), Map.of())
                            .get(row.getString("step"));
                    if (page == null) {
                        // drawn this very moment; the next look reads the session anew
                        return;
                    }
                    String condition = row.getString("condition");
                    page.longest = Math.max(page.longest, watched.seconds(page.item, condition));
                    if (row.getBoolean("judged")) {
                        page.judged.add(condition);
                    }
                },
                """
                select session_id, step, condition, role in ('judged', 'compared') as judged
                from session_slot where session_id = any(?)""",
                (Object) wanted);
        return drawn;
    }

    private static void answer(Gathered gathered, ResultSet row, Drawn page, Names steps, Names cells)
            throws SQLException {
        long took = row.getLong("took_ms");
        int time = row.wasNull() ? -1 : (int) Math.min(took, Integer.MAX_VALUE);
        gathered.answers.add(new int[] {steps.number(row.getString("step")), time, row.getInt("hour")});
        String browser = row.getString("browser");
        if (browser != null) {
            gathered.browsers.add(browser);
        }
        if (page == null) {
            return;
        }
        // what was imported may lack what pages of ours always send
        String said = Objects.requireNonNullElse(row.getString("said"), "");
        Matcher level = LEVEL.matcher(said);
        gathered.pages.add(new Page(
                page.task,
                page.main,
                time < 0 ? Integer.MAX_VALUE : time,
                page.longest,
                row.getBoolean("played"),
                said,
                level.matches()));
        if (page.main) {
            gathered.cells.add(cells.number(Cell.name(page.task, page.item, page.judged)));
        }
    }

    private static Trace trace(Watched watched, Gathered gathered) {
        int count = gathered.answers.size();
        int[] steps = new int[count];
        int[] took = new int[count];
        int[] hours = new int[count];
        for (int i = 0; i < count; i++) {
            steps[i] = gathered.answers.get(i)[0];
            took[i] = gathered.answers.get(i)[1];
            hours[i] = gathered.answers.get(i)[2];
        }
        List<Page> main = gathered.pages.stream().filter(Page::main).toList();
        return new Trace(
                steps,
                took,
                hours,
                gathered.cells.stream().mapToInt(Integer::intValue).toArray(),
                gathered.checks,
                main.size(),
                Flagging.median(main),
                Flagging.of(watched, gathered.pages, gathered.checks, gathered.browsers));
    }
}
