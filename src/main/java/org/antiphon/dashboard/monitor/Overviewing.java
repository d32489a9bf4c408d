package org.antiphon.dashboard.monitor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.document.Kind;

/** Counts what there is to say about an edition. */
final class Overviewing {

    /** Days and hours that are shown; what is older is in the totals. */
    static final int DAYS = 60;

    static final int HOURS = 48;

    private final Watch watch;
    private final Map<String, Integer> standings = new HashMap<>();
    private final Instant since;

    private Overviewing(Watch watch) {
        this.watch = watch;
        this.since = watch.since();
        watch.sessions().forEach(seen -> standings.merge(seen.entry().standing(since), 1, Integer::sum));
    }

    static Overview of(Watch watch) {
        return new Overviewing(watch).overview();
    }

    private int count(String standing) {
        return standings.getOrDefault(standing, 0);
    }

    private Overview overview() {
        Watched watched = watch.watched();
        Overview.Progress progress = progress();
        List<Overview.StepRow> steps = Steps.of(watch, since);
        List<Overview.Balance> balance = Balancing.of(watch);
        List<Overview.CheckRow> checks = checks();
        Map<String, Integer> flags = new TreeMap<>();
        int flagged = 0;
        for (Watch.Seen seen : watch.sessions()) {
            if (seen.trace().flags().isEmpty() || seen.entry().decision().isPresent()) {
                continue;
            }
            flagged++;
            seen.trace().flags().stream()
                    .map(flag -> flag.kind().name().toLowerCase(Locale.ROOT))
                    .distinct()
                    .forEach(kind -> flags.merge(kind, 1, Integer::sum));
        }
        int reviewed = (int) watch.sessions().stream()
                .filter(seen -> seen.entry().decision().isPresent())
                .count();
        return new Overview(
                watched.slug(),
                watched.title(),
                watched.version(),
                watched.versions(),
                watched.state(),
                watch.at(),
                "/s/" + watched.slug(),
                progress,
                Health.of(watched, progress, steps, balance, checks, flagged, lastAnswer(watch), watch.at()),
                days(),
                steps,
                balance,
                checks,
                hours(),
                flags,
                flagged,
                reviewed);
    }

    private Overview.Progress progress() {
        int completed = count(Entry.COMPLETED);
        int target = watch.watched().study().recruitment().target();
        return new Overview.Progress(
                target,
                watch.sessions().size(),
                completed,
                count(Entry.GOING),
                count(Entry.DROPPED),
                count("declined"),
                count("screened-out"),
                count("over-quota"),
                (int) watch.sessions().stream()
                        .filter(seen -> seen.entry().excluded())
                        .count(),
                watch.sessions().stream()
                        .mapToLong(seen -> seen.trace().steps().length)
                        .sum(),
                Estimating.of(Rate.of(watch), watch.watched().state(), target, completed, watch.at()));
    }

    /** To the hour, upwards. */
    static Instant lastAnswer(Watch watch) {
        int last = watch.sessions().stream()
                .map(Watch.Seen::trace)
                .filter(trace -> trace.hours().length > 0)
                .mapToInt(trace -> trace.hours()[trace.hours().length - 1])
                .max()
                .orElse(0);
        return Instant.EPOCH.plus(last + 1L, ChronoUnit.HOURS);
    }

    private List<Overview.Day> days() {
        Map<LocalDate, Map<String, Integer>> days = new TreeMap<>();
        LocalDate today = LocalDate.ofInstant(watch.at(), ZoneOffset.UTC);
        LocalDate first = today;
        for (Watch.Seen seen : watch.sessions()) {
            LocalDate day = LocalDate.ofInstant(seen.entry().begun(), ZoneOffset.UTC);
            first = day.isBefore(first) ? day : first;
            days.computeIfAbsent(day, key -> new HashMap<>()).merge(seen.entry().standing(since), 1, Integer::sum);
        }
        if (watch.sessions().isEmpty()) {
            return List.of();
        }
        LocalDate shown = first.isBefore(today.minusDays(DAYS - 1)) ? today.minusDays(DAYS - 1) : first;
        List<Overview.Day> rows = new ArrayList<>();
        for (LocalDate day = shown; !day.isAfter(today); day = day.plusDays(1)) {
            Map<String, Integer> counts = days.getOrDefault(day, Map.of());
            rows.add(new Overview.Day(
                    day,
                    counts.values().stream().mapToInt(Integer::intValue).sum(),
                    counts.getOrDefault(Entry.COMPLETED, 0),
                    counts.getOrDefault(Entry.GOING, 0),
                    counts.getOrDefault(Entry.DROPPED, 0),
                    counts.getOrDefault("declined", 0),
                    counts.getOrDefault("screened-out", 0),
                    counts.getOrDefault("over-quota", 0)));
        }
        return rows;
    }

    private List<Overview.CheckRow> checks() {
        List<Overview.CheckRow> rows = new ArrayList<>();
        for (Check check : watch.watched().study().checks()) {
            Trace.Outcomes all = new Trace.Outcomes(0, 0, 0);
            int people = 0;
            int failing = 0;
            for (Watch.Seen seen : watch.sessions()) {
                Trace.Outcomes found = seen.trace().checks().get(check.id().text());
                if (found != null) {
                    all = all.plus(found);
                    people++;
                    failing += found.failed() > 0 ? 1 : 0;
                }
            }
            rows.add(new Overview.CheckRow(
                    check.id().text(),
                    check.getClass().getAnnotation(Kind.class).value(),
                    people,
                    failing,
                    all.passed(),
                    all.failed(),
                    all.notRun()));
        }
        return rows;
    }

    /** The last two days by the hour, if anything was answered in them. */
    private List<Overview.Hour> hours() {
        int now = (int) (watch.at().getEpochSecond() / 3600);
        int[] counts = new int[HOURS];
        for (Watch.Seen seen : watch.sessions()) {
            for (int hour : seen.trace().hours()) {
                if (hour > now - HOURS && hour <= now) {
                    counts[hour - (now - HOURS + 1)]++;
                }
            }
        }
        if (Arrays.stream(counts).sum() == 0) {
            return List.of();
        }
        List<Overview.Hour> rows = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            rows.add(new Overview.Hour(Instant.EPOCH.plus(now - HOURS + 1L + i, ChronoUnit.HOURS), counts[i]));
        }
        return rows;
    }
}
