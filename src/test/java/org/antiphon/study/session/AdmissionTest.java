package org.antiphon.study.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Recruitment;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Value;
import org.antiphon.study.session.assignment.Count;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final LocalDate TODAY = LocalDate.of(2031, 5, 17);
    private static final Recruitment TEN = Examples.accepted(
                    Examples.SMALL.replace("target: 10", "target: 10\n  closes: 2031-05-17"))
            .recruitment();

    @Test
    void welcomesPeopleAsLongAsTheyAreWanted() {
        assertThat(Admission.of(TEN, new Count(0, 0), false, TODAY)).isEqualTo(Admission.OPEN);
        assertThat(Admission.of(TEN, new Count(5, 4), false, TODAY)).isEqualTo(Admission.OPEN);
        assertThat(Admission.of(TEN, new Count(5, 5), false, TODAY)).isEqualTo(Admission.TAKEN);
        assertThat(Admission.of(TEN, new Count(10, 0), false, TODAY)).isEqualTo(Admission.COMPLETE);
    }

    @Test
    void doesNotTurnAwayWhoHasBeenGivenAPlaceElsewhere() {
        assertThat(Admission.of(TEN, new Count(5, 5), true, TODAY)).isEqualTo(Admission.OPEN);
        assertThat(Admission.of(TEN, new Count(10, 0), true, TODAY)).isEqualTo(Admission.COMPLETE);
    }

    @Test
    void isClosedAfterTheLastDay() {
        assertThat(Admission.of(TEN, new Count(0, 0), false, TODAY.plusDays(1))).isEqualTo(Admission.CLOSED);
    }

    @Test
    void findsTheQuotaThatHasNoRoom() {
        Recruitment recruitment = Examples.study("expression").recruitment();
        Id background = new Id("background");
        Map<String, Value> musician = Map.of("training", new Value.Choice("musician"));
        Map<String, Value> amateur = Map.of("training", new Value.Choice("amateur"));
        Optional<Recruitment.Quota> over = Admission.overQuota(recruitment, background, musician, quota -> 24);
        assertThat(over).contains(recruitment.quotas().get(0));
        assertThat(Admission.overQuota(recruitment, background, musician, quota -> 23))
                .isEmpty();
        assertThat(Admission.overQuota(recruitment, background, amateur, quota -> 24))
                .isEmpty();
        assertThat(Admission.overQuota(recruitment, new Id("between"), musician, quota -> 24))
                .isEmpty();
    }
}
