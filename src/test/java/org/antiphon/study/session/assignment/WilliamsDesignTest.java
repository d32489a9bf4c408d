package org.antiphon.study.session.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WilliamsDesignTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 12})
    void putsEachTreatmentAtEachPositionAndAfterEachOtherEquallyOften(int n) {
        int rows = WilliamsDesign.rows(n);
        int[][] at = new int[n][n];
        int[][] after = new int[n][n];
        for (int row = 0; row < rows; row++) {
            int[] order = WilliamsDesign.order(n, row);
            for (int position = 0; position < n; position++) {
                at[position][order[position]]++;
                if (position > 0) {
                    after[order[position - 1]][order[position]]++;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(at[i][j]).isEqualTo(rows / n);
                assertThat(after[i][j]).isEqualTo(i == j ? 0 : rows / n);
            }
        }
    }

    @Test
    void hasNoRowBeyondItsLast() {
        assertThat(WilliamsDesign.rows(4)).isEqualTo(4);
        assertThat(WilliamsDesign.rows(3)).isEqualTo(6);
        assertThatThrownBy(() -> WilliamsDesign.order(4, 4)).hasMessage("4 treatments have no row 4");
    }
}
