package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.antiphon.study.session.Given;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.PlayEvent;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private static Remembered.Past past(int plays) {
        PlayEvent event = new PlayEvent("A", PlayEvent.Kind.STARTED, 0, Duration.ZERO);
        Answer answer = new Answer.Judged(Map.of(), Collections.nCopies(plays, event), Duration.ZERO);
        return new Remembered.Past(
                Optional.empty(),
                List.of(new Given("trial-main-1", answer)),
                List.of(new Visit.Saved(new UUID(1, 2), "trial-main-1", Instant.EPOCH)));
    }

    @Test
    void knowsNothingOfASessionItHasNotRead() {
        assertThat(new Remembered().of(7)).isEqualTo(Remembered.Past.NOTHING);
    }

    @Test
    void givesBackWhatWasKeptLast() {
        Remembered remembered = new Remembered();
        remembered.keep(7, past(1));
        remembered.keep(7, past(2));
        assertThat(remembered.of(7)).isEqualTo(past(2));
    }

    @Test
    void forgetsTheSessionThatWasNotHeardOfForLongest() {
        Remembered remembered = new Remembered();
        for (int session = 0; session < 500; session++) {
            remembered.keep(session, past(1));
        }
        assertThat(remembered.of(0)).isEqualTo(past(1));
        remembered.keep(500, past(1));
        assertThat(remembered.of(1)).isEqualTo(Remembered.Past.NOTHING);
        assertThat(remembered.of(0)).isEqualTo(past(1));
    }

    @Test
    void keepsNoLogThatCouldFillTheMemory() {
        Remembered remembered = new Remembered();
        remembered.keep(7, past(1));
        remembered.keep(7, past(2001));
        assertThat(remembered.of(7)).isEqualTo(Remembered.Past.NOTHING);
    }
}
