package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.antiphon.dashboard.figure.Axis;
import org.antiphon.dashboard.figure.Data;
import org.antiphon.dashboard.figure.Figure;
import org.antiphon.dashboard.figure.Plot;
import org.antiphon.dashboard.figure.Script;
import org.antiphon.dashboard.figure.Span;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.results.TranslationNumbers.Measure;
import org.antiphon.dashboard.statistics.CellMeans;
import org.antiphon.dashboard.statistics.Clusters;
import org.antiphon.dashboard.statistics.CohenDz;
import org.antiphon.dashboard.statistics.Interval;
import org.antiphon.dashboard.statistics.MeanDifference;
import org.antiphon.dashboard.statistics.Method;
import org.antiphon.dashboard.statistics.PairedComparison;
import org.antiphon.dashboard.statistics.SignedRank;
import org.antiphon.metric.Metrics;

/** Models compared by the metrics of what they translated: clips are drawn from a corpus, so intervals are over clips. */
final class ModelFigures {

    private static final String OVER_CLIPS =
            " The 95 % interval takes translations of one clip for alike and speaks of other clips of the corpus: "
                    + Method.BOUNDED_T.source() + ".";

    private ModelFigures() {}

    /** What the numbers of a metric cannot leave; infinite where there is no end, or the metric is not known any more. */
    record Range(double lowest, double highest) {

        static Range of(String metric) {
            return Metrics.cards().stream()
                    .filter(card -> card.name().equals(metric))
                    .findFirst()
                    .map(card -> new Range(card.lowest(), card.highest()))
                    .orElse(new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        }

        /** Only ends that there are. */
        Script told(Script script) {
            Script told = Double.isInfinite(lowest) ? script : script.with("lowest", lowest);
            return Double.isInfinite(highest) ? told : told.with("highest", highest);
        }
    }

    /** One metric by corpus and model, or by model and seed. */
    static Shown means(
            String name,
            String title,
            List<Measure> numbers,
            Function<Measure, String> panel,
            Function<Measure, String> row,
            Range range,
            Script script) {
        Map<String, Map<String, List<Measure>>> cells = new TreeMap<>();
        numbers.forEach(number -> cells.computeIfAbsent(panel.apply(number), key -> new TreeMap<>())
                .computeIfAbsent(row.apply(number), key -> new ArrayList<>())
                .add(number));
        List<Plot.Panel> panels = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        Tabled table = new Tabled()
                .column("group", "Group")
                .column("of", "Of")
                .column("clips", "Clips")
                .column("translations", "Translations")
                .column("mean", "Mean", 3)
                .column("low", "From", 3)
                .column("high", "To", 3);
        cells.forEach((heading, rows) -> {
            List<Plot.Row> drawn = new ArrayList<>();
            rows.forEach((label, some) -> {
                Estimate mean = Estimate.bounded(clusters(some), range.lowest(), range.highest());
                ends.add(mean.mean());
                mean.span().ifPresent(span -> ends.addAll(List.of(span.low(), span.high())));
                drawn.add(new Plot.Row(
                        label, List.of(Plot.Mark.of(mean.mean(), mean.span())), "n " + mean.participants()));
                table.row(heading, label, mean.participants(), mean.ratings(), mean.mean(), mean.low(), mean.high());
            });
            panels.add(new Plot.Panel(heading, drawn));
        });
        Measure any = numbers.get(0);
        return shown(
                name,
                title,
                Names.count(numbers.size(), "translation")
                        + " measured. What a metric can and cannot tell stands on the "
                        + "page “What the numbers say”.",
                "Mean of " + any.label() + " over translations." + OVER_CLIPS,
                new Plot.Intervals(
                        Axis.around(
                                any.label() + (any.unit().isEmpty() ? "" : " (" + any.unit() + ")"),
                                ends.stream().mapToDouble(Double::doubleValue).toArray()),
                        List.of(),
                        panels),
                table.data(),
                script);
    }

    private static Clusters clusters(List<Measure> numbers) {
        Map<String, Integer> clips = new LinkedHashMap<>();
        int[] clip = numbers.stream()
                .mapToInt(number -> clips.computeIfAbsent(number.clip(), key -> clips.size()))
                .toArray();
        return Clusters.of(
                clips.size(), clip, numbers.stream().mapToDouble(Measure::value).toArray());
    }

