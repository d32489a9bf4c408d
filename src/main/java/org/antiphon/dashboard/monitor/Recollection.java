package org.antiphon.dashboard.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What was counted of an edition, with all that is needed to say how it stands later, if nobody was heard of since: what
 * follows from the time alone is found anew.
 *
 * @param mark of the sessions that were counted
 * @param holds until when nobody else turns from one who goes on into one who has left
 * @param last when the last answer was saved, to the hour
 * @param rate by which the end is estimated
 */
record Recollection(Mark mark, Instant holds, Instant last, Rate rate, Overview overview) {

    /**
     * As long as this is the same, so is everything that an overview says but what follows from the time: signs of life and
     * decisions are only ever added.
     *
     * @param sessions how many
     * @param completed how many of them were completed
     * @param going how many of them go on, or have been left
     * @param seen a sum over when each was last heard of
     * @param decided about how many a person has decided
     * @param excluded how many are left out by one
     */
    record Mark(long sessions, long completed, long going, long seen, long decided, long excluded) {

        /** Sums of millions of these remain whole numbers of 64 bits. */
        static final long MODULUS = 1_000_000_007L;

        static Mark of(Watch watch) {
            long completed = 0;
            long going = 0;
            long seen = 0;
            long decided = 0;
            long excluded = 0;
            for (Watch.Seen one : watch.sessions()) {
                Entry entry = one.entry();
                completed += entry.status().equals(Entry.COMPLETED) ? 1 : 0;
                going += entry.status().equals(Entry.GOING) ? 1 : 0;
                seen += ChronoUnit.MICROS.between(Instant.EPOCH, entry.seen()) % MODULUS;
                decided += entry.decision().isPresent() ? 1 : 0;
                excluded += entry.excluded() ? 1 : 0;
            }
            return new Mark(watch.sessions().size(), completed, going, seen, decided, excluded);
        }
    }

    static Recollection of(Watch watch, Overview overview) {
        Instant since = watch.since();
        Duration limit = Duration.between(since, watch.at());
        Instant holds = watch.sessions().stream()
                .map(Watch.Seen::entry)
                .filter(entry -> entry.standing(since).equals(Entry.GOING))
                .map(entry -> entry.seen().plus(limit))
                .min(Instant::compareTo)
                .orElse(Instant.parse("9999-12-31T00:00:00Z"));
        return new Recollection(Mark.of(watch), holds, Overviewing.lastAnswer(watch), Rate.of(watch), overview);
    }

    boolean holds(Instant at) {
        return !at.isAfter(holds) && !at.isBefore(overview.at());
    }

    /** How the edition stands at a later time; only while this {@link #holds(Instant)}. */
    Overview at(Watched watched, Instant at) {
        Overview.Progress before = overview.progress();
        Overview.Progress progress = new Overview.Progress(
                before.target(),
                before.begun(),
                before.completed(),
                before.going(),
                before.dropped(),
                before.declined(),
                before.screenedOut(),
                before.overQuota(),
                before.excluded(),
                before.answers(),
                Estimating.of(rate, watched.state(), before.target(), before.completed(), at));
        return new Overview(
                watched.slug(),
                watched.title(),
                watched.version(),
                watched.versions(),
                watched.state(),
                at,
                overview.link(),
                progress,
                Health.of(
                        watched,
                        progress,
                        overview.steps(),
                        overview.balance(),
                        overview.checks(),
                        overview.flagged(),
                        last,
                        at),
                days(LocalDate.ofInstant(at, ZoneOffset.UTC)),
                overview.steps(),
                overview.balance(),
                overview.checks(),
                hours(at.truncatedTo(ChronoUnit.HOURS)),
                overview.flags(),
                overview.flagged(),
                overview.reviewed());
    }

    /** On days that have passed since then nobody began. */
    private List<Overview.Day> days(LocalDate today) {
        if (overview.days().isEmpty()) {
            return List.of();
        }
        List<Overview.Day> days = new ArrayList<>(overview.days());
        for (LocalDate day = days.get(days.size() - 1).date().plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            days.add(new Overview.Day(day, 0, 0, 0, 0, 0, 0, 0));
        }
        return List.copyOf(days.subList(Math.max(0, days.size() - Overviewing.DAYS), days.size()));
    }

    /** In hours that have passed since then nothing was answered. */
    private List<Overview.Hour> hours(Instant now) {
        Instant first = now.minus(Overviewing.HOURS - 1, ChronoUnit.HOURS);
        List<Overview.Hour> hours = new ArrayList<>();
        for (int i = 0; i < Overviewing.HOURS; i++) {
            Instant from = first.plus(i, ChronoUnit.HOURS);
            int answers = overview.hours().stream()
                    .filter(hour -> hour.from().equals(from))
                    .mapToInt(Overview.Hour::answers)
                    .sum();
            hours.add(new Overview.Hour(from, answers));
        }
        return hours.stream().allMatch(hour -> hour.answers() == 0) ? List.of() : hours;
    }
}
