package org.antiphon.metric.pesq;

import java.util.Arrays;

/**
 * Cross-correlation of a range of one envelope with a range of another, both of which grow: only the products that a
 * growth adds are computed. Cheaper than a transform for each of many ranges that contain each other.
 */
final class GrowingCorrelation {

    /*
     * The sum of products at lag (other block - block) stands at element (lag + blocks - 1) of sums. With the first
     * envelope turned round, both a new block of the one and of the other add a multiple of a range to a range.
     */

    private final double[] reversed;
    private final double[] other;
    private final double[] sums;
    private int from;
    private int to;
    private int otherFrom;
    private int otherTo;

    GrowingCorrelation(double[] envelope, double[] other) {
        this.reversed = new double[envelope.length];
        for (int i = 0; i < envelope.length; i++) {
            reversed[i] = envelope[envelope.length - 1 - i];
        }
        this.other = other;
        this.sums = new double[envelope.length + other.length];
    }

    /** Begins with no products, at a place from which both ranges grow. */
    void clear(int block, int otherBlock) {
        Arrays.fill(sums, 0);
        from = block;
        to = block;
        otherFrom = otherBlock;
        otherTo = otherBlock;
    }

    /** Lets both ranges grow to the given ones, which must contain them; ends are not included. */
    void grow(int newFrom, int newTo, int newOtherFrom, int newOtherTo) {
        addBlocks(newFrom, from, newOtherFrom, newOtherTo);
        addBlocks(to, newTo, newOtherFrom, newOtherTo);
        addOthers(newOtherFrom, otherFrom);
        addOthers(otherTo, newOtherTo);
        from = newFrom;
        to = newTo;
        otherFrom = newOtherFrom;
        otherTo = newOtherTo;
    }

    private void addBlocks(int start, int end, int first, int last) {
        for (int i = start; i < end; i++) {
            int place = reversed.length - 1 - i;
            if (reversed[place] != 0) {
                Lanes.addMultiple(sums, place, other, first, last, reversed[place]);
            }
        }
    }

    /** Adds the products of some blocks of the other envelope with the range as it was before it grew. */
    private void addOthers(int start, int end) {
        for (int k = start; k < end; k++) {
            if (other[k] != 0) {
                Lanes.addMultiple(sums, k, reversed, reversed.length - to, reversed.length - from, other[k]);
            }
        }
    }

    /** Number of lags at which the ranges overlap. */
    int length() {
        return to - from + otherTo - otherFrom - 1;
    }

    /** By how many blocks the other range is later than this one at the first maximum, 0 if nothing correlates. */
    int shift() {
        int best = to - from - 1;
        double most = 0;
        for (int c = 0; c < length(); c++) {
            double value = sums[reversed.length - to + otherFrom + c];
            if (value > most) {
                most = value;
                best = c;
            }
        }
        return best - (to - from - 1);
    }
}
