package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.antiphon.platform.ProblemException;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final TakingConfig TWO = new TakingConfig() {
        @Override
        public int beginsPerHour() {
            return 2;
        }

        @Override
        public int answersPerMinute() {
            return 2;
        }

        @Override
        public int withdrawalsPerHour() {
            return 2;
        }

        @Override
        public MemorySize maxBody() {
            return new MemorySize(BigInteger.TEN);
        }

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }
    };

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {
        Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void refusesTheThirdOfTwoUntilTheMinuteIsOver() {
        Hand clock = new Hand();
        Limits limits = new Limits(TWO, clock);
        limits.answer("a");
        clock.now = clock.now.plusSeconds(20);
        limits.answer("a");
        limits.answer("b");
        assertThatThrownBy(() -> limits.answer("a"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().retryAfter()).contains(Duration.ofSeconds(40)));
        clock.now = clock.now.plusSeconds(40);
        limits.answer("a");
    }

    @Test
    void forgetsThoseWhoWereNotHeardOfForLongest() {
        Limits limits = new Limits(TWO, new Hand());
        for (int i = 0; i < 60_000; i++) {
            limits.begin("address " + i);
        }
        limits.begin("address 0");
        limits.begin("address 0");
        assertThatThrownBy(() -> limits.begin("address 0")).isInstanceOf(ProblemException.class);
    }
}
