package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.antiphon.dashboard.figure.Axis;
import org.antiphon.dashboard.figure.Plot;
import org.antiphon.dashboard.figure.Span;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.statistics.Interval;
import org.antiphon.dashboard.statistics.IntraclassCorrelation;
import org.antiphon.dashboard.statistics.IntraclassCorrelation.Coefficient;
import org.antiphon.dashboard.statistics.Krippendorff;
import org.antiphon.dashboard.statistics.Method;
import org.antiphon.dashboard.statistics.Result;

/** How far participants agree about the clips. */
final class AgreementFigures {

    private final Scope scope;

    AgreementFigures(Scope scope) {
        this.scope = scope;
    }

    Shown of(Map<Asked, Judged> answers) {
        List<Plot.Panel> panels = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        Tabled table = new Tabled()
                .column("scale", "Scale")
                .column("coefficient", "Coefficient")
                .column("clips", "Clips")
                .column("raters", "Raters")
                .column("value", "Value", 3)
                .column("low", "From", 3)
                .column("high", "To", 3)
                .column("remark", "Remark");
        answers.forEach((asked, judged) -> {
            double[][] byClip = byClip(judged);
            Result<Krippendorff> alpha = alpha(asked, byClip);
            Result<IntraclassCorrelation> icc = IntraclassCorrelation.of(byClip, Interval.CUSTOMARY);
            List<Plot.Row> rows = new ArrayList<>();
            String kind = asked.stepped() ? "ordinal" : "interval";
            alpha.found()
                    .ifPresent(found -> rows.add(row(
                            "alpha (" + kind + ")",
                            found.alpha(),
                            found.interval().found(),
                            "n " + found.units() + " clips")));
            icc.found().ifPresent(found -> {
                rows.add(row("ICC(2,1)", found.single()));
                rows.add(row("ICC(2,k)", found.average()));
            });
            panels.add(new Plot.Panel(answers.size() > 1 ? asked.name() : "", rows));
            tell(table, asked, kind, judged, alpha, icc);
            statements.add((answers.size() > 1 ? asked.name() + ": " : "") + statement(alpha));
        });
        return scope.shown(
                scope.task() + "-agreement",
                "Agreement of participants about the clips, with 95 % intervals",
                String.join(" ", statements),
                Method.KRIPPENDORFF.title() + ": " + Method.KRIPPENDORFF.source()
                        + ". 1 is full agreement, 0 what chance gives; 0.8 is customarily called good, 0.667 tentative. "
                        + "Where conditions differ much, agreement is high because all hear that; where taste differs it is "
                        + "low, and that is no fault. " + Method.ICC.title() + ": " + Method.ICC.source()
                        + ", of participants who rated every clip.",
                new Plot.Intervals(
                        Axis.of("Agreement", -0.2, 1),
                        List.of(new Plot.Guide(0, "by chance"), new Plot.Guide(0.8, "0.8")),
                        panels),
                table.data(),
                scope.script("agreement")
                        .with(
                                "scales",
                                answers.keySet().stream().map(Asked::key).toList())
                        .with(
                                "kinds",
                                answers.keySet().stream()
                                        .map(asked -> asked.stepped() ? "ordinal" : "interval")
                                        .toList()));
    }

    private static Result<Krippendorff> alpha(Asked asked, double[][] byClip) {
        return Krippendorff.of(
                byClip, asked.stepped() ? Krippendorff.Scale.ORDINAL : Krippendorff.Scale.INTERVAL, Interval.CUSTOMARY);
    }

    /** Ratings by clip, then by participant who rated any, NaN where they did not rate this one. */
    private static double[][] byClip(Judged judged) {
        int[] raters = Judges.of(judged.participants(), judged.participant());
        int[] place = new int[judged.participants()];
        for (int i = 0; i < raters.length; i++) {
            place[raters[i]] = i;
        }
        TreeMap<Integer, double[]> clips = new TreeMap<>();
        for (int i = 0; i < judged.size(); i++) {
            if (judged.item()[i] >= 0 && judged.condition()[i] >= 0) {
                int clip = judged.item()[i] * judged.conditions().size() + judged.condition()[i];
                clips.computeIfAbsent(clip, key -> {
                            double[] none = new double[raters.length];
                            Arrays.fill(none, Double.NaN);
                            return none;
                        })[place[judged.participant()[i]]] =
                        judged.value()[i];
            }
        }
        return clips.values().toArray(double[][]::new);
    }

    private static Plot.Row row(String label, Coefficient coefficient) {
        return row(label, coefficient.value(), Optional.of(coefficient.interval()), "");
    }

    private static Plot.Row row(String label, double value, Optional<Interval> interval, String note) {
        Optional<Span> span = interval.flatMap(Estimate::span);
        return new Plot.Row(label, List.of(Plot.Mark.of(value, span)), note);
    }

    private static void tell(
            Tabled table,
            Asked asked,
            String kind,
            Judged judged,
            Result<Krippendorff> alpha,
            Result<IntraclassCorrelation> icc) {
        Optional<Krippendorff> found = alpha.found();
        Optional<Interval> interval = found.flatMap(one -> one.interval().found());
        table.row(
                asked.key(),
                "Krippendorff's alpha (" + kind + ")",
                found.map(one -> (double) one.units()).orElse(Double.NaN),
                judged.judges(),
                found.map(Krippendorff::alpha).orElse(Double.NaN),
                interval.map(Interval::low).orElse(Double.NaN),
                interval.map(Interval::high).orElse(Double.NaN),
                alpha.whyNot().orElse(""));
        icc.found().ifPresent(one -> {
            tell(table, asked, "ICC(2,1)", one, one.single());
            tell(table, asked, "ICC(2,k)", one, one.average());
            tell(table, asked, "ICC(3,k)", one, one.averageOfThese());
        });
        icc.whyNot()
                .ifPresent(why -> table.row(
                        asked.key(), "ICC", Double.NaN, judged.judges(), Double.NaN, Double.NaN, Double.NaN, why));
    }

    private static void tell(
            Tabled table, Asked asked, String name, IntraclassCorrelation icc, Coefficient coefficient) {
        table.row(
                asked.key(),
                name,
                icc.clips(),
                icc.raters(),
                coefficient.value(),
                coefficient.interval().low(),
                coefficient.interval().high(),
                icc.leftOut() > 0 ? icc.leftOut() + " did not rate every clip" : "");
    }

    private static String statement(Result<Krippendorff> alpha) {
        return alpha.found()
                .map(found -> "alpha is " + String.format(java.util.Locale.ROOT, "%.2f", found.alpha()) + " over "
                        + Names.count(found.units(), "clip") + ".")
                .orElseGet(
                        () -> "no agreement can be computed: " + alpha.whyNot().orElse("") + ".");
    }
}
