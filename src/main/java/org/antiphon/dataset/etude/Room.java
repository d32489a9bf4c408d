package org.antiphon.dataset.etude;

import org.antiphon.clip.Seed;

/** A small room: a feedback delay network of eight lines with damping, the same for a whole performance. */
final class Room {

    private static final int LINES = 8;
    private static final double[] MILLISECONDS = {17.3, 20.9, 25.7, 29.3, 34.1, 39.7, 44.9, 51.1};

    private final double[][] lines = new double[LINES][];
    private final int[] at = new int[LINES];
    private final double[] feedback = new double[LINES];
    private final double[] low = new double[LINES];
    private final double damping;
    private final double wet;

    Room(Seed seed, int rate) {
        Dice dice = new Dice(seed.derive("room"));
        double size = dice.between(0.8, 1.3);
        double seconds = dice.between(0.25, 0.7);
        this.damping = dice.between(0.35, 0.65);
        this.wet = dice.between(0.05, 0.14);
        for (int k = 0; k < LINES; k++) {
            double delay = MILLISECONDS[k] * 0.001 * size;
            lines[k] = new double[(int) (delay * rate)];
            feedback[k] = StrictMath.exp(-6.907755 * delay / seconds);
        }
    }

    /** The dry sound with the room around it. */
    double[] around(double[] dry) {
        double[] out = new double[dry.length];
        double[] v = new double[LINES];
        for (int i = 0; i < dry.length; i++) {
            double sum = 0;
            for (int k = 0; k < LINES; k++) {
                low[k] += damping * (lines[k][at[k]] - low[k]);
                v[k] = low[k] * feedback[k];
                sum += v[k];
            }
            out[i] = dry[i] + wet * (v[0] - v[1] + v[2] - v[3] + v[4] - v[5] + v[6] - v[7]);
            double share = sum * (2.0 / LINES);
            for (int k = 0; k < LINES; k++) {
                lines[k][at[k]] = dry[i] + v[k] - share;
                at[k] = at[k] + 1 == lines[k].length ? 0 : at[k] + 1;
            }
        }
        return out;
    }
}
