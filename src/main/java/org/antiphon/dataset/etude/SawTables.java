package org.antiphon.dataset.etude;

import java.util.Arrays;

/** Band-limited sawtooth waves, the motion of a bowed string at the bridge: one table for each number of harmonics. */
final class SawTables {

    static final int SIZE = 2048;

    private static final double HIGHEST_HERTZ = 13_000;
    private static final int[] HARMONICS = harmonics();
    private static final float[][] TABLES = tables();

    private SawTables() {}

    /** The richest table without harmonics beyond 13 kHz at this frequency; one more sample repeats the first. */
    static float[] forHertz(double hertz) {
        double allowed = HIGHEST_HERTZ / hertz;
        int chosen = 0;
        for (int i = 0; i < HARMONICS.length && HARMONICS[i] <= allowed; i++) {
            chosen = i;
        }
        return TABLES[chosen];
    }

    private static int[] harmonics() {
        int[] counts = new int[32];
        int used = 0;
        for (double count = 6; count < 210; count *= 1.15) {
            counts[used++] = (int) count;
        }
        return Arrays.copyOf(counts, used);
    }

    private static float[][] tables() {
        double[] sine = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            sine[i] = StrictMath.sin(2 * Math.PI * i / SIZE);
        }
        float[][] tables = new float[HARMONICS.length][SIZE + 1];
        double[] sum = new double[SIZE];
        int harmonic = 0;
        for (int t = 0; t < tables.length; t++) {
            while (harmonic < HARMONICS[t]) {
                harmonic++;
                for (int i = 0; i < SIZE; i++) {
                    sum[i] += sine[(i * harmonic) & (SIZE - 1)] / harmonic;
                }
            }
            for (int i = 0; i <= SIZE; i++) {
                tables[t][i] = (float) (0.6 * sum[i & (SIZE - 1)]);
            }
        }
        return tables;
    }
}
