package org.antiphon.dashboard.statistics;

/** What columns and levels must be before anything is computed of them. */
final class Check {

    private Check() {}

    static void level(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level is between 0 and 1, was " + level);
        }
    }

    static void sameLength(int first, int second) {
        if (first != second) {
            throw new IllegalArgumentException("columns of " + first + " and " + second + " rows");
        }
    }

    static void index(int index, int size, String what) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException(what + " " + index + " of " + size);
        }
    }

    /** Whether a value is there. @throws IllegalArgumentException if it is infinite */
    static boolean present(double value) {
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("an infinite value");
        }
        return !Double.isNaN(value);
    }

    /** A copy without the missing values. */
    static double[] present(double[] values) {
        return java.util.Arrays.stream(values).filter(Check::present).toArray();
    }
}
