package org.antiphon.study.session.assignment;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antiphon.study.design.Plan;
import org.antiphon.study.design.document.Id;

/**
 * Why a participant got what they got: everything that the draw depended on besides the study. With it, the assignment can
 * be drawn again years later.
 *
 * @param rule how it was drawn
 * @param seed of all draws of this session in this task
 * @param rows how many rows the design has
 * @param row the one that was chosen, counted from 0
 * @param seen the counts that the choice was made from
 */
public record Explanation(Id task, String rule, long seed, int rows, int row, Tally.OfTask seen) {

    static String rule(Plan plan) {
        if (plan instanceof Plan.LatinSquare) {
            return "Latin square: the row with the fewest sessions completed or under way, "
                    + "among these the one with the fewest completed, among these by chance";
        }
        if (plan instanceof Plan.Williams) {
            return "Williams design: the row with the fewest sessions completed or under way, "
                    + "among these the one with the fewest completed, among these by chance";
        }
        if (plan instanceof Plan.Subset subset) {
            return subset.trials() + " pages with the fewest sessions completed or under way, "
                    + "among these varied in condition and item, among these by chance";
        }
        return "all pages, in an order of chance";
    }

    /** The whole reason as a sentence. */
    public String sentence() {
        String counts = rows == 1
                ? ""
                : IntStream.range(0, rows)
                        .mapToObj(one -> "row " + one + ": " + seen.row(one).completed() + " + "
                                + seen.row(one).present())
                        .collect(Collectors.joining(", ", " Completed + under way were ", "."));
        String chosen = rows == 1 ? "" : " Row " + row + " of " + rows + " was chosen.";
        return "Task " + task + ", seed " + seed + ": " + rule + "." + counts + chosen;
    }
}
