package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.antiphon.dashboard.figure.Axis;
import org.antiphon.dashboard.figure.Cell;
import org.antiphon.dashboard.figure.Plot;
import org.antiphon.dashboard.figure.Span;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.statistics.CellMeans;
import org.antiphon.dashboard.statistics.CohenDz;
import org.antiphon.dashboard.statistics.Friedman;
import org.antiphon.dashboard.statistics.Interval;
import org.antiphon.dashboard.statistics.MeanDifference;
import org.antiphon.dashboard.statistics.Method;
import org.antiphon.dashboard.statistics.PairedComparison;
import org.antiphon.dashboard.statistics.Result;
import org.antiphon.dashboard.statistics.SignedRank;

/** Conditions against each other, by participants who rated both: differences, tests, effect sizes. */
final class DifferenceFigures {

    private static final int MOST_ROWS = 30;
    private static final double CUSTOMARY = 0.05;

    private static final String DEFINITION =
            "Of each participant the mean in one condition less that in the other; the 95 % interval is Student's. "
                    + Method.SIGNED_RANK.title() + ": " + Method.SIGNED_RANK.source() + "; zeros are left out. "
                    + Method.HOLM.title() + ": " + Method.HOLM.source() + ". " + Method.COHEN_DZ.title() + ": "
                    + Method.COHEN_DZ.source() + ". " + Method.RANK_BISERIAL.title() + ": "
                    + Method.RANK_BISERIAL.source() + ". " + Method.FRIEDMAN.title() + ": " + Method.FRIEDMAN.source()
                    + ".";

    private final Scope scope;

    DifferenceFigures(Scope scope) {
        this.scope = scope;
    }

    /** The comparisons of all pairs of conditions. */
    static List<PairedComparison> compared(Judged judged) {
        return PairedComparison.all(cells(judged), SignedRank.Zeros.LEFT_OUT, Interval.CUSTOMARY);
    }

    static CellMeans cells(Judged judged) {
        return CellMeans.of(
                judged.participants(),
                judged.conditions().size(),
                judged.participant(),
                judged.condition(),
                judged.value());
    }

    /** Empty if there is only one condition. */
    Optional<Shown> of(Asked asked, Judged judged) {
        List<PairedComparison> pairs = compared(judged);
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = judged.conditions();
        List<PairedComparison> drawn = pairs.stream()
                .sorted(Comparator.comparingDouble(pair -> -Math.abs(
                        pair.difference().found().map(MeanDifference::mean).orElse(0.0))))
                .limit(MOST_ROWS)
                .toList();
        List<Plot.Row> rows = new ArrayList<>();
        List<Double> ends = new ArrayList<>(List.of(0.0));
        for (PairedComparison pair : drawn) {
            Optional<MeanDifference> difference = pair.difference().found();
            Optional<Span> span = difference.flatMap(found -> Estimate.span(found.interval()));
            span.ifPresent(found -> ends.addAll(List.of(found.low(), found.high())));
            rows.add(new Plot.Row(
                    names.get(pair.first()) + " less " + names.get(pair.second()),
                    List.of(Plot.Mark.of(difference.map(MeanDifference::mean).orElse(Double.NaN), span)),
                    "n " + pair.pairs()));
        }
        Axis axis = Axis.around(
                "Difference of " + asked.name() + ", on a scale from " + Math.round(asked.lowest()) + " to "
                        + Math.round(asked.highest()),
                ends.stream().mapToDouble(Double::doubleValue).toArray());
        String more = drawn.size() < pairs.size()
                ? " The picture shows the " + MOST_ROWS + " largest of " + pairs.size() + " differences, the table all."
                : "";
        return Optional.of(scope.shown(
                scope.task() + "-differences-" + Names.slug(asked.key()),
                asked.name() + ": differences between conditions, with 95 % intervals",
                statement(pairs, names, Friedman.of(cells(judged)), judged.judges()) + more,
                DEFINITION,
                new Plot.Intervals(
                        axis, List.of(new Plot.Guide(0, "no difference")), List.of(new Plot.Panel("", rows))),
                table(pairs, names).data(),
                scope.script("differences").with("scales", List.of(asked.key())).with("conditions", names)));
    }

    private static String statement(
            List<PairedComparison> pairs, List<String> names, Result<Friedman> friedman, int judges) {
        String all = friedman.found()
                .map(f -> "Over all conditions: Friedman χ²(" + (f.conditions() - 1) + ") = "
                        + Cell.shown(f.statistic(), 2)
                        + ", " + Sentences.p(f.p()) + ", Kendall’s W = " + Cell.shown(f.concordance(), 2) + ", of "
                        + Names.count(f.participants(), "participant") + " who rated all"
                        + (judges > f.participants() ? " (" + (judges - f.participants()) + " did not)" : "") + ". ")
                .orElse("");
        if (pairs.size() == 1) {
            return single(pairs.get(0), names);
        }
        long tested = pairs.stream().filter(pair -> !Double.isNaN(pair.holm())).count();
        long apart = pairs.stream().filter(pair -> pair.holm() < CUSTOMARY).count();
        if (tested == 0) {
            return all + "No pair of conditions can be tested yet: "
                    + pairs.get(0).test().whyNot().orElse("too few participants rated both") + ".";
        }
        return all + apart + " of " + Names.count(tested, "tested pair")
                + " differ by the signed-rank test after Holm’s correction (p < 0.05). A pair that does not is not "
                + "thereby alike.";
    }

    private static String single(PairedComparison pair, List<String> names) {
        String who = Names.count(pair.pairs(), "participant") + " rated both";
        return pair.difference()
                .found()
                .map(found -> names.get(pair.first()) + " less " + names.get(pair.second()) + ": " + who
                        + "; the 95 % interval of the difference "
                        + Sentences.covers(
                                found.interval().low(), found.interval().high(), 0) + ", "
                        + pair.test().found().map(test -> Sentences.p(test.p())).orElse("no test")
                        + " by the signed-rank test.")
                .orElse(who + ": too few for an interval.");
    }

    private static Tabled table(List<PairedComparison> pairs, List<String> names) {
        Tabled table = new Tabled()
                .column("first", "First")
                .column("second", "Second")
                .column("participants", "Participants")
                .column("difference", "Difference", 2)
                .column("low", "From", 2)
                .column("high", "To", 2)
                .column("w", "W", 1)
                .column("p", "p", 4)
                .column("p_holm", "p (Holm)", 4)
                .column("dz", "dz", 2)
                .column("dz_low", "dz from", 2)
                .column("dz_high", "dz to", 2)
                .column("rank_biserial", "Rank-biserial", 2);
        for (PairedComparison pair : pairs) {
            Optional<MeanDifference> difference = pair.difference().found();
            Optional<SignedRank> test = pair.test().found();
            Optional<CohenDz> effect = pair.effect().found();
            table.row(
                    names.get(pair.first()),
                    names.get(pair.second()),
                    pair.pairs(),
                    difference.map(MeanDifference::mean).orElse(Double.NaN),
                    difference.map(found -> found.interval().low()).orElse(Double.NaN),
                    difference.map(found -> found.interval().high()).orElse(Double.NaN),
                    test.map(found -> Math.min(found.plus(), found.minus())).orElse(Double.NaN),
                    test.map(SignedRank::p).orElse(Double.NaN),
                    pair.holm(),
                    effect.map(CohenDz::value).orElse(Double.NaN),
                    effect.map(found -> found.interval().low()).orElse(Double.NaN),
                    effect.map(found -> found.interval().high()).orElse(Double.NaN),
                    test.map(SignedRank::rankBiserial).orElse(Double.NaN));
        }
        return table;
    }
}
