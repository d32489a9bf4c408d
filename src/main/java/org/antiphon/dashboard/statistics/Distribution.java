package org.antiphon.dashboard.statistics;

/**
 * How often which answer was given.
 *
 * @param edges where bins begin, and where the last one ends; bins hold their lower edge, the last one both
 * @param counts values in each bin: one fewer than edges
 * @param outside values that no bin holds: 0 unless the scale was given wrongly
 */
public record Distribution(double[] edges, long[] counts, long outside) {

    /**
     * One bin for each point of a scale from lowest to highest in equal steps, from half a step below to half above.
     *
     * @throws IllegalArgumentException if the step is not positive or does not lead from end to end
     */
    public static Distribution ofPoints(double lowest, double highest, double step, double[] values) {
        double steps = (highest - lowest) / step;
        if (!(step > 0) || !(steps >= 0) || Math.abs(steps - Math.rint(steps)) > 1e-6) {
            throw new IllegalArgumentException("no scale from " + lowest + " to " + highest + " by " + step);
        }
        return ofBins(lowest - step / 2, highest + step / 2, (int) Math.rint(steps) + 1, values);
    }

    /** Equal bins over a range; NaN values are left out. */
    public static Distribution ofBins(double lowest, double highest, int bins, double[] values) {
        if (!(highest > lowest) || bins < 1) {
            throw new IllegalArgumentException(bins + " bins from " + lowest + " to " + highest);
        }
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = lowest + (highest - lowest) * i / bins;
        }
        long[] counts = new long[bins];
        long outside = 0;
        for (double value : values) {
            if (Check.present(value)) {
                if (value < lowest || value > highest) {
                    outside++;
                } else {
                    int bin = (int) Math.min(bins - 1, Math.floor((value - lowest) / (highest - lowest) * bins));
                    counts[bin]++;
                }
            }
        }
        return new Distribution(edges, counts, outside);
    }

    /** How many values there are, those outside included. */
    public long total() {
        long sum = outside;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
