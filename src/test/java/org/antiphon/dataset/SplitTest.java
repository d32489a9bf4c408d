package org.antiphon.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void ninetyPercentOfCompositionsAreForTraining() {
        Map<Split, Integer> counts = new EnumMap<>(Split.class);
        for (int i = 0; i < 4000; i++) {
            counts.merge(Split.ofComposition("Tune" + i), 1, Integer::sum);
        }
        assertThat(counts.get(Split.TRAIN)).isBetween(3500, 3700);
        assertThat(counts.get(Split.VALIDATION)).isBetween(150, 250);
        assertThat(counts.get(Split.TEST)).isBetween(150, 250);
    }

    @Test
    void aSplitIsReadByItsLabel() {
        assertThat(Split.ofLabel("validation")).isEqualTo(Split.VALIDATION);
        assertThatThrownBy(() -> Split.ofLabel("dev")).hasMessageContaining("\"dev\"");
    }
}
