package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antiphon.dashboard.figure.Axis;
import org.antiphon.dashboard.figure.Cell;
import org.antiphon.dashboard.figure.Plot;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.statistics.Abx;
import org.antiphon.dashboard.statistics.BradleyTerry;
import org.antiphon.dashboard.statistics.Choices;
import org.antiphon.dashboard.statistics.Clusters;
import org.antiphon.dashboard.statistics.Interval;
import org.antiphon.dashboard.statistics.Method;
import org.antiphon.dashboard.statistics.Result;

/** Choices between two: which is preferred, and whether the right one is found. */
final class ChoiceFigures {

    private final Scope scope;

    ChoiceFigures(Scope scope) {
        this.scope = scope;
    }

    /** Conditions by their strength; empty, if it cannot be told, with the reason in the statement of the shares. */
    Optional<Shown> ranking(Chosen chosen, Result<BradleyTerry> found) {
        return found.found().map(model -> {
            Integer[] order = new Integer[chosen.conditions().size()];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (i, j) -> Double.compare(model.strengths()[j], model.strengths()[i]));
            List<Plot.Row> rows = new ArrayList<>();
            List<Double> ends = new ArrayList<>(List.of(0.0));
            Tabled table = new Tabled()
                    .column("condition", "Condition")
                    .column("strength", "Strength", 2)
                    .column("error", "Error", 2)
                    .column("low", "From", 2)
                    .column("high", "To", 2)
                    .column("preferred", "Preferred")
                    .column("other", "Other preferred")
                    .column("ties", "No difference");
            long[][] wins = choices(chosen).wins();
            long[][] ties = choices(chosen).ties();
            for (int i : order) {
                Interval interval = model.intervals().get(i);
                Estimate.span(interval).ifPresent(span -> ends.addAll(List.of(span.low(), span.high())));
                rows.add(new Plot.Row(
                        chosen.conditions().get(i),
                        List.of(Plot.Mark.of(model.strengths()[i], Estimate.span(interval))),
                        ""));
                long lost = 0;
                for (long[] other : wins) {
                    lost += other[i];
                }
                table.row(
                        chosen.conditions().get(i),
                        model.strengths()[i],
                        model.errors()[i],
                        interval.low(),
                        interval.high(),
                        Arrays.stream(wins[i]).sum(),
                        lost,
                        Arrays.stream(ties[i]).sum());
            }
            return scope.shown(
                    scope.task() + "-ranking",
                    "Strength of each condition in preferences, with 95 % intervals",
                    ranked(chosen, model, order),
                    Method.BRADLEY_TERRY.title() + ": " + Method.BRADLEY_TERRY.source()
                            + ". Strengths are logarithms of odds and add up to 0: a condition is preferred to another, of "
                            + "those who prefer one, with the odds exp(difference).",
                    new Plot.Intervals(
                            Axis.around(
                                    "Strength (logarithm of odds)",
                                    ends.stream()
                                            .mapToDouble(Double::doubleValue)
                                            .toArray()),
                            List.of(new Plot.Guide(0, "mean")),
                            List.of(new Plot.Panel("", rows))),
                    table.data(),
                    scope.script("preferences").with("conditions", chosen.conditions()));
        });
    }

    static Result<BradleyTerry> model(Chosen chosen) {
        return chosen.size() == 0
                ? Result.unknown("nobody has chosen yet")
                : BradleyTerry.of(choices(chosen), Interval.CUSTOMARY);
    }

    private static Choices choices(Chosen chosen) {
        return new Choices(
                chosen.conditions().size(), chosen.participant(), chosen.first(), chosen.second(), chosen.outcome());
    }

    private static String ranked(Chosen chosen, BradleyTerry model, Integer[] order) {
        Interval apart = model.difference(order[0], order[order.length - 1]);
        Interval top = model.difference(order[0], order[1]);
        return Names.count(model.participants(), "participant") + ", " + Names.count(model.choices(), "choice") + ". "
                + chosen.conditions().get(order[0]) + " is strongest; it is preferred to "
                + chosen.conditions().get(order[1]) + " with a probability of "
                + Cell.shown(model.preferred(order[0], order[1]), 2) + ", and the 95 % interval of their difference "
                + Sentences.covers(top.low(), top.high(), 0) + "."
                + (order.length > 2
                        ? " That of the strongest and the weakest " + Sentences.covers(apart.low(), apart.high(), 0)
                                + "."
                        : "")
                + (model.penalised()
                        ? " Some were never preferred to some others: strengths are held back by a penalty, and intervals "
                                + "are rough."
                        : "");
    }

    /** How often the first of each pair was preferred; no difference counts half. */
    Shown shares(Chosen chosen, Result<BradleyTerry> model) {
        List<Plot.Row> rows = new ArrayList<>();
        Tabled table = new Tabled()
                .column("first", "First")
                .column("second", "Second")
                .column("participants", "Participants")
                .column("first_preferred", "First preferred")
                .column("ties", "No difference")
                .column("second_preferred", "Second preferred")
                .column("share", "Share of the first", 3)
                .column("low", "From", 3)
                .column("high", "To", 3);
        eachPair(chosen, (one, other, picked) -> {
            double[] value = new double[picked.length];
            long[] counts = new long[3];
            for (int i = 0; i < picked.length; i++) {
                int forOne =
                        chosen.first()[picked[i]] == one ? chosen.outcome()[picked[i]] : -chosen.outcome()[picked[i]];
                value[i] = (forOne + 1) / 2.0;
                counts[forOne + 1]++;
            }
            Estimate estimate = estimate(chosen, picked, value);
            rows.add(row(
                    chosen.conditions().get(one) + " over "
                            + chosen.conditions().get(other),
                    estimate));
            table.row(
                    chosen.conditions().get(one),
                    chosen.conditions().get(other),
                    estimate.participants(),
                    counts[2],
                    counts[1],
                    counts[0],
                    estimate.mean(),
                    estimate.low(),
                    estimate.high());
        });
        String statement = rows.isEmpty()
                ? "Nobody has chosen yet."
                : model.whyNot()
                        .map(why -> "Strengths cannot be told: " + why + ".")
                        .orElse("No difference counts half.");
        return scope.shown(
                scope.task() + "-shares",
                "Share that prefers the first of two, with 95 % intervals",
                statement,
                "Share of choices, no difference counting half for each. " + Estimate.DEFINITION,
                new Plot.Intervals(
                        Axis.of("Share that prefers the first", 0, 1),
                        List.of(new Plot.Guide(0.5, "as often as not")),
                        List.of(new Plot.Panel("", rows))),
                table.data(),
                scope.script("preferences").with("conditions", chosen.conditions()));
    }

    /** How often the right one was found, of those who chose one. */
    Shown right(Chosen chosen, boolean abx) {
        List<Plot.Row> rows = new ArrayList<>();
        Tabled table = new Tabled()
                .column("first", "First")
                .column("second", "Second")
                .column("participants", "Participants")
                .column("trials", "Trials")
                .column("correct", "Right")
                .column("cannot_tell", "Cannot tell")
                .column("share", "Share", 3)
                .column("low", "From", 3)
                .column("high", "To", 3)
                .column("exact_low", "Exact from", 3)
                .column("exact_high", "Exact to", 3)
                .column("p", "p", 4)
                .column("d_prime", "d′", 2);
        List<String> statements = new ArrayList<>();
        eachPair(chosen, (one, other, picked) -> {
            int[] decided = Arrays.stream(picked)
                    .filter(row -> chosen.outcome()[row] != 0)
                    .toArray();
            double[] value = Arrays.stream(decided)
                    .mapToDouble(row -> chosen.correct()[row])
                    .toArray();
            long right = Math.round(Arrays.stream(value).sum());
            Estimate estimate = estimate(chosen, decided, value);
            String names =
                    chosen.conditions().get(one) + " and " + chosen.conditions().get(other);
            rows.add(row(names, estimate));
            Optional<Abx> test =
                    Abx.of(right, decided.length, Interval.CUSTOMARY).found();
            table.row(
                    chosen.conditions().get(one),
                    chosen.conditions().get(other),
                    estimate.participants(),
                    decided.length,
                    right,
                    picked.length - decided.length,
                    estimate.mean(),
                    estimate.low(),
                    estimate.high(),
                    test.map(found -> found.correct().interval().low()).orElse(Double.NaN),
                    test.map(found -> found.correct().interval().high()).orElse(Double.NaN),
                    test.map(Abx::p).orElse(Double.NaN),
                    abx ? test.map(found -> found.sensitivity().value()).orElse(Double.NaN) : Double.NaN);
            if (!estimate.interval().isEmpty()) {
                statements.add(names + ": " + right + " of " + decided.length + " right, the 95 % interval "
                        + Sentences.covers(estimate.low(), estimate.high(), 0.5) + ".");
            }
        });
        return scope.shown(
                scope.task() + "-right",
                abx
                        ? "How often X was recognised, with 95 % intervals"
                        : "How often the own sound was found, with 95 % intervals",
                statements.isEmpty() ? "Too few have chosen for an interval." : String.join(" ", statements),
                "Share of right answers of those who chose one; 0.5 is guessing. " + Estimate.DEFINITION
                        + " The exact interval and the binomial test of the table take answers for independent. "
                        + Method.ABX.source() + ".",
                new Plot.Intervals(
                        Axis.of("Share of right answers", 0, 1),
                        List.of(new Plot.Guide(0.5, "guessing")),
                        List.of(new Plot.Panel("", rows))),
                table.data(),
                scope.script("right").with("conditions", chosen.conditions()));
    }

    private Estimate estimate(Chosen chosen, int[] picked, double[] value) {
        int[] who = Arrays.stream(picked).map(row -> chosen.participant()[row]).toArray();
        return Estimate.drawn(Clusters.of(chosen.participants(), who, value), 0, 1, scope.seed());
    }

    private static Plot.Row row(String label, Estimate estimate) {
        return new Plot.Row(label, List.of(Plot.Mark.of(estimate.mean(), estimate.span())), "n " + estimate.ratings());
    }

    private interface PairOfConditions {
        void tell(int one, int other, int[] rows);
    }

    private static void eachPair(Chosen chosen, PairOfConditions pair) {
        for (int one = 0; one < chosen.conditions().size(); one++) {
            for (int other = one + 1; other < chosen.conditions().size(); other++) {
                int[] rows = new int[chosen.size()];
                int size = 0;
                for (int row = 0; row < rows.length; row++) {
                    if (chosen.compares(row, one, other)) {
                        rows[size++] = row;
                    }
                }
                if (size > 0) {
                    pair.tell(one, other, Arrays.copyOf(rows, size));
                }
            }
        }
    }
}
