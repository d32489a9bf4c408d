package org.antiphon.dashboard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.dashboard.statistics.MushraScreening.Assessor;
import org.antiphon.dashboard.statistics.MushraScreening.Reason;
import org.antiphon.dashboard.statistics.MushraScreening.Role;
import org.antiphon.dashboard.statistics.MushraScreening.Rules;
import org.junit.jupiter.api.Test;

/** Each rule of BS.1534-3, 4.1.2, at its edge. */
class MushraScreeningTest {

    private static final int ITEMS = 20;

    private final List<int[]> places = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    private void rate(int participant, int item, Role role, double value) {
        places.add(new int[] {participant, item});
        roles.add(role);
        values.add(value);
    }

    /** A participant with this many low references and high mid anchors, from the given item on. */
    private void participant(int participant, int lowReferences, int highAnchors, int firstItem) {
        for (int i = 0; i < ITEMS; i++) {
            int item = (firstItem + i) % ITEMS;
            rate(participant, item, Role.HIDDEN_REFERENCE, i < lowReferences ? 89 : 90);
            rate(participant, item, Role.MID_ANCHOR, i < highAnchors ? 91 : 90);
            rate(participant, item, Role.LOW_ANCHOR, 20);
            rate(participant, item, Role.OTHER, 5);
        }
    }

    private MushraScreening screened(int participants) {
        return MushraScreening.of(
                Rules.BS_1534_3,
                participants,
                ITEMS,
                places.stream().mapToInt(place -> place[0]).toArray(),
                places.stream().mapToInt(place -> place[1]).toArray(),
                roles.toArray(Role[]::new),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Test
    void threeOfTwentyAreNotTooMany() {
        participant(0, 3, 3, 0);
        for (int i = 1; i < 8; i++) {
            participant(i, 0, 0, 0);
        }
        assertThat(screened(8).excluded()).isEmpty();
    }

    @Test
    void fourOfTwentyAreAndTheReasonIsNamed() {
        participant(0, 4, 0, 0);
        participant(1, 0, 4, 0);
        for (int i = 2; i < 8; i++) {
            participant(i, 0, 0, 0);
        }
        MushraScreening screening = screened(8);
        assertThat(screening.excluded()).containsExactlyInAnyOrder(0, 1);
        Assessor first = screening.assessors().get(0);
        assertThat(first.reasons()).containsExactly(Reason.REFERENCE_RATED_LOW);
        assertThat(first.referenceLow()).isEqualTo(4);
        assertThat(first.referenceTrials()).isEqualTo(ITEMS);
        assertThat(screening.assessors().get(1).reasons()).containsExactly(Reason.ANCHOR_RATED_HIGH);
        assertThat(screening.undegraded()).isEmpty();
    }

    @Test
    void nobodyIsJudgedByItemsThatTooManyHoldForUndegraded() {
        // three of eight are more than a quarter: items 0 to 3 do not count
        for (int i = 0; i < 8; i++) {
            participant(i, 0, i < 3 ? 4 : 0, 0);
        }
        MushraScreening screening = screened(8);
        assertThat(screening.undegraded()).containsExactly(0, 1, 2, 3);
        assertThat(screening.excluded()).isEmpty();
        assertThat(screening.assessors().get(0).anchorTrials()).isEqualTo(16);
    }

    @Test
    void justAQuarterIsNotMoreThanAQuarter() {
        for (int i = 0; i < 8; i++) {
            participant(i, 0, i < 2 ? 4 : 0, 0);
        }
        assertThat(screened(8).excluded()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void missingRatingsAreNoTrials() {
        participant(0, 0, 0, 0);
        rate(1, 0, Role.HIDDEN_REFERENCE, Double.NaN);
        rate(2, 0, Role.OTHER, 30);
        assertThat(screened(3).assessors()).extracting(Assessor::participant).containsExactly(0);
    }

    @Test
    void theStrictRuleForgivesNoItem() {
        participant(0, 1, 0, 0);
        participant(1, 0, 0, 0);
        participant(2, 0, 0, 0);
        rate(2, 3, Role.LOW_ANCHOR, 100);
        rate(2, 3, Role.LOW_ANCHOR, 100);
        rate(2, 3, Role.LOW_ANCHOR, 100);
        rate(2, 3, Role.LOW_ANCHOR, 100);
        rate(2, 3, Role.LOW_ANCHOR, 100);
        rate(2, 3, Role.LOW_ANCHOR, 100);
        rate(2, 3, Role.LOW_ANCHOR, 100);
        participant(3, 0, 1, 0);
        MushraScreening strict = MushraScreening.strict(
                Rules.BS_1534_3,
                4,
                ITEMS,
                places.stream().mapToInt(place -> place[0]).toArray(),
                places.stream().mapToInt(place -> place[1]).toArray(),
                roles.toArray(Role[]::new),
                values.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(strict.excluded()).containsExactlyInAnyOrder(0, 3);
        assertThat(strict.assessors().get(3).reasons()).containsExactly(Reason.WRONG_ORDER);
        assertThat(strict.assessors().get(3).wrongOrder()).isEqualTo(1);
    }
}
