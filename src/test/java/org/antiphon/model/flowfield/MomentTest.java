package org.antiphon.model.flowfield;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.antiphon.model.latent.LatentLayout;
import org.junit.jupiter.api.Test;

class MomentTest {

    private static final int STEPS = 400;

    @Test
    void theFrameThatAPriorShowsIsInTheMiddle() {
        float[] moment = Moment.of(counted(), STEPS, OptionalInt.of(100));
        int middle = Moment.STEPS / 2 - 1;
        assertThat(moment[middle]).isEqualTo(201);
        assertThat(moment[5 * Moment.STEPS + middle]).isEqualTo(5 * STEPS + 201);
    }

    @Test
    void beforeAndAfterThePerformanceEveryChannelIsZero() {
        int margin = MotionNetwork.MOMENT * 2;
        float[] first = Moment.of(counted(), STEPS, OptionalInt.of(0));
        assertThat(first[margin - 1]).isZero();
        assertThat(first[margin]).isEqualTo(1);
        float[] last = Moment.of(counted(), STEPS, OptionalInt.of(STEPS / 2 - 1));
        assertThat(last[margin + 1]).isEqualTo(STEPS);
        assertThat(last[margin + 2]).isZero();
    }

    @Test
    void thereIsNothingToHearWhereNobodyKnowsTheFrame() {
        assertThat(Moment.of(counted(), STEPS, OptionalInt.empty())).containsOnly(0);
    }

    private static float[] counted() {
        float[] latent = new float[LatentLayout.CHANNELS * STEPS];
        for (int i = 0; i < latent.length; i++) {
            latent[i] = i + 1;
        }
        return latent;
    }
}
