package org.antiphon.dashboard.statistics;

/**
 * What was meant (row) and what was recognised (column). The first columns are the rows' own categories; more columns are
 * answers that nobody meant, such as "none of these".
 *
 * @param counts by row, then column; at least as many columns as rows
 */
public record ConfusionMatrix(long[][] counts) {

    /** @throws IllegalArgumentException if rows differ in length, or there are fewer columns than rows */
    public ConfusionMatrix {
        for (long[] row : counts) {
            Check.sameLength(row.length, counts[0].length);
            if (row.length < counts.length) {
                throw new IllegalArgumentException(counts.length + " categories, " + row.length + " answers");
            }
        }
    }

    /**
     * @param meant category of each row of the columns, from 0; negative for rows that do not count
     * @param answered answer of each, from 0; negative where missing
     */
    public static ConfusionMatrix of(int categories, int answers, int[] meant, int[] answered) {
        Check.sameLength(meant.length, answered.length);
        long[][] counts = new long[categories][answers];
        for (int i = 0; i < meant.length; i++) {
            if (meant[i] >= 0 && answered[i] >= 0) {
                Check.index(meant[i], categories, "category");
                Check.index(answered[i], answers, "answer");
                counts[meant[i]][answered[i]]++;
            }
        }
        return new ConfusionMatrix(counts);
    }

    public int categories() {
        return counts.length;
    }

    public int answers() {
        return counts.length == 0 ? 0 : counts[0].length;
    }

    /** How often a category was shown and answered. */
    public long shown(int category) {
        long sum = 0;
        for (long count : counts[category]) {
            sum += count;
        }
        return sum;
    }

    /** How often an answer was given. */
    public long given(int answer) {
        long sum = 0;
        for (long[] row : counts) {
            sum += row[answer];
        }
        return sum;
    }

    public long total() {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += shown(i);
        }
        return sum;
    }

    /** How often a category was recognised. */
    public long hits(int category) {
        return counts[category][category];
    }

    /**
     * Wagner's unbiased hit rate: the share of hits among the showings times their share among the answers, so that giving
     * one answer always does not pay. 0 where the answer was never given; NaN where the category was never shown.
     */
    public double unbiased(int category) {
        double hits = hits(category);
        return shown(category) == 0 ? Double.NaN : hits == 0 ? 0 : hits / shown(category) * hits / given(category);
    }

    /** What the unbiased hit rate is by chance, of who answers as often as here: the product of both shares of the total. */
    public double unbiasedByChance(int category) {
        double total = total();
        return shown(category) == 0 ? Double.NaN : shown(category) / total * given(category) / total;
    }
}