    /** Two models on the clips that both translated, by every metric; empty if they have no clip in common. */
    static Optional<Shown> compared(List<Measure> numbers, String first, String second, Script script) {
        Map<String, List<Measure>> byMetric = new LinkedHashMap<>();
        numbers.stream()
                .filter(number -> number.model().equals(first) || number.model().equals(second))
                .forEach(number -> byMetric.computeIfAbsent(number.metric(), key -> new ArrayList<>())
                        .add(number));
        List<String> names = new ArrayList<>();
        List<PairedComparison> all = new ArrayList<>();
        byMetric.values().forEach(some -> {
            names.add(some.get(0).label());
            all.add(pair(some, first));
        });
        double[] holm = org.antiphon.dashboard.statistics.Holm.adjust(all.stream()
                .mapToDouble(pair -> pair.test().found().map(SignedRank::p).orElse(Double.NaN))
                .toArray());
        if (all.stream().noneMatch(pair -> pair.pairs() > 0)) {
            return Optional.empty();
        }
        List<Plot.Row> rows = new ArrayList<>();
        List<Double> ends = new ArrayList<>(List.of(0.0));
        Tabled table = new Tabled()
                .column("metric", "Metric")
                .column("clips", "Clips")
                .column("difference", "Difference", 3)
                .column("low", "From", 3)
                .column("high", "To", 3)
                .column("p", "p", 4)
                .column("p_holm", "p (Holm)", 4)
                .column("dz", "dz", 2)
                .column("dz_low", "dz from", 2)
                .column("dz_high", "dz to", 2);
        long apart = 0;
        for (int i = 0; i < all.size(); i++) {
            PairedComparison pair = all.get(i);
            Optional<MeanDifference> difference = pair.difference().found();
            Optional<CohenDz> effect = pair.effect().found();
            Optional<Span> span = effect.flatMap(found -> Estimate.span(found.interval()));
            span.ifPresent(found -> ends.addAll(List.of(found.low(), found.high())));
            if (effect.isPresent()) {
                rows.add(new Plot.Row(
                        names.get(i), List.of(Plot.Mark.of(effect.get().value(), span)), "n " + pair.pairs()));
            }
            apart += holm[i] < 0.05 ? 1 : 0;
            table.row(
                    names.get(i),
                    pair.pairs(),
                    difference.map(MeanDifference::mean).orElse(Double.NaN),
                    difference.map(found -> found.interval().low()).orElse(Double.NaN),
                    difference.map(found -> found.interval().high()).orElse(Double.NaN),
                    pair.test().found().map(SignedRank::p).orElse(Double.NaN),
                    holm[i],
                    effect.map(CohenDz::value).orElse(Double.NaN),
                    effect.map(found -> found.interval().low()).orElse(Double.NaN),
                    effect.map(found -> found.interval().high()).orElse(Double.NaN));
        }
        rows.sort(Comparator.comparingDouble(row -> -Math.abs(row.marks().get(0).value())));
        return Optional.of(shown(
                "models-compared",
                first + " less " + second + ": effect by metric, with 95 % intervals",
                apart + " of " + Names.count(all.size(), "metric")
                        + " differ by the signed-rank test after Holm’s correction (p < 0.05). For some metrics less is "
                        + "better; a metric that does not differ is not thereby alike.",
                "Of each clip that both translated the mean over seeds, one model’s less the other’s; dz is their mean in "
                        + "their own standard deviation. " + Method.COHEN_DZ.source() + ". "
                        + Method.SIGNED_RANK.source() + ". " + Method.HOLM.source() + ".",
                new Plot.Intervals(
                        Axis.around(
                                "dz",
                                ends.stream().mapToDouble(Double::doubleValue).toArray()),
                        List.of(new Plot.Guide(0, "no difference")),
                        List.of(new Plot.Panel("", rows))),
                table.data(),
                script));
    }

    private static PairedComparison pair(List<Measure> numbers, String first) {
        Map<String, Integer> clips = new LinkedHashMap<>();
        int[] clip = numbers.stream()
                .mapToInt(number -> clips.computeIfAbsent(number.clip(), key -> clips.size()))
                .toArray();
        int[] model = numbers.stream()
                .mapToInt(number -> number.model().equals(first) ? 0 : 1)
                .toArray();
        double[] value = numbers.stream().mapToDouble(Measure::value).toArray();
        return PairedComparison.of(
                        CellMeans.of(clips.size(), 2, clip, model, value),
                        List.of(new int[] {0, 1}),
                        SignedRank.Zeros.LEFT_OUT,
                        Interval.CUSTOMARY)
                .get(0);
    }

    private static Shown shown(
            String name, String title, String statement, String definition, Plot plot, Data data, Script script) {
        return new Shown(
                new Figure(
                        name,
                        title,
                        Sentences.described(title, statement, data),
                        definition,
                        plot,
                        data,
                        Optional.of(script)),
                statement);
    }
}
