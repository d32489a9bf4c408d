package org.antiphon.study.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VeiledStreamTest {

    private static final byte[] PLAIN = new byte[1000];
    private static final Padding PADDING = new Padding(700, 1000);

    private static byte[] veiled(int from, int to, int seed) throws IOException {
        ByteArrayInputStream part = new ByteArrayInputStream(PLAIN, from, to - from);
        try (VeiledStream stream = new VeiledStream(part, from, PADDING, new byte[] {(byte) seed})) {
            return stream.readAllBytes();
        }
    }

    @Test
    void changesThePaddingAlone() throws IOException {
        byte[] veiled = veiled(0, 1000, 1);
        assertThat(Arrays.copyOf(veiled, 700)).containsOnly(0);
        assertThat(Arrays.copyOfRange(veiled, 700, 1000)).isNotEqualTo(new byte[300]);
        assertThat(veiled).isNotEqualTo(veiled(0, 1000, 2)).isEqualTo(veiled(0, 1000, 1));
    }

    @Test
    void givesRangesThatFitTogether() throws IOException {
        byte[] whole = veiled(0, 1000, 1);
        for (int cut : new int[] {1, 699, 700, 701, 733, 999}) {
            byte[] joined = Arrays.copyOf(veiled(0, cut, 1), 1000);
            System.arraycopy(veiled(cut, 1000, 1), 0, joined, cut, 1000 - cut);
            assertThat(joined).as("cut at %d", cut).isEqualTo(whole);
        }
    }
}
