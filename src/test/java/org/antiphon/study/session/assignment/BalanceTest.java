package org.antiphon.study.session.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.assignment.SimulatedStudy.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand people take part in a study, some leave: those who complete it are still shared out evenly. */
class BalanceTest {

    private static final int SESSIONS = 1000;
    private static final Id BELONGING = new Id("belonging");
    private static final Id LIKING = new Id("liking");
    private static final Id MEANING = new Id("meaning");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void staysWithinOneAllTheTimeWhenPeopleComeOneAfterTheOther(long seed) {
        SimulatedStudy simulated = new SimulatedStudy(Examples.study("expression"));
        Random random = new Random(seed);
        for (int i = 0; i < SESSIONS; i++) {
            Visit visit = simulated.arrive(i, one -> false);
            if (random.nextDouble() < 0.3) {
                visit.left = true;
            } else {
                visit.completed = true;
            }
            if (i % 37 == 0 || i == SESSIONS - 1) {
                assertThat(simulated.spreadOfRows(BELONGING, 2)).isLessThanOrEqualTo(1);
                assertThat(simulated.spreadOfRows(MEANING, 6)).isLessThanOrEqualTo(1);
                assertThat(simulated.spreadOfPages(LIKING, 16)).isLessThanOrEqualTo(1);
                assertThat(simulated.spreadOfPages(BELONGING, 16)).isLessThanOrEqualTo(1);
            }
        }
    }

    /** Dozens at a time, a third of them leave without a word, the study closes at its target. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isWithinOneWhenTheTargetIsReachedHoweverManyCameAtOnce(long seed) {
        Study study =
                Examples.accepted(new String(Examples.bytes("expression"), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("target: 48", "target: 660"));
        SimulatedStudy simulated = new SimulatedStudy(study);
        Crowd crowd = new Crowd(simulated, new Random(seed));
        crowd.comeUntil(660);
        assertThat(simulated.visits).hasSizeGreaterThan(900);
        assertThat(crowd.mostAtOnce).isGreaterThan(25);
        assertThat(simulated.spreadOfRows(BELONGING, 2)).isLessThanOrEqualTo(1);
        assertThat(simulated.spreadOfRows(MEANING, 6)).isLessThanOrEqualTo(1);
        // a subset has no rows that could be closed; its last session cannot mend everything
        assertThat(simulated.spreadOfPages(LIKING, 16)).isLessThanOrEqualTo(2);
    }

    /** Nobody says goodbye: a place is free again when nobody was ever silent for so long and came back. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isWithinOneInTheEndThoughLeavingIsNoticedLate(long seed) {
        SimulatedStudy simulated = new SimulatedStudy(Examples.study("etudes"));
        Random random = new Random(seed);
        double now = 0;
        Optional<Duration> slowest = Optional.empty();
        for (int i = 0; i < SESSIONS; i++) {
            Presence presence = new Presence(Duration.ofMinutes(30), slowest);
            double arrived = now;
            Visit visit = simulated.arrive(now, one -> !one.completed && presence.counts(at(one.seen), at(arrived)));
            now += 150 + 60 * random.nextDouble();
            visit.seen = now;
            visit.completed = random.nextDouble() > 0.3;
            if (visit.completed) {
                Duration took = Duration.between(at(visit.began), at(now));
                slowest = Optional.of(
                        slowest.filter(time -> time.compareTo(took) > 0).orElse(took));
            }
            now += 30 * random.nextDouble();
            assertThat(simulated.spreadOfRows(new Id("coherence"), 4)).isLessThanOrEqualTo(2);
        }
        assertThat(simulated.spreadOfRows(new Id("coherence"), 4)).isLessThanOrEqualTo(1);
    }

    private static Instant at(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    /** People who arrive at any time, stay for some minutes, and complete or vanish; the clock goes by seconds. */
    private static final class Crowd {

        private final SimulatedStudy simulated;
        private final Random random;
        private final List<double[]> plans = new ArrayList<>();
        private Optional<Duration> slowest = Optional.empty();
        int mostAtOnce;

        Crowd(SimulatedStudy simulated, Random random) {
            this.simulated = simulated;
            this.random = random;
        }

        void comeUntil(int target) {
            double next = 0;
            for (double now = 0; completed() < target; now++) {
                liveOn(now);
                if (now >= next) {
                    next = now + -15 * Math.log(1 - random.nextDouble());
                    arrive(now, target);
                }
            }
        }

        private long completed() {
            return simulated.visits.stream().filter(visit -> visit.completed).count();
        }

        private boolean present(Visit visit, double now) {
            return !visit.completed && new Presence(Duration.ofMinutes(30), slowest).counts(at(visit.seen), at(now));
        }

        private void arrive(double now, int target) {
            int present = (int) simulated.visits.stream()
                    .filter(visit -> present(visit, now))
                    .count();
            mostAtOnce = Math.max(mostAtOnce, present);
            if (completed() + present >= target) {
                return;
            }
            simulated.arrive(now, visit -> present(visit, now));
            double stays = 240 + 600 * random.nextDouble();
            boolean leaves = random.nextDouble() < 0.33;
            plans.add(new double[] {now + (leaves ? stays * random.nextDouble() : stays), leaves ? 1 : 0});
        }

        private void liveOn(double now) {
            for (int i = 0; i < plans.size(); i++) {
                Visit visit = simulated.visits.get(i);
                boolean gone = now > plans.get(i)[0];
                if (!visit.completed && !visit.left) {
                    visit.seen = Math.min(now, plans.get(i)[0]);
                    visit.left = gone && plans.get(i)[1] == 1;
                    visit.completed = gone && plans.get(i)[1] == 0;
                    if (visit.completed) {
                        Duration took = Duration.between(at(visit.began), at(now));
                        slowest = Optional.of(
                                slowest.filter(time -> time.compareTo(took) > 0).orElse(took));
                    }
                }
            }
        }
    }
}
