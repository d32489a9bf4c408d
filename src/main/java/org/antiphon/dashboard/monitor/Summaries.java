package org.antiphon.dashboard.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How all studies stand, from the rows of their sessions alone. */
@ApplicationScoped
class Summaries {

    /** Below so many nothing is said about shares. */
    private static final int FEWEST = 8;

    private static final double LEAVING = 0.25;
    private static final Duration DAY = Duration.ofHours(24);

    private final Queries queries;
    private final Editions editions;
    private final Clock clock;

    @Inject
    Summaries(Queries queries, Editions editions, Clock clock) {
        this.queries = queries;
        this.editions = editions;
        this.clock = clock;
    }

    private record Counted(
            String slug,
            String digest,
            String state,
            int completed,
            int going,
            int left,
            int today,
            Optional<Instant> seen) {}

    /** One for each study of which something is published. */
    List<Summary> all() {
        OffsetDateTime day = OffsetDateTime.ofInstant(clock.instant().minus(DAY), ZoneOffset.UTC);
        List<Counted> counted = queries.rows(
                row -> new Counted(
                        row.getString("slug"),
                        row.getString("digest"),
                        row.getString("state"),
                        row.getInt("completed"),
                        row.getInt("going"),
                        row.getInt("gone"),
                        row.getInt("today"),
                        Queries.instant(row, "seen")),
                """
                select y.slug, e.digest, e.state,
                    count(s.id) filter (where s.status = 'completed') as completed,
                    count(s.id) filter (where s.status = 'going' and s.seen_at >= ?) as going,
                    count(s.id) filter (where s.status = 'going' and s.seen_at < ?) as gone,
                    count(s.id) filter (where s.begun_at >= ?) as today,
                    max(s.seen_at) as seen
                from study y join lateral (select digest, state from edition where study_id = y.id
                        order by version desc limit 1) e on true
                    left join study_session s on s.edition = e.digest
                where y.preview_of is null
                group by y.slug, e.digest, e.state""",
                day,
                day,
                day);
        return counted.stream().map(this::summary).toList();
    }

    private Summary summary(Counted counted) {
        int target = editions.find(counted.slug(), Optional.empty())
                .map(watched -> watched.study().recruitment().target())
                .orElse(0);
        return new Summary(
                counted.slug(),
                counted.completed(),
                target,
                counted.going(),
                counted.today(),
                concern(counted, target));
    }

    private Optional<String> concern(Counted counted, int target) {
        int decided = counted.completed() + counted.left();
        if (decided >= FEWEST && counted.left() >= LEAVING * decided) {
            return Optional.of(String.format(Locale.ROOT, "%.0f %% went away", 100.0 * counted.left() / decided));
        }
        boolean waiting = counted.state().equals("open") && counted.completed() < target;
        Optional<Duration> quiet = counted.seen()
                .map(seen -> Duration.between(seen, clock.instant()))
                .filter(time -> time.compareTo(DAY) > 0);
        return waiting && quiet.isPresent()
                ? Optional.of("nobody for " + Math.max(1, quiet.get().toDays()) + " days")
                : Optional.empty();
    }
}
