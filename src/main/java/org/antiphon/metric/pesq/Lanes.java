package org.antiphon.metric.pesq;

/**
 * Arithmetic on rows of numbers, element by element, on the first {@code n} elements.
 *
 * <p>Every loop reads all that it needs before it writes and has few arrays: in this form the compiler of the virtual
 * machine turns it into vector instructions. A loop that does more is slower, not faster.
 */
final class Lanes {

    private Lanes() {}

    /** {@code row = from[shift ...] · factor}. */
    static void scale(double[] row, double[] from, int shift, double factor, int n) {
        for (int l = 0; l < n; l++) {
            row[l] = from[l + shift] * factor;
        }
    }

    /** One butterfly: {@code (a, b)} becomes {@code (a + w·b, a - w·b)}. */
    static void turn(double[] aRe, double[] aIm, double[] bRe, double[] bIm, double wRe, double wIm, int n) {
        for (int l = 0; l < n; l++) {
            double a = aRe[l];
            double b = bRe[l];
            double c = aIm[l];
            double d = bIm[l];
            double re = b * wRe - d * wIm;
            double im = b * wIm + d * wRe;
            aRe[l] = a + re;
            aIm[l] = c + im;
            bRe[l] = a - re;
            bIm[l] = c - im;
        }
    }

    /** {@code (a, b)} becomes {@code (a + b, a - b)}. */
    static void sumAndDifference(double[] aRow, double[] bRow, int n) {
        for (int l = 0; l < n; l++) {
            double a = aRow[l];
            double b = bRow[l];
            aRow[l] = a + b;
            bRow[l] = a - b;
        }
    }

    /**
     * From bins k and half - k of the transform of even samples plus i times odd samples to those of all samples, twice
     * too large; {@code (cos, sin)} is the angle of bin k.
     */
    static void untangle(double[] kRe, double[] kIm, double[] mRe, double[] mIm, double cos, double sin, int n) {
        for (int l = 0; l < n; l++) {
            double a = kRe[l];
            double b = mRe[l];
            double c = kIm[l];
            double d = mIm[l];
            double oddRe = c + d;
            double oddIm = b - a;
            double re = oddRe * cos + oddIm * sin;
            double im = oddIm * cos - oddRe * sin;
            kRe[l] = a + b + re;
            kIm[l] = c - d + im;
            mRe[l] = a + b - re;
            mIm[l] = im - c + d;
        }
    }

    /** Undoes {@link #untangle}, but for a factor of four. */
    static void tangle(double[] kRe, double[] kIm, double[] mRe, double[] mIm, double cos, double sin, int n) {
        for (int l = 0; l < n; l++) {
            double a = kRe[l];
            double b = mRe[l];
            double c = kIm[l];
            double d = mIm[l];
            double difference = a - b;
            double sum = c + d;
            double re = difference * cos - sum * sin;
            double im = sum * cos + difference * sin;
            kRe[l] = a + b - im;
            kIm[l] = c - d + re;
            mRe[l] = a + b + im;
            mIm[l] = re - c + d;
        }
    }

    /** {@code b = conj(a)·b}. */
    static void correlate(double[] aRe, double[] aIm, double[] bRe, double[] bIm, int n) {
        for (int l = 0; l < n; l++) {
            double a = aRe[l];
            double b = bRe[l];
            double c = aIm[l];
            double d = bIm[l];
            bRe[l] = a * b + c * d;
            bIm[l] = a * d - c * b;
        }
    }

    /** {@code row = row · factors}. */
    static void multiply(double[] row, double[] factors, int n) {
        for (int l = 0; l < n; l++) {
            row[l] *= factors[l];
        }
    }

    /** {@code most = max(most, |row|)}. */
    static void maximum(double[] most, double[] row, int n) {
        for (int l = 0; l < n; l++) {
            most[l] = Math.max(most[l], Math.abs(row[l]));
        }
    }

    /** Adds {@code factor} times elements {@code from} to {@code to} of a row to the elements {@code shift} further on. */
    static void addMultiple(double[] sums, int shift, double[] row, int from, int to, double factor) {
        for (int l = from; l < to; l++) {
            sums[l + shift] += row[l] * factor;
        }
    }

    /** {@code sums = sums + re² + im²}. */
    static void addSquares(double[] sums, double[] re, double[] im, int n) {
        for (int l = 0; l < n; l++) {
            sums[l] += re[l] * re[l] + im[l] * im[l];
        }
    }

    /** {@code (re, im) = (re, im)·(cos, sin)}; with re and im exchanged, the angles are turned back. */
    static void rotate(double[] re, double[] im, double[] cos, double[] sin, int n) {
        for (int l = 0; l < n; l++) {
            double a = re[l];
            double b = im[l];
            double c = cos[l];
            double d = sin[l];
            re[l] = a * c - b * d;
            im[l] = a * d + b * c;
        }
    }

    /** {@code product = row · factors}. */
    static void product(double[] product, double[] row, double[] factors, int n) {
        for (int l = 0; l < n; l++) {
            product[l] = row[l] * factors[l];
        }
    }

    /** {@code sums = sums + row²}. */
    static void addSquares(double[] sums, double[] row, int n) {
        for (int l = 0; l < n; l++) {
            sums[l] += row[l] * row[l];
        }
    }

    /** {@code to[start ...] = row · factor}. */
    static void scaleTo(double[] to, int start, double[] row, double factor, int n) {
        for (int l = 0; l < n; l++) {
            to[start + l] = row[l] * factor;
        }
    }

    /** Sum of the elements from {@code from} to {@code to}. */
    static double sum(double[] values, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int l = from;
        for (; l + 3 < to; l += 4) {
            a += values[l];
            b += values[l + 1];
            c += values[l + 2];
            d += values[l + 3];
        }
        for (; l < to; l++) {
            a += values[l];
        }
        return a + b + (c + d);
    }

    /** Sum of the squares of the elements from {@code from} to {@code to}, of which there must be a multiple of four. */
    static double squares(double[] values, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int l = from; l < to; l += 4) {
            a += values[l] * values[l];
            b += values[l + 1] * values[l + 1];
            c += values[l + 2] * values[l + 2];
            d += values[l + 3] * values[l + 3];
        }
        return a + b + (c + d);
    }
}
