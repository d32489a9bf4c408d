package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.dashboard.figure.Axis;
import org.antiphon.dashboard.figure.Cell;
import org.antiphon.dashboard.figure.Plot;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.statistics.ClusteredMean;
import org.antiphon.dashboard.statistics.Clusters;
import org.antiphon.dashboard.statistics.ConfusionMatrix;
import org.antiphon.dashboard.statistics.HitRate;
import org.antiphon.dashboard.statistics.HitRate.UnbiasedHits;
import org.antiphon.dashboard.statistics.Interval;
import org.antiphon.dashboard.statistics.Method;

/** Whether what the performer meant is recognised: hit rates, Wagner's unbiased ones, and what is taken for what. */
final class IntentionFigures {

    private final Scope scope;

    IntentionFigures(Scope scope) {
        this.scope = scope;
    }

    /** Hits of all intentions together, by condition. */
    Shown hits(Meant meant) {
        int[] group = new int[meant.size()];
        double[] hit = new double[meant.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = meant.meant()[i] < 0 || meant.answered()[i] < 0 ? -1 : meant.condition()[i];
            hit[i] = meant.meant()[i] == meant.answered()[i] ? 1 : 0;
        }
        List<Clusters> clusters =
                Clusters.byGroup(meant.conditions().size(), group, meant.participants(), meant.participant(), hit);
        List<Estimate> estimates = new ArrayList<>();
        List<Plot.Row> rows = new ArrayList<>();
        Tabled table = new Tabled()
                .column("condition", "Condition")
                .column("participants", "Participants")
                .column("answers", "Answers")
                .column("hit_rate", "Hit rate", 3)
                .column("low", "From", 3)
                .column("high", "To", 3)
                .column("chance", "By chance", 3);
        double chance = 1.0 / meant.answers().size();
        for (int i = 0; i < clusters.size(); i++) {
            Estimate estimate = Estimate.drawn(clusters.get(i), 0, 1, scope.seed() + i);
            estimates.add(estimate);
            rows.add(new Plot.Row(
                    meant.conditions().get(i),
                    List.of(Plot.Mark.of(estimate.mean(), estimate.span())),
                    "n " + estimate.participants()));
            table.row(
                    meant.conditions().get(i),
                    estimate.participants(),
                    estimate.ratings(),
                    estimate.mean(),
                    estimate.low(),
                    estimate.high(),
                    chance);
        }
        return scope.shown(
                scope.task() + "-hits",
                "How often the intention was recognised, with 95 % intervals",
                "Hit rate: " + Sentences.highestAndLowest(meant.conditions(), estimates) + " Guessing among "
                        + meant.answers().size() + " answers gives " + Cell.shown(chance, 2) + ".",
                "Share of answers that name what the performer meant. " + Estimate.DEFINITION,
                new Plot.Intervals(
                        Axis.of("Hit rate", 0, 1),
                        List.of(new Plot.Guide(chance, "guessing")),
                        List.of(new Plot.Panel("", rows))),
                table.data(),
                scope.script("hits").with("conditions", meant.conditions()).with("answers", meant.answers()));
    }

