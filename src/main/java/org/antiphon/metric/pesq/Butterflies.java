package org.antiphon.metric.pesq;

/**
 * The steps of {@link UnorderedFft}. To spread is to divide the transform of a block into those of its quarters (or
 * halves), in place; to gather undoes it, but for a factor of the number of parts.
 */
final class Butterflies {

    private static final double ROOT_HALF = Math.sqrt(0.5);

    private Butterflies() {}

    /** Spreads one block of {@code 4·quarter} points from {@code a} on; {@code w} holds six numbers a butterfly. */
    static void spread(double[] w, double[] re, double[] im, int start, int quarter) {
        int b = start + quarter;
        int c = b + quarter;
        int d = c + quarter;
        for (int k = 0; k < quarter; k++) {
            spread(
                    re,
                    im,
                    start + k,
                    b + k,
                    c + k,
                    d + k,
                    w[6 * k],
                    w[6 * k + 1],
                    w[6 * k + 2],
                    w[6 * k + 3],
                    w[6 * k + 4],
                    w[6 * k + 5]);
        }
    }

    /** Spreads all blocks of 16 points from {@code start} to {@code end}. */
    static void spreadSixteens(double[] w, double[] re, double[] im, int start, int end) {
        for (int k = 0; k < 4; k++) {
            double w1r = w[6 * k];
            double w1i = w[6 * k + 1];
            double w2r = w[6 * k + 2];
            double w2i = w[6 * k + 3];
            double w3r = w[6 * k + 4];
            double w3i = w[6 * k + 5];
            for (int at = start + k; at < end; at += 16) {
                spread(re, im, at, at + 4, at + 8, at + 12, w1r, w1i, w2r, w2i, w3r, w3i);
            }
        }
    }

    /** One butterfly: the sums of four points that go to the bins 4m, 4m + 2, 4m + 1 and 4m + 3, each turned. */
    private static void spread(
            double[] re,
            double[] im,
            int a,
            int b,
            int c,
            int d,
            double w1r,
            double w1i,
            double w2r,
            double w2i,
            double w3r,
            double w3i) {
        double sumR = re[a] + re[c];
        double sumI = im[a] + im[c];
        double difR = re[a] - re[c];
        double difI = im[a] - im[c];
        double oddSumR = re[b] + re[d];
        double oddSumI = im[b] + im[d];
        double oddDifR = re[b] - re[d];
        double oddDifI = im[b] - im[d];
        double twoR = sumR - oddSumR;
        double twoI = sumI - oddSumI;
        double oneR = difR + oddDifI;
        double oneI = difI - oddDifR;
        double threeR = difR - oddDifI;
        double threeI = difI + oddDifR;
        re[a] = sumR + oddSumR;
        im[a] = sumI + oddSumI;
        re[b] = twoR * w2r - twoI * w2i;
        im[b] = twoR * w2i + twoI * w2r;
        re[c] = oneR * w1r - oneI * w1i;
        im[c] = oneR * w1i + oneI * w1r;
        re[d] = threeR * w3r - threeI * w3i;
        im[d] = threeR * w3i + threeI * w3r;
    }

    /** Gathers one block of {@code 4·quarter} points. */
    static void gather(double[] w, double[] re, double[] im, int start, int quarter) {
        int b = start + quarter;
        int c = b + quarter;
        int d = c + quarter;
        for (int k = 0; k < quarter; k++) {
            gather(
                    re,
                    im,
                    start + k,
                    b + k,
                    c + k,
                    d + k,
                    w[6 * k],
                    w[6 * k + 1],
                    w[6 * k + 2],
                    w[6 * k + 3],
                    w[6 * k + 4],
                    w[6 * k + 5]);
        }
    }

    /** Gathers all blocks of 16 points from {@code start} to {@code end}. */
    static void gatherSixteens(double[] w, double[] re, double[] im, int start, int end) {
        for (int k = 0; k < 4; k++) {
            double w1r = w[6 * k];
            double w1i = w[6 * k + 1];
            double w2r = w[6 * k + 2];
            double w2i = w[6 * k + 3];
            double w3r = w[6 * k + 4];
            double w3i = w[6 * k + 5];
            for (int at = start + k; at < end; at += 16) {
                gather(re, im, at, at + 4, at + 8, at + 12, w1r, w1i, w2r, w2i, w3r, w3i);
            }
        }
    }

