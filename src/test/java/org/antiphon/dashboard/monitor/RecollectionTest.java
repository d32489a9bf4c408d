package org.antiphon.dashboard.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.antiphon.study.design.Examples;
import org.junit.jupiter.api.Test;

/** What is remembered of an overview is what would be counted, as long as it holds, and no longer. */
class RecollectionTest {

    private static final Instant NOW = Instant.parse("2031-05-17T12:10:00Z");
    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final List<String> STATUS =
            List.of("going", "completed", "completed", "completed", "declined", "screened-out", "over-quota");

    private final Watched watched = new Watched(
            "small",
            "",
            1,
            "open",
            NOW.minus(Duration.ofDays(90)),
            Examples.accepted(Examples.SMALL),
            Map.of(),
            List.of(1));
    private final Names steps = new Names();
    private final Names cells = new Names();

    @Test
    void tellsLaterWhatWouldBeCountedThen() throws Exception {
        int held = 0;
        for (int seed = 0; seed < 60; seed++) {
            List<Watch.Seen> sessions = sessions(new Random(seed));
            Recollection kept = written(recollection(sessions, NOW));
            for (Duration later : List.of(
                    Duration.ZERO,
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(7),
                    Duration.ofHours(1),
                    Duration.ofHours(13),
                    Duration.ofDays(6),
                    Duration.ofDays(70))) {
                Instant at = NOW.plus(later);
                if (kept.holds(at)) {
                    held++;
                    assertThat(kept.at(watched, at))
                            .as("seed %d, %s later", seed, later)
                            .isEqualTo(Overviewing.of(watch(sessions, at)));
                }
            }
        }
        assertThat(held).isGreaterThan(150);
    }

    @Test
    void holdsUntilSomebodyHasLeft() {
        for (int seed = 0; seed < 60; seed++) {
            List<Watch.Seen> sessions = sessions(new Random(seed));
            Recollection kept = recollection(sessions, NOW);
            if (kept.overview().progress().going() == 0) {
                assertThat(kept.holds(NOW.plus(Duration.ofDays(365)))).isTrue();
            } else {
                assertThat(Overviewing.of(watch(sessions, kept.holds()))
                                .progress()
                                .going())
                        .isEqualTo(kept.overview().progress().going());
                assertThat(Overviewing.of(watch(sessions, kept.holds().plusMillis(1)))
                                .progress()
                                .going())
                        .isLessThan(kept.overview().progress().going());
            }
        }
    }

    @Test
    void hasAnotherMarkForWhateverHappens() {
        List<Watch.Seen> sessions = sessions(new Random(5));
        Recollection.Mark mark = Recollection.Mark.of(watch(sessions, NOW));
        Entry one = sessions.get(3).entry();
        for (Entry changed : List.of(
                entry(one, one.status(), one.seen().plusMillis(1), one.decision()),
                entry(one, one.status().equals("going") ? "completed" : "going", one.seen(), one.decision()),
                entry(one, one.status(), one.seen(), Optional.of(new Entry.Decision(true, "noise"))),
                entry(one, one.status(), one.seen(), Optional.of(new Entry.Decision(false, "none"))))) {
            List<Watch.Seen> others = new ArrayList<>(sessions);
            others.set(3, new Watch.Seen(changed, sessions.get(3).trace()));
            assertThat(Recollection.Mark.of(watch(others, NOW))).isNotEqualTo(mark);
        }
        assertThat(Recollection.Mark.of(watch(sessions.subList(1, sessions.size()), NOW)))
                .isNotEqualTo(mark);
    }

    private static Recollection written(Recollection kept) throws Exception {
        return JSON.readValue(JSON.writeValueAsString(kept), Recollection.class);
    }

    private Recollection recollection(List<Watch.Seen> sessions, Instant at) {
        Watch watch = watch(sessions, at);
        return Recollection.of(watch, Overviewing.of(watch));
    }

    private Watch watch(List<Watch.Seen> sessions, Instant at) {
        return new Watch(watched, sessions, steps, cells, at, 1);
    }

    private static Entry entry(Entry like, String status, Instant seen, Optional<Entry.Decision> decision) {
        return new Entry(
                like.id(),
                like.pseudonym(),
                status,
                like.endedBy(),
                like.way(),
                like.language(),
                like.begun(),
                seen,
                like.ended(),
                decision);
    }

    private List<Watch.Seen> sessions(Random random) {
        List<Watch.Seen> sessions = new ArrayList<>();
        // the youngest began some minutes or some days ago
        Duration youngest = Duration.ofMinutes(random.nextBoolean() ? 3 : 20_000);
        int count = 4 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            Instant begun = NOW.minus(youngest).minus(Duration.ofSeconds(random.nextInt(90 * 24 * 3600)));
            begun = i % 3 == 0 ? NOW.minus(youngest) : begun;
            Instant seen = begun.plusSeconds(random.nextInt(180));
            String status = STATUS.get(random.nextInt(STATUS.size()));
            int answered = status.equals("completed") ? 3 : random.nextInt(3);
            sessions.add(new Watch.Seen(
                    new Entry(
                            i,
                            "p" + i,
                            status,
                            Optional.empty(),
                            "open-link",
                            "en",
                            begun,
                            seen,
                            status.equals("going") ? Optional.empty() : Optional.of(seen),
                            random.nextInt(9) == 0
                                    ? Optional.of(new Entry.Decision(random.nextBoolean(), "why"))
                                    : Optional.empty()),
                    trace(random, answered, (int) (seen.getEpochSecond() / 3600))));
        }
        return sessions;
    }

    private Trace trace(Random random, int answered, int hour) {
        int[] names = {steps.number("consent"), steps.number("trial-main-1"), steps.number("trial-main-2")};
        int[] judged = {cells.number("main one performed"), cells.number("main two translated")};
        return new Trace(
                java.util.Arrays.copyOf(names, answered),
                java.util.Arrays.copyOf(new int[] {2000, 1000 + random.nextInt(9000), -1}, answered),
                java.util.Arrays.copyOf(new int[] {hour, hour, hour}, answered),
                java.util.Arrays.copyOf(judged, Math.max(0, answered - 1)),
                Map.of(),
                Math.max(0, answered - 1),
                OptionalDouble.empty(),
                random.nextInt(5) == 0 ? List.of(new Flag(Flag.Kind.FAST, "why")) : List.of());
    }
}
