package org.antiphon.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.antiphon.clip.FlowField;
import org.junit.jupiter.api.Test;

class FlowStepsTest {

    @Test
    void areTheDifferencesOfDisplacementsToTheFirstPicture() {
        FlowSteps steps = new FlowSteps(List.of(field(0, 0), field(1, 2), field(4, 1)));
        assertThat(steps).hasSize(3);
        assertThat(steps.get(0).dx()).containsExactly(0);
        assertThat(steps.get(1).dx()).containsExactly(1);
        assertThat(steps.get(2).dx()).containsExactly(3);
        assertThat(steps.get(2).dy()).containsExactly(-1);
    }

    private static FlowField field(float dx, float dy) {
        return new FlowField(1, 1, new float[] {dx}, new float[] {dy}, new float[] {1});
    }
}
