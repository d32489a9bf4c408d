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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.document.Id;

/** Reads what sessions have left behind, some at a time. */
@ApplicationScoped
class Traces {

    /** An empty log takes five bytes in the database, one with a single event takes more than fifty. */
    private static final String PLAYED = "pg_column_size(a.plays) > 16";

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

    /** The clips of one page. */
    private static final class Clips {
        private final List<String> judged = new ArrayList<>();
        private double longest;
    }

    /** @param ids of sessions of the edition */
    Map<Long, Trace> of(Watched watched, List<Long> ids, Names steps, Names cells) {
        Long[] wanted = ids.toArray(Long[]::new);
        Map<Long, Map<String, Clips>> clips = clips(watched, wanted);
        Map<Long, Gathered> all = new HashMap<>();
        ids.forEach(id -> all.put(id, new Gathered()));
        queries.each(
                row -> {
                    long session = row.getLong("session_id");
                    Clips shown = clips.getOrDefault(session, Map.of()).get(row.getString("step"));
                    answer(all.get(session), row, shown, steps, cells);
                },
                """
                select a.session_id, a.step, a.took_ms, extract(epoch from a.saved_at)::bigint / 3600 as hour,
                    t.task, t.purpose, t.item, a.device ->> 'browser' as browser, %s as played,
                    case when t.step is not null then (a.given -> 'values')::text end as said
                from answer a left join session_trial t on t.session_id = a.session_id and t.step = a.step
                where a.session_id = any(?) order by a.session_id, a.place""".formatted(PLAYED),
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

    private Map<Long, Map<String, Clips>> clips(Watched watched, Long[] wanted) {
        Map<Long, Map<String, Clips>> clips = new HashMap<>();
        queries.each(
                row -> {
                    Clips page = clips.computeIfAbsent(row.getLong("session_id"), id -> new HashMap<>())
                            .computeIfAbsent(row.getString("step"), step -> new Clips());
                    String condition = row.getString("condition");
                    page.longest = Math.max(
                            page.longest,
                            watched.seconds(new Stimulus(new Id(row.getString("item")), new Id(condition))));
                    if (row.getBoolean("judged")) {
                        page.judged.add(condition);
                    }
                },
                """
                select l.session_id, l.step, l.item, l.condition, l.role in ('judged', 'compared') as judged
                from session_slot l join answer a on a.session_id = l.session_id and a.step = l.step
                where l.session_id = any(?)""",
                (Object) wanted);
        return clips;
    }

    private static void answer(Gathered gathered, ResultSet row, Clips clips, Names steps, Names cells)
            throws SQLException {
        long took = row.getLong("took_ms");
        int time = row.wasNull() ? -1 : (int) Math.min(took, Integer.MAX_VALUE);
        gathered.answers.add(new int[] {steps.number(row.getString("step")), time, row.getInt("hour")});
        String browser = row.getString("browser");
        if (browser != null) {
            gathered.browsers.add(browser);
        }
        if (clips == null) {
            return;
        }
        String task = row.getString("task");
        boolean main = row.getString("purpose").equals("main");
        String said = row.getString("said");
        Matcher level = LEVEL.matcher(said);
        gathered.pages.add(new Page(
                task,
                main,
                time < 0 ? Integer.MAX_VALUE : time,
                clips.longest,
                row.getBoolean("played"),
                said,
                level.matches()));
        if (main) {
            String item = row.getString("item");
            gathered.cells.add(cells.number(Cell.name(task, item, clips.judged)));
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
