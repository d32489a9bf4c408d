package org.antiphon.dashboard.statistics;

/** Quantiles of type 7 of Hyndman and Fan (1996): what R's {@code quantile} and numpy's {@code quantile} give unasked. */
final class Quantiles {

    private Quantiles() {}

    /** The quantile of values sorted upwards, at least one. */
    static double ofSorted(double[] sorted, double share) {
        return ofSorted(sorted, 0, sorted.length, share);
    }

    static double ofSorted(double[] sorted, int from, int to, double share) {
        double place = (to - from - 1) * share;
        int below = (int) Math.floor(place);
        double low = sorted[from + below];
        return below + 1 < to - from ? low + (place - below) * (sorted[from + below + 1] - low) : low;
    }
}
