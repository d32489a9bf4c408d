package org.antiphon.model.latent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NudgesTest {

    private static final int SIDE = 16;

    /** A picture with one bright pixel in its second channel. */
    private static float[] dot(int x, int y) {
        float[] picture = new float[3 * SIDE * SIDE];
        picture[(SIDE + y) * SIDE + x] = 1;
        return picture;
    }

    @Test
    void whatIsFoundInShiftedCopiesIsWhereItIsInThePicture() {
        float[] all = Nudges.of(dot(5, 9), SIDE);
        float[] found = new float[Nudges.FRAMES * 2];
        int places = 0;
        for (int f = 0; f < Nudges.FRAMES; f++) {
            for (int i = 0; i < SIDE * SIDE; i++) {
                if (all[f * 3 * SIDE * SIDE + SIDE * SIDE + i] == 1) {
                    found[2 * f] = (i % SIDE + 0.5f) / SIDE;
                    found[2 * f + 1] = (i / SIDE + 0.5f) / SIDE;
                    places++;
                }
            }
        }
        assertThat(places).isEqualTo(Nudges.FRAMES);
        assertThat(found[2 * (Nudges.FRAMES - 1)])
                .as("the last copy is shifted")
                .isNotEqualTo(found[0]);
        assertThat(Nudges.back(found, SIDE))
                .usingComparatorWithPrecision(1e-5f)
                .containsExactly(5.5f / SIDE, 9.5f / SIDE);
    }

    @Test
    void anEdgeGoesOnInItsOwnColour() {
        float[] picture = new float[3 * SIDE * SIDE];
        java.util.Arrays.fill(picture, 0.25f);
        assertThat(Nudges.of(picture, SIDE)).containsOnly(0.25f);
    }
}
