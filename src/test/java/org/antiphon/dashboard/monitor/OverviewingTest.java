package org.antiphon.dashboard.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.antiphon.study.design.Examples;
import org.junit.jupiter.api.Test;

/** What is counted of an edition, from sessions that are made up. */
class OverviewingTest {

    private static final Instant NOW = Instant.parse("2031-05-17T12:00:00Z");

    private final Watched watched = new Watched(
            "small",
            "",
            1,
            "open",
            NOW.minus(Duration.ofDays(9)),
            Examples.accepted(Examples.SMALL),
            Map.of(),
            List.of(1));
    private final Names steps = new Names();
    private final Names cells = new Names();
    private final List<Watch.Seen> sessions = new ArrayList<>();

    @Test
    void tellsThatNobodyHasBegun() {
        Overview overview = overview();
        assertThat(overview.progress().begun()).isZero();
        assertThat(overview.health()).containsExactly(new Overview.Concern(false, "Nobody has begun yet."));
        assertThat(overview.progress().estimate().expected()).isEmpty();
    }

    @Test
    void countsWhoWentAwayAtTheStepTheyDidNotAnswer() {
        for (int i = 0; i < 6; i++) {
            completed(Duration.ofHours(10 + i));
        }
        left(Duration.ofHours(5), 1);
        left(Duration.ofHours(5), 2);
        left(Duration.ofMinutes(1), 2);
        Overview overview = overview();
        assertThat(overview.progress().completed()).isEqualTo(6);
        assertThat(overview.progress().dropped()).isEqualTo(2);
        assertThat(overview.progress().going()).isEqualTo(1);
        assertThat(overview.steps())
                .extracting(Overview.StepRow::name, Overview.StepRow::answered, Overview.StepRow::left)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Consent", 9, 0),
                        org.assertj.core.groups.Tuple.tuple("Page 1", 8, 1),
                        org.assertj.core.groups.Tuple.tuple("Page 2", 6, 1));
        assertThat(overview.health())
                .anySatisfy(concern -> assertThat(concern.what()).contains("25 %", "Page"));
    }

    @Test
    void findsQuartilesAndBalance() {
        for (int i = 0; i < 5; i++) {
            completed(Duration.ofHours(2 + i));
        }
        Overview overview = overview();
        assertThat(overview.steps().get(1).time()).contains(new Overview.Quartiles(3, 4, 5));
        assertThat(overview.balance()).singleElement().satisfies(task -> {
            assertThat(task.conditions()).containsExactly("performed", "translated");
            assertThat(task.rows()).extracting(Overview.ItemRow::counts).containsExactly(List.of(5, 0), List.of(0, 5));
            assertThat(task.even()).isFalse();
        });
    }

    @Test
    void estimatesTheEndFromTheLastWeekAndSaysHowSure() {
        for (int i = 0; i < 5; i++) {
            completed(Duration.ofHours(24 + i));
        }
        Overview.Estimate estimate = overview().progress().estimate();
        // five in 28 hours: five more in another 28
        assertThat(estimate.expected().orElseThrow()).isEqualTo(NOW.plus(Duration.ofHours(28)));
        assertThat(estimate.earliest().orElseThrow())
                .isBefore(estimate.expected().orElseThrow());
        assertThat(estimate.latest().orElseThrow()).isAfter(estimate.expected().orElseThrow());
    }

    private Overview overview() {
        return Overviewing.of(new Watch(watched, sessions, steps, cells, NOW, 1));
    }

    /** Somebody who took two minutes, on the first page a second longer each time. */
    private void completed(Duration ago) {
        int took = 1000 * (2 + sessions.size());
        sessions.add(seen("completed", ago, 3, new int[] {2000, took, 3000}));
    }

    private void left(Duration ago, int answered) {
        sessions.add(seen("going", ago, answered, new int[] {2000, 2500, 3000}));
    }

    private Watch.Seen seen(String status, Duration ago, int answered, int[] took) {
        Instant begun = NOW.minus(ago);
        Instant seen = begun.plus(Duration.ofMinutes(2));
        Optional<Instant> ended = status.equals("completed") ? Optional.of(seen) : Optional.empty();
        int[] names = {steps.number("consent"), steps.number("trial-main-1"), steps.number("trial-main-2")};
        int[] judged = {cells.number("main one performed"), cells.number("main two translated")};
        int hour = (int) (begun.getEpochSecond() / 3600);
        return new Watch.Seen(
                new Entry(
                        sessions.size(),
                        "p" + sessions.size(),
                        status,
                        Optional.empty(),
                        "open-link",
                        "en",
                        begun,
                        ago.toMinutes() < 2 ? NOW : seen,
                        ended,
                        Optional.empty()),
                new Trace(
                        java.util.Arrays.copyOf(names, answered),
                        java.util.Arrays.copyOf(took, answered),
                        new int[] {hour, hour, hour},
                        java.util.Arrays.copyOf(judged, Math.max(0, answered - 1)),
                        Map.of(),
                        Math.max(0, answered - 1),
                        OptionalDouble.empty(),
                        List.of()));
    }
}
