package org.antiphon.metric.pesq;

/** Recursive filters of the second order, one behind the other, each given by b0, b1, b2, a1, a2. */
final class BiquadCascade {

    /*
     * Direct form II. Four sections share a loop, each one sample behind the section before it: what a section needs was
     * computed in the last round, so the processor has four independent chains to work on instead of one long one.
     */

    private static final int TOGETHER = 4;
    private static final int BEHIND = TOGETHER - 1;
    private static final int CHUNK = 1024;

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
            double[] state = new double[3 * TOGETHER - 1];
            double[] margin = new double[2 * BEHIND];
            int filled = Math.min(BEHIND, end - start);
            System.arraycopy(samples, start, margin, 0, filled);
            run(first, state, margin, 0, filled, margin, BEHIND);
            for (int from = start + filled; from < end; from += CHUNK) {
                int to = Math.min(end, from + CHUNK);
                run(first, state, samples, from, to, samples, from - BEHIND);
                forgetNothing(state);
            }
            double[] tail = new double[BEHIND];
            run(first, state, tail, 0, BEHIND, tail, 0);
            System.arraycopy(tail, BEHIND - filled, samples, end - filled, filled);
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

    /** Feeds {@code in[from .. to)}, and writes as many results, three samples late, to {@code out} from {@code at} on. */
    private void run(int first, double[] state, double[] in, int from, int to, double[] out, int at) {
        double[] p = section(first);
        double[] q = section(first + 1);
        double[] r = section(first + 2);
        double[] s = section(first + 3);
        double pb0 = p[0];
        double pb1 = p[1];
        double pb2 = p[2];
        double pa1 = p[3];
        double pa2 = p[4];
        double qb0 = q[0];
        double qb1 = q[1];
        double qb2 = q[2];
        double qa1 = q[3];
        double qa2 = q[4];
        double rb0 = r[0];
        double rb1 = r[1];
        double rb2 = r[2];
        double ra1 = r[3];
        double ra2 = r[4];
        double sb0 = s[0];
        double sb1 = s[1];
        double sb2 = s[2];
        double sa1 = s[3];
        double sa2 = s[4];
        double p1 = state[0];
        double p2 = state[1];
        double q1 = state[2];
        double q2 = state[3];
        double r1 = state[4];
        double r2 = state[5];
        double s1 = state[6];
        double s2 = state[7];
        double afterP = state[8];
        double afterQ = state[9];
        double afterR = state[10];
        int shift = at - from;
        for (int i = from; i < to; i++) {
            double w = afterR - sa2 * s2 - sa1 * s1;
            double x = in[i];
            out[i + shift] = sb2 * s2 + sb1 * s1 + sb0 * w;
            s2 = s1;
            s1 = w;
            w = afterQ - ra2 * r2 - ra1 * r1;
            afterR = rb2 * r2 + rb1 * r1 + rb0 * w;
            r2 = r1;
            r1 = w;
            w = afterP - qa2 * q2 - qa1 * q1;
            afterQ = qb2 * q2 + qb1 * q1 + qb0 * w;
            q2 = q1;
            q1 = w;
            w = x - pa2 * p2 - pa1 * p1;
            afterP = pb2 * p2 + pb1 * p1 + pb0 * w;
            p2 = p1;
            p1 = w;
        }
        state[0] = p1;
        state[1] = p2;
        state[2] = q1;
        state[3] = q2;
        state[4] = r1;
        state[5] = r2;
        state[6] = s1;
        state[7] = s2;
        state[8] = afterP;
        state[9] = afterQ;
        state[10] = afterR;
    }
}
