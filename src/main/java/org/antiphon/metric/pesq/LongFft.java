package org.antiphon.metric.pesq;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Complex Fourier transform of a long signal that lies in rows of 64 samples, in place. Bins come out in an
 * order of its own, which {@link #rowOf} and {@link #columnOf} tell: for a filter it does not matter.
 */
final class LongFft {

    /*
     * The four-step transform (Gentleman and Sande 1966; Bailey 1989) without its transpositions: columns are transformed
     * all at once, then every element is turned by its row and column, then rows are transformed one by one. Sample 64·r + c
     * lies in row r, column c; bin k + rows·j lies in row k, at the reversed bits of j. The turn by k·c is done in two
     * steps, k = 64·a + b, so that its tables stay in the cache.
     */

    static final int COLUMNS = RowFft.SIZE;

    private static final int LARGEST_KEPT = 1 << 20;
    private static final Map<Integer, LongFft> PLANS = new ConcurrentHashMap<>();

    private final int rows;
    private final LaneFft down;
    private final RowFft across;
    private final double[][] coarseCos;
    private final double[][] coarseSin;
    private final double[][] fineCos;
    private final double[][] fineSin;

    /**
     * The plan for {@code size} points.
     *
     * @throws IllegalArgumentException if {@code size} is not a power of two of at least 128
     */
    static LongFft of(int size) {
        if (size < 2 * COLUMNS || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("transform size must be a power of two of at least 128, was " + size);
        }
        return size > LARGEST_KEPT ? new LongFft(size) : PLANS.computeIfAbsent(size, LongFft::new);
    }

    private LongFft(int size) {
        this.rows = size / COLUMNS;
        this.down = LaneFft.of(rows);
        this.across = new RowFft();
        int fine = Math.min(rows, COLUMNS);
        this.fineCos = new double[fine][];
        this.fineSin = new double[fine][];
        fill(fineCos, fineSin, 1);
        this.coarseCos = new double[rows / fine][];
        this.coarseSin = new double[rows / fine][];
        fill(coarseCos, coarseSin, fine);
    }

    private void fill(double[][] cos, double[][] sin, int step) {
        for (int k = 0; k < cos.length; k++) {
            cos[k] = new double[COLUMNS];
            sin[k] = new double[COLUMNS];
            for (int c = 0; c < COLUMNS; c++) {
                double angle = -2 * Math.PI * k * step * c / size();
                cos[k][c] = Math.cos(angle);
                sin[k][c] = Math.sin(angle);
            }
        }
    }

    int size() {
        return rows * COLUMNS;
    }

    int rows() {
        return rows;
    }

    /** In which row a bin lies after {@link #forward}. */
    int rowOf(int bin) {
        return bin % rows;
    }

    /** In which column a bin lies after {@link #forward}. */
    int columnOf(int bin) {
        return RowFft.place(bin / rows);
    }

    /** Where {@link #forward} expects row {@code r} of the signal. */
    int row(int r) {
        return down.row(r);
    }

    /** From samples, in the rows that {@link #row} tells, to bins. */
    void forward(double[][] re, double[][] im) {
        down.forward(re, im, COLUMNS);
        for (int k = 0; k < rows; k++) {
            int fine = k % fineCos.length;
            int coarse = k / fineCos.length;
            Lanes.rotate(re[k], im[k], fineCos[fine], fineSin[fine], COLUMNS);
            Lanes.rotate(re[k], im[k], coarseCos[coarse], coarseSin[coarse], COLUMNS);
            across.forward(re[k], im[k]);
        }
    }

    /** From bins to samples in their order, {@link #size} times too large. */
    void inverse(double[][] re, double[][] im) {
        for (int k = 0; k < rows; k++) {
            int fine = k % fineCos.length;
            int coarse = k / fineCos.length;
            across.inverse(re[k], im[k]);
            Lanes.rotate(im[k], re[k], fineCos[fine], fineSin[fine], COLUMNS);
            Lanes.rotate(im[k], re[k], coarseCos[coarse], coarseSin[coarse], COLUMNS);
        }
        down.inverse(re, im, COLUMNS);
    }
}
