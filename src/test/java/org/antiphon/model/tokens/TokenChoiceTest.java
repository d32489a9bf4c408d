package org.antiphon.model.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.antiphon.clip.Seed;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TokenChoiceTest {

    private static final float[] LOGITS = {(float) Math.log(0.5), (float) Math.log(0.3), (float) Math.log(0.2)};
    private static final int DRAWS = 20_000;

    @Test
    void drawsAsOftenAsTheNetworkSays() {
        assertThat(shares(new TokenChoice(1, 3))).containsExactly(new double[] {0.5, 0.3, 0.2}, Offset.offset(0.02));
    }

    @Test
    void lowTemperatureIsSurer() {
        // 0.25 : 0.09 : 0.04
        assertThat(shares(new TokenChoice(0.5, 3)))
                .containsExactly(new double[] {0.658, 0.237, 0.105}, Offset.offset(0.02));
    }

    @Test
    void drawsAmongTheLikeliestOnly() {
        assertThat(shares(new TokenChoice(1, 2))).containsExactly(new double[] {0.625, 0.375, 0}, Offset.offset(0.02));
        assertThat(shares(TokenChoice.LIKELIEST)).containsExactly(new double[] {1, 0, 0}, Offset.offset(1e-6));
    }

    @Test
    void oneSeedCodebookAndStepGiveOneToken() {
        TokenChoice choice = new TokenChoice(1, 3);
        int first = choice.choose(LOGITS, new Seed(1), 1, 40);
        assertThat(choice.choose(LOGITS, new Seed(1), 1, 40)).isEqualTo(first);
    }

    @Test
    void refusesWhatIsNoChoice() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenChoice(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenChoice(1, 0));
    }

    private static double[] shares(TokenChoice choice) {
        double[] shares = new double[3];
        for (int step = 0; step < DRAWS; step++) {
            shares[choice.choose(LOGITS, new Seed(5), 0, step)] += 1.0 / DRAWS;
        }
        return shares;
    }
}
