package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.dashboard.figure.Plot;
import org.antiphon.dashboard.figure.Plot.Mark;
import org.antiphon.dashboard.reading.RatingTable;
import org.antiphon.dashboard.reading.RatingTable.Column;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.statistics.Clusters;
import org.antiphon.study.session.answer.Forms;

/** Where answers lie on the affect grid, by condition. */
final class AffectFigures {

    private final Scope scope;

    AffectFigures(Scope scope) {
        this.scope = scope;
    }

    Shown of(Evidence evidence, List<String> conditions, int steps) {
        RatingTable table = evidence.table();
        int[] rows = evidence.rows(scope.task(), Forms.AFFECT, participant -> true);
        int[] order = Judged.order(table, Column.CONDITION, conditions);
        int[] who = new int[rows.length];
        int[] condition = new int[rows.length];
        double[] valence = new double[rows.length];
        double[] arousal = new double[rows.length];
        long[][][] counts = new long[conditions.size()][steps][steps];
        for (int i = 0; i < rows.length; i++) {
            int code = table.codes(Column.CONDITION)[rows[i]];
            who[i] = table.codes(Column.PARTICIPANT)[rows[i]];
            condition[i] = code < 0 ? -1 : order[code];
            valence[i] = table.codes(Column.VALENCE)[rows[i]];
            arousal[i] = table.codes(Column.AROUSAL)[rows[i]];
            if (condition[i] >= 0) {
                counts[condition[i]][(int) arousal[i] - 1][(int) valence[i] - 1]++;
            }
        }
        int participants = table.words(Column.PARTICIPANT).size();
        List<Estimate> across = estimates(conditions.size(), condition, participants, who, valence, steps);
        List<Estimate> up = estimates(conditions.size(), condition, participants, who, arousal, steps);
        List<Plot.Square> squares = new ArrayList<>();
        Tabled told = new Tabled()
                .column("condition", "Condition")
                .column("answers", "Answers")
                .column("valence", "Valence", 2)
                .column("valence_low", "From", 2)
                .column("valence_high", "To", 2)
                .column("arousal", "Arousal", 2)
                .column("arousal_low", "From", 2)
                .column("arousal_high", "To", 2);
        for (int i = 0; i < conditions.size(); i++) {
            Estimate v = across.get(i);
            Estimate a = up.get(i);
            squares.add(new Plot.Square(
                    conditions.get(i), counts[i], Mark.of(v.mean(), v.span()), Mark.of(a.mean(), a.span())));
            told.row(conditions.get(i), v.ratings(), v.mean(), v.low(), v.high(), a.mean(), a.low(), a.high());
        }
        return scope.shown(
                scope.task() + "-affect",
                "How pleasant and how excited, by condition",
                Names.count(rows.length, "answer") + " on a grid of " + steps + " by " + steps
                        + ". Discs are answers, the open circle their mean with the 95 % intervals of both directions.",
                "Area of a disc by the number of answers in the cell, the same in all squares. " + Estimate.DEFINITION
                        + " Affect grid: Russell, Weiss and Mendelsohn (1989).",
                new Plot.Affect(steps, squares),
                told.data(),
                scope.script("affect").with("conditions", conditions));
    }

    private List<Estimate> estimates(
            int conditions, int[] condition, int participants, int[] who, double[] value, int steps) {
        List<Estimate> estimates = new ArrayList<>();
        for (Clusters clusters : Clusters.byGroup(conditions, condition, participants, who, value)) {
            estimates.add(Estimate.drawn(clusters, 1, steps, scope.seed()));
        }
        return estimates;
    }
}