    /** Undoes a butterfly, four times too large. */
    private static void gather(
            double[] re,
            double[] im,
            int a,
            int b,
            int c,
            int d,
            double w1r,
            double w1i,
            double w2r,
            double w2i,
            double w3r,
            double w3i) {
        double twoR = re[b] * w2r + im[b] * w2i;
        double twoI = im[b] * w2r - re[b] * w2i;
        double oneR = re[c] * w1r + im[c] * w1i;
        double oneI = im[c] * w1r - re[c] * w1i;
        double threeR = re[d] * w3r + im[d] * w3i;
        double threeI = im[d] * w3r - re[d] * w3i;
        double sumR = re[a] + twoR;
        double sumI = im[a] + twoI;
        double difR = re[a] - twoR;
        double difI = im[a] - twoI;
        double oddSumR = oneR + threeR;
        double oddSumI = oneI + threeI;
        double oddDifR = oneR - threeR;
        double oddDifI = oneI - threeI;
        re[a] = sumR + oddSumR;
        im[a] = sumI + oddSumI;
        re[b] = difR - oddDifI;
        im[b] = difI + oddDifR;
        re[c] = sumR - oddSumR;
        im[c] = sumI - oddSumI;
        re[d] = difR + oddDifI;
        im[d] = difI - oddDifR;
    }

    /** The last step: no point is turned. */
    static void spreadFours(double[] re, double[] im, int start, int end) {
        for (int a = start; a < end; a += 4) {
            double sumR = re[a] + re[a + 2];
            double sumI = im[a] + im[a + 2];
            double difR = re[a] - re[a + 2];
            double difI = im[a] - im[a + 2];
            double oddSumR = re[a + 1] + re[a + 3];
            double oddSumI = im[a + 1] + im[a + 3];
            double oddDifR = re[a + 1] - re[a + 3];
            double oddDifI = im[a + 1] - im[a + 3];
            re[a] = sumR + oddSumR;
            im[a] = sumI + oddSumI;
            re[a + 1] = sumR - oddSumR;
            im[a + 1] = sumI - oddSumI;
            re[a + 2] = difR + oddDifI;
            im[a + 2] = difI - oddDifR;
            re[a + 3] = difR - oddDifI;
            im[a + 3] = difI + oddDifR;
        }
    }

    /** The first step of the way back. */
    static void gatherFours(double[] re, double[] im, int start, int end) {
        for (int a = start; a < end; a += 4) {
            double sumR = re[a] + re[a + 1];
            double sumI = im[a] + im[a + 1];
            double difR = re[a] - re[a + 1];
            double difI = im[a] - im[a + 1];
            double oddSumR = re[a + 2] + re[a + 3];
            double oddSumI = im[a + 2] + im[a + 3];
            double oddDifR = re[a + 2] - re[a + 3];
            double oddDifI = im[a + 2] - im[a + 3];
            re[a] = sumR + oddSumR;
            im[a] = sumI + oddSumI;
            re[a + 1] = difR - oddDifI;
            im[a + 1] = difI + oddDifR;
            re[a + 2] = sumR - oddSumR;
            im[a + 2] = sumI - oddSumI;
            re[a + 3] = difR + oddDifI;
            im[a + 3] = difI - oddDifR;
        }
    }

    /** Spreads all blocks of 8 points into halves, for lengths that are no power of 4. */
    static void halveEights(double[] re, double[] im, int start, int end) {
        for (int k = 0; k < 4; k++) {
            double wr = eighthCos(k);
            double wi = eighthSin(k);
            for (int a = start + k; a < end; a += 8) {
                double difR = re[a] - re[a + 4];
                double difI = im[a] - im[a + 4];
                re[a] += re[a + 4];
                im[a] += im[a + 4];
                re[a + 4] = difR * wr - difI * wi;
                im[a + 4] = difR * wi + difI * wr;
            }
        }
    }

    /** Gathers all blocks of 8 points from halves. */
    static void joinEights(double[] re, double[] im, int start, int end) {
        for (int k = 0; k < 4; k++) {
            double wr = eighthCos(k);
            double wi = eighthSin(k);
            for (int a = start + k; a < end; a += 8) {
                double oddR = re[a + 4] * wr + im[a + 4] * wi;
                double oddI = im[a + 4] * wr - re[a + 4] * wi;
                re[a + 4] = re[a] - oddR;
                im[a + 4] = im[a] - oddI;
                re[a] += oddR;
                im[a] += oddI;
            }
        }
    }

    private static double eighthCos(int k) {
        return k == 0 ? 1 : k == 1 ? ROOT_HALF : k == 2 ? 0 : -ROOT_HALF;
    }

    private static double eighthSin(int k) {
        return k == 0 ? 0 : k == 2 ? -1 : -ROOT_HALF;
    }
}
