package org.antiphon.study.session.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.antiphon.clip.Seed;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void choosesTheRowThatWouldBeTakenLeastOftenIfAllComplete() {
        assertThat(chosen(Map.of(0, new Count(3, 0), 1, new Count(1, 1), 2, new Count(0, 3)), 100))
                .containsExactly(1);
    }

    @Test
    void choosesAmongTheseTheOneThatWasCompletedLeastOften() {
        assertThat(chosen(Map.of(0, new Count(3, 0), 1, new Count(1, 2), 2, new Count(3, 0)), 100))
                .containsExactly(1);
    }

    @Test
    void choosesAmongEqualRowsByChance() {
        assertThat(chosen(Map.of(), 100)).containsExactly(0, 1, 2);
    }

    @Test
    void givesTheFirstRowsWhatDoesNotComeOutEven() {
        assertThat(Rows.share(0, 3, 100)).isEqualTo(34);
        assertThat(Rows.share(1, 3, 100)).isEqualTo(33);
        // 33 in each: the hundredth goes to row 0
        Map<Integer, Count> nearly = Map.of(0, new Count(33, 0), 1, new Count(33, 0), 2, new Count(33, 0));
        assertThat(chosen(nearly, 100)).containsExactly(0);
    }

    @Test
    void stillChoosesARowWhenAllAreFull() {
        Map<Integer, Count> full = Map.of(0, new Count(1, 0), 1, new Count(1, 0), 2, new Count(1, 0));
        assertThat(chosen(full, 3)).containsExactly(0, 1, 2);
    }

    @Test
    void waitsForNobodyLongerThanTheSlowestTookOrTheStudySays() {
        Duration patience = Duration.ofMinutes(30);
        Instant now = Instant.parse("2031-05-17T12:00:00Z");
        Presence before = new Presence(patience, Optional.empty());
        Presence after = new Presence(patience, Optional.of(Duration.ofMinutes(8)));
        assertThat(before.counts(now.minusSeconds(1799), now)).isTrue();
        assertThat(before.counts(now.minusSeconds(1801), now)).isFalse();
        assertThat(after.counts(now.minusSeconds(479), now)).isTrue();
        assertThat(after.counts(now.minusSeconds(481), now)).isFalse();
        assertThat(new Presence(patience, Optional.of(Duration.ofHours(9))).limit())
                .isEqualTo(patience);
    }

    private static Set<Integer> chosen(Map<Integer, Count> rows, int target) {
        Set<Integer> chosen = new TreeSet<>();
        for (long seed = 0; seed < 100; seed++) {
            chosen.add(Rows.choose(3, new Tally.OfTask(rows, Map.of()), target, new Draw(new Seed(seed))));
        }
        return chosen;
    }
}