    /** Wagner's unbiased hits above chance, by condition and intention. */
    Shown unbiased(Meant meant) {
        List<Plot.Panel> panels = new ArrayList<>();
        List<Double> ends = new ArrayList<>(List.of(0.0));
        long above = 0;
        long tested = 0;
        Tabled table = new Tabled()
                .column("condition", "Condition")
                .column("intention", "Intention")
                .column("participants", "Participants")
                .column("hits", "Hits")
                .column("shown", "Shown")
                .column("hit_rate", "Hit rate", 3)
                .column("low", "From", 3)
                .column("high", "To", 3)
                .column("hu", "Hu", 3)
                .column("hu_by_chance", "Hu by chance", 3)
                .column("hu_by_participant", "Hu by participant", 3)
                .column("above_chance", "Above chance", 3)
                .column("above_low", "From", 3)
                .column("above_high", "To", 3)
                .column("p", "p", 4);
        for (int c = 0; c < meant.conditions().size(); c++) {
            List<Plot.Row> rows = new ArrayList<>();
            for (HitRate rate : rates(meant, c)) {
                Optional<UnbiasedHits> each = rate.byParticipant().found();
                Optional<ClusteredMean> clustered = rate.rate().found();
                Optional<Interval> interval =
                        each.map(found -> found.difference().interval());
                interval.flatMap(Estimate::span).ifPresent(span -> ends.addAll(List.of(span.low(), span.high())));
                double above0 = each.map(found -> found.difference().mean()).orElse(Double.NaN);
                above += interval.filter(found -> found.low() > 0).isPresent() ? 1 : 0;
                tested += interval.isPresent() ? 1 : 0;
                rows.add(new Plot.Row(
                        meant.answers().get(rate.category()),
                        List.of(Plot.Mark.of(above0, interval.flatMap(Estimate::span))),
                        "n " + each.map(UnbiasedHits::participants).orElse(0)));
                table.row(
                        meant.conditions().get(c),
                        meant.answers().get(rate.category()),
                        each.map(UnbiasedHits::participants).orElse(0),
                        rate.pooled()
                                .found()
                                .map(found -> (double) found.hits())
                                .orElse(Double.NaN),
                        rate.pooled()
                                .found()
                                .map(found -> (double) found.trials())
                                .orElse(Double.NaN),
                        rate.pooled().found().map(found -> found.share()).orElse(Double.NaN),
                        clustered
                                .map(found -> found.interval().within(0, 1).low())
                                .orElse(Double.NaN),
                        clustered
                                .map(found -> found.interval().within(0, 1).high())
                                .orElse(Double.NaN),
                        rate.unbiased(),
                        rate.unbiasedByChance(),
                        each.map(UnbiasedHits::mean).orElse(Double.NaN),
                        above0,
                        interval.map(Interval::low).orElse(Double.NaN),
                        interval.map(Interval::high).orElse(Double.NaN),
                        each.map(UnbiasedHits::p).orElse(Double.NaN));
            }
            panels.add(new Plot.Panel(meant.conditions().get(c), rows));
        }
        return scope.shown(
                scope.task() + "-unbiased",
                "Unbiased hits above chance, by condition and intention",
                tested == 0
                        ? "Too few participants for an interval."
                        : above + " of " + tested + " are recognised above chance (the 95 % interval lies above 0); no "
                                + "correction for their number is made.",
                Method.HIT_RATE.title() + ": " + Method.HIT_RATE.source()
                        + ". Hu is the share of hits among the showings times their share among the answers, so that giving "
                        + "one answer always does not pay. Above chance: of each participant the arcsine of the root of Hu "
                        + "less that of Hu by chance, with Student’s interval.",
                new Plot.Intervals(
                        Axis.around(
                                "Arcsine of the root of Hu, less that by chance (radians)",
                                ends.stream().mapToDouble(Double::doubleValue).toArray()),
                        List.of(new Plot.Guide(0, "chance")),
                        panels),
                table.data(),
                scope.script("hits").with("conditions", meant.conditions()).with("answers", meant.answers()));
    }

    private static List<HitRate> rates(Meant meant, int condition) {
        return HitRate.of(
                meant.categories(),
                meant.answers().size(),
                meant.participants(),
                meant.participant(),
                meant.meantIn(condition),
                meant.answered(),
                Interval.CUSTOMARY);
    }

    /** What was taken for what, in one condition. */
    Shown confusion(Meant meant, int condition) {
        ConfusionMatrix matrix = ConfusionMatrix.of(
                meant.categories(), meant.answers().size(), meant.meantIn(condition), meant.answered());
        Tabled table = new Tabled().column("meant", "Meant");
        meant.answers().forEach(answer -> table.column(answer, answer));
        List<List<Long>> counts = new ArrayList<>();
        for (int i = 0; i < meant.categories(); i++) {
            List<Long> row = new ArrayList<>();
            List<Object> cells = new ArrayList<>(List.of(meant.answers().get(i)));
            for (long count : matrix.counts()[i]) {
                row.add(count);
                cells.add(count);
            }
            counts.add(row);
            table.row(cells.toArray());
        }
        String name = meant.conditions().get(condition);
        long hits = 0;
        for (int i = 0; i < meant.categories(); i++) {
            hits += matrix.hits(i);
        }
        return scope.shown(
                scope.task() + "-confusion-" + Names.slug(name),
                "What was taken for what: " + name,
                hits + " of " + Names.count(matrix.total(), "answer") + " name what was meant.",
                "Counts of answers, with their share of the row. Framed: what was meant was chosen.",
                new Plot.Matrix(
                        "what the performer meant",
                        "what was chosen",
                        meant.answers().subList(0, meant.categories()),
                        meant.answers(),
                        counts),
                table.data(),
                scope.script("hits").with("conditions", List.of(name)).with("answers", meant.answers()));
    }
}
