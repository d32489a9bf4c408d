package org.antiphon.metric.pesq;

/**
 * Complex Fourier transform of 64 points, in place, whose bins lie in bit-reversed order: for a filter the order does not
 * matter, and the permutation is saved.
 */
final class RowFft {

    /*
     * Radix 4, decimation in frequency forward and in time backward (Gentleman and Sande 1966; Cooley and Tukey 1965). The
     * two inner outputs of a butterfly change places, which turns the reversal of digits to base 4 into one of bits.
     */

    static final int SIZE = 64;

    private static final int TURNS = 6;

    /** cos and sin of the three turns of each butterfly, for blocks of 64 and of 16 points. */
    private final double[] turns64 = turns(SIZE);

    private final double[] turns16 = turns(SIZE / 4);

    private static double[] turns(int block) {
        double[] table = new double[TURNS * (block / 4)];
        for (int k = 0; k < block / 4; k++) {
            for (int power = 1; power <= 3; power++) {
                double angle = -2 * Math.PI * power * k / block;
                table[TURNS * k + 2 * power - 2] = Math.cos(angle);
                table[TURNS * k + 2 * power - 1] = Math.sin(angle);
            }
        }
        return table;
    }

    /** Where a bin lies, and which bin lies at a place. */
    static int place(int bin) {
        return Integer.reverse(bin) >>> Integer.numberOfLeadingZeros(SIZE) + 1;
    }

    /** Replaces 64 elements by {@code Σ x[n]·exp(-2πi·kn/64)}, in bit-reversed order. */
    void forward(double[] re, double[] im) {
        for (int k = 0; k < 16; k++) {
            spread(re, im, k, 16, turns64, k);
        }
        for (int k = 0; k < 4; k++) {
            for (int at = k; at < SIZE; at += 16) {
                spread(re, im, at, 4, turns16, k);
            }
        }
        for (int at = 0; at < SIZE; at += 4) {
            spreadFour(re, im, at);
        }
    }

    /** Undoes {@link #forward}, but for a factor: what comes out is 64 times too large. */
    void inverse(double[] re, double[] im) {
        for (int at = 0; at < SIZE; at += 4) {
            gatherFour(re, im, at);
        }
        for (int k = 0; k < 4; k++) {
            for (int at = k; at < SIZE; at += 16) {
                gather(re, im, at, 4, turns16, k);
            }
        }
        for (int k = 0; k < 16; k++) {
            gather(re, im, k, 16, turns64, k);
        }
    }

    /** From four points to the bins 4m, 4m + 2, 4m + 1 and 4m + 3 of their block, turned for the next step. */
    private static void spread(double[] re, double[] im, int a, int distance, double[] w, int k) {
        int b = a + distance;
        int c = b + distance;
        int d = c + distance;
        int t = TURNS * k;
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
        re[b] = twoR * w[t + 2] - twoI * w[t + 3];
        im[b] = twoR * w[t + 3] + twoI * w[t + 2];
        re[c] = oneR * w[t] - oneI * w[t + 1];
        im[c] = oneR * w[t + 1] + oneI * w[t];
        re[d] = threeR * w[t + 4] - threeI * w[t + 5];
        im[d] = threeR * w[t + 5] + threeI * w[t + 4];
    }

    /** Undoes {@link #spread}, four times too large. */
    private static void gather(double[] re, double[] im, int a, int distance, double[] w, int k) {
        int b = a + distance;
        int c = b + distance;
        int d = c + distance;
        int t = TURNS * k;
        double twoR = re[b] * w[t + 2] + im[b] * w[t + 3];
        double twoI = im[b] * w[t + 2] - re[b] * w[t + 3];
        double oneR = re[c] * w[t] + im[c] * w[t + 1];
        double oneI = im[c] * w[t] - re[c] * w[t + 1];
        double threeR = re[d] * w[t + 4] + im[d] * w[t + 5];
        double threeI = im[d] * w[t + 4] - re[d] * w[t + 5];
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

    /** The last step, in which nothing is turned. */
    private static void spreadFour(double[] re, double[] im, int a) {
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

    /** The first step of the way back. */
    private static void gatherFour(double[] re, double[] im, int a) {
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
