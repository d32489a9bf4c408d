package org.antiphon.model.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DelayPatternTest {

    private static final int PAD = 9;

    @Test
    void laterCodebooksStandLater() {
        int[][] columns = new DelayPattern(3, PAD).delayed(new int[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {0, 1, 0, 1}});
        assertThat(columns).isDeepEqualTo(new int[][] {
            {PAD, 1, 2, 3, 4, PAD, PAD},
            {PAD, PAD, 5, 6, 7, 8, PAD},
            {PAD, PAD, PAD, 0, 1, 0, 1},
        });
    }

    @Test
    void whatWasDelayedComesBack() {
        SplittableRandom random = new SplittableRandom(1);
        for (int codebooks = 1; codebooks <= 5; codebooks++) {
            for (int steps : new int[] {0, 1, 2, 17}) {
                DelayPattern pattern = new DelayPattern(codebooks, PAD);
                int[][] tokens = new int[codebooks][steps];
                for (int[] row : tokens) {
                    for (int t = 0; t < steps; t++) {
                        row[t] = random.nextInt(PAD);
                    }
                }
                int[][] columns = pattern.delayed(tokens);
                assertThat(columns[0]).hasSize(pattern.columns(steps));
                assertThat(pattern.restored(columns)).isDeepEqualTo(tokens);
                for (int k = 0; k < codebooks; k++) {
                    for (int c = 0; c < columns[k].length; c++) {
                        int step = pattern.step(k, c);
                        assertThat(columns[k][c]).isEqualTo(step >= 0 && step < steps ? tokens[k][step] : PAD);
                    }
                }
            }
        }
    }
}
