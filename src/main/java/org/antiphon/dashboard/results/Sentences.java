package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.dashboard.figure.Cell;
import org.antiphon.dashboard.figure.Data;
import org.antiphon.dashboard.figure.Figure;

/** What numbers say, in words that say no more. */
final class Sentences {

    private static final int MOST_ROWS = 24;

    private Sentences() {}

    /** Which condition has the highest mean and which the lowest, each with its interval. */
    static String highestAndLowest(List<String> conditions, List<Estimate> estimates) {
        int highest = -1;
        int lowest = -1;
        for (int i = 0; i < estimates.size(); i++) {
            double mean = estimates.get(i).mean();
            if (Double.isFinite(mean)) {
                highest = highest < 0 || mean > estimates.get(highest).mean() ? i : highest;
                lowest = lowest < 0 || mean < estimates.get(lowest).mean() ? i : lowest;
            }
        }
        if (highest < 0) {
            return "nobody has answered yet.";
        }
        if (highest == lowest) {
            return conditions.get(highest) + " has " + interval(estimates.get(highest)) + ".";
        }
        return "highest is " + conditions.get(highest) + " with " + interval(estimates.get(highest)) + ", lowest "
                + conditions.get(lowest) + " with " + interval(estimates.get(lowest)) + ".";
    }

    static String interval(Estimate estimate) {
        return Figure.interval(estimate.mean(), estimate.span(), 2);
    }

    /** In how many items the condition that is highest in most of them is highest. */
    static String itemOrder(Judged judged, List<List<Estimate>> byItem) {
        int[] wins = new int[judged.conditions().size()];
        int items = 0;
        for (List<Estimate> estimates : byItem) {
            int best = -1;
            for (int i = 0; i < estimates.size(); i++) {
                double mean = estimates.get(i).mean();
                if (Double.isFinite(mean)
                        && (best < 0 || mean > estimates.get(best).mean())) {
                    best = i;
                }
            }
            if (best >= 0) {
                wins[best]++;
                items++;
            }
        }
        if (items == 0 || wins.length < 2) {
            return Names.count(items, "item") + " rated.";
        }
        int most = 0;
        for (int i = 1; i < wins.length; i++) {
            most = wins[i] > wins[most] ? i : most;
        }
        return judged.conditions().get(most) + " has the highest mean in " + wins[most] + " of "
                + Names.count(items, "item") + ".";
    }

    /** Whether an interval of differences covers no difference. */
    static String covers(double low, double high, double none) {
        return low <= none && none <= high
                ? "covers " + Cell.shown(none, none == Math.rint(none) ? 0 : 1)
                : "does not cover " + Cell.shown(none, none == Math.rint(none) ? 0 : 1);
    }

    /** A probability as it is told. */
    static String p(double p) {
        if (Double.isNaN(p)) {
            return "p unknown";
        }
        return p < 0.001 ? "p < 0.001" : "p = " + Cell.shown(p, 3);
    }

    /** A figure for those who do not see it: its title, what it says, and the first rows of its table. */
    static String described(String title, String statement, Data data) {
        StringBuilder words = new StringBuilder(title).append(". ").append(statement);
        for (List<Cell> row :
                data.rows().subList(0, Math.min(MOST_ROWS, data.rows().size()))) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                String value = row.get(i).shown();
                if (row.get(i).numeric()) {
                    parts.add(data.columns().get(i).heading().toLowerCase(java.util.Locale.ROOT) + " " + value);
                } else if (i < 2) {
                    parts.add(value);
                }
            }
            words.append(' ').append(String.join(", ", parts)).append(';');
        }
        if (data.rows().size() > MOST_ROWS) {
            words.append(" and ").append(data.rows().size() - MOST_ROWS).append(" more rows in the table");
        }
        return words.append('.').toString().replace(";.", ".");
    }
}
