package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.dashboard.figure.Axis;
import org.antiphon.dashboard.figure.Plot;
import org.antiphon.dashboard.figure.Span;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.statistics.CohenDz;
import org.antiphon.dashboard.statistics.HowManyMore;
import org.antiphon.dashboard.statistics.Method;
import org.antiphon.dashboard.statistics.PairedComparison;
import org.antiphon.dashboard.statistics.Power;
import org.antiphon.dashboard.statistics.Result;

/** What so many participants can show, and how many more it would take. */
final class PowerFigures {

    private static final double WANTED = 0.8;
    private static final double ALPHA = 0.05;
    private static final int MOST_ROWS = 30;

    private final Scope scope;

    PowerFigures(Scope scope) {
        this.scope = scope;
    }

    /** Empty if no pair of conditions has an effect with an interval. */
    Optional<Shown> of(Asked asked, Judged judged) {
        List<String> names = judged.conditions();
        List<Plot.Row> rows = new ArrayList<>();
        Tabled table = table();
        long enough = 0;
        long unsure = 0;
        for (PairedComparison pair : DifferenceFigures.compared(judged)) {
            Optional<CohenDz> effect = pair.effect().found();
            if (effect.isEmpty()) {
                continue;
            }
            HowManyMore more = HowManyMore.of(effect.get(), WANTED, ALPHA);
            Span span = ends(effect.get());
            enough += more.power() >= WANTED ? 1 : 0;
            unsure += effect.get().interval().holds(0) ? 1 : 0;
            rows.add(new Plot.Row(
                    names.get(pair.first()) + " and " + names.get(pair.second()),
                    List.of(Plot.Mark.of(more.power(), Optional.of(span))),
                    "n " + pair.pairs()));
            table.row(
                    names.get(pair.first()),
                    names.get(pair.second()),
                    pair.pairs(),
                    effect.get().value(),
                    effect.get().interval().low(),
                    effect.get().interval().high(),
                    more.power(),
                    span.low(),
                    span.high(),
                    whole(more.needed()),
                    whole(more.neededAtLeast()),
                    whole(more.neededAtMost()));
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String statement = enough + " of " + Names.count(rows.size(), "pair")
                + " have a power of 80 %, if the observed effects are the true ones. What was observed is uncertain itself: "
                + (unsure == 0
                        ? "the intervals show how far the power may lie from that."
                        : "for " + Names.count(unsure, "pair")
                                + " the interval of the effect covers 0, and no number of participants can be promised.");
        return Optional.of(scope.shown(
                scope.task() + "-power-" + Names.slug(asked.key()),
                asked.name() + ": power now, and how many participants it takes",
                statement,
                "Probability that a two-sided paired t test with α = 0.05 finds the observed dz, less its bias by few "
                        + "participants (Hedges 1981); its interval is the power at the ends of the interval of dz. Needed: participants in all for a power of 80 %, by the observed "
                        + "effect and by the ends of its interval. " + Method.POWER.source()
                        + ". The signed-rank test needs up to 16 % more.",
                new Plot.Intervals(
                        Axis.of("Power", 0, 1),
                        List.of(new Plot.Guide(WANTED, "80 %")),
                        List.of(new Plot.Panel("", rows.subList(0, Math.min(rows.size(), MOST_ROWS))))),
                table.data(),
                scope.script("differences").with("scales", List.of(asked.key())).with("conditions", names)));
    }

    /** The power at the nearer and at the farther end of the effect's interval; at no effect it is alpha. */
    private static Span ends(CohenDz effect) {
        double low = Math.abs(effect.interval().low());
        double high = Math.abs(effect.interval().high());
        double near = effect.interval().holds(0) ? 0 : Math.min(low, high);
        double least = Power.paired(near, effect.pairs(), ALPHA);
        return new Span(
                Math.max(0, least),
                Math.min(1, Math.max(least, Power.paired(Math.max(low, high), effect.pairs(), ALPHA))));
    }

    private static double whole(Result<Integer> number) {
        return number.found().map(Integer::doubleValue).orElse(Double.NaN);
    }

    private static Tabled table() {
        return new Tabled()
                .column("first", "First")
                .column("second", "Second")
                .column("participants", "Participants")
                .column("dz", "dz", 2)
                .column("dz_low", "dz from", 2)
                .column("dz_high", "dz to", 2)
                .column("power", "Power", 2)
                .column("power_low", "Power from", 2)
                .column("power_high", "Power to", 2)
                .column("needed", "Needed")
                .column("needed_at_least", "at least")
                .column("needed_at_most", "at most");
    }
}
