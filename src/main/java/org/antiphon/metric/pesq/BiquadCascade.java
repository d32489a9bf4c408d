package org.antiphon.metric.pesq;

/** Recursive filters of the second order, one behind the other, each given by b0, b1, b2, a1, a2. */
final class BiquadCascade {

    /*
     * Direct form II. A section must wait for its own last sample; four of them in one loop give the processor four such
     * chains to work on at once, and samples are read and written a quarter as often.
     */

    private static final int TOGETHER = 4;
    private static final int CHUNK = 256;

    /** What single precision, which the reference software has, cannot tell from zero. Keeps silence fast. */
    private static final double NOTHING = 1e-45;

    private static final double[] THROUGH = {1, 0, 0, 0, 0};

    private final double[][] sections;

    BiquadCascade(double[]... sections) {
        this.sections = sections;
    }

    /** Filters samples from {@code start} to {@code end} in place; what was before is taken as silence. */
    void apply(double[] samples, int start, int end) {
        for (int first = 0; first < sections.length; first += TOGETHER) {
            double[] state = new double[2 * TOGETHER];
            for (int from = start; from < end; from += CHUNK) {
                four(first, state, samples, from, Math.min(end, from + CHUNK));
                forgetNothing(state);
            }
        }
    }

    private static void forgetNothing(double[] state) {
        for (int i = 0; i < state.length; i++) {
            if (Math.abs(state[i]) < NOTHING) {
                state[i] = 0;
            }
        }
    }

    private double[] section(int index) {
        return index < sections.length ? sections[index] : THROUGH;
    }

    private void four(int first, double[] state, double[] samples, int start, int end) {
        double[] p = section(first);
        double[] q = section(first + 1);
        double[] r = section(first + 2);
        double[] s = section(first + 3);
        double p1 = state[0];
        double p2 = state[1];
        double q1 = state[2];
        double q2 = state[3];
        double r1 = state[4];
        double r2 = state[5];
        double s1 = state[6];
        double s2 = state[7];
        for (int i = start; i < end; i++) {
            double w = samples[i] - p[4] * p2 - p[3] * p1;
            double y = p[2] * p2 + p[1] * p1 + p[0] * w;
            p2 = p1;
            p1 = w;
            w = y - q[4] * q2 - q[3] * q1;
            y = q[2] * q2 + q[1] * q1 + q[0] * w;
            q2 = q1;
            q1 = w;
            w = y - r[4] * r2 - r[3] * r1;
            y = r[2] * r2 + r[1] * r1 + r[0] * w;
            r2 = r1;
            r1 = w;
            w = y - s[4] * s2 - s[3] * s1;
            samples[i] = s[2] * s2 + s[1] * s1 + s[0] * w;
            s2 = s1;
            s1 = w;
        }
        state[0] = p1;
        state[1] = p2;
        state[2] = q1;
        state[3] = q2;
        state[4] = r1;
        state[5] = r2;
        state[6] = s1;
        state[7] = s2;
    }
}
