package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.dashboard.figure.Axis;
import org.antiphon.dashboard.figure.Cell;
import org.antiphon.dashboard.figure.Plot;
import org.antiphon.dashboard.figure.Span;
import org.antiphon.dashboard.reading.MetricRecord;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.statistics.Clusters;
import org.antiphon.dashboard.statistics.Correlation;
import org.antiphon.dashboard.statistics.Interval;
import org.antiphon.dashboard.statistics.Method;
import org.antiphon.dashboard.statistics.Result;

/** Mean ratings of clips against automatic metrics of the same clips. */
final class MetricFigures {

    private static final int RESAMPLES = 1000;

    private static final String CAVEAT =
            "One point is one clip. Clips of one item, or of one condition, are not independent, so intervals are too "
                    + "narrow rather than too wide; many metrics were looked at and nothing is corrected for their number.";

    private final Scope scope;
    private final Asked asked;
    private final Judged judged;
    private final Estimate[][] ratings;

    MetricFigures(Scope scope, Asked asked, Judged judged) {
        this.scope = scope;
        this.asked = asked;
        this.judged = judged;
        this.ratings = ratings();
    }

    /** Means of clips, by item, then condition. */
    private Estimate[][] ratings() {
        int conditions = judged.conditions().size();
        int[] clip = new int[judged.size()];
        for (int i = 0; i < clip.length; i++) {
            boolean known = judged.item()[i] >= 0 && judged.condition()[i] >= 0;
            clip[i] = known ? judged.item()[i] * conditions + judged.condition()[i] : -1;
        }
        List<Clusters> clusters = Cellwise.of(judged.items().size() * conditions, clip, judged);
        Estimate[][] found = new Estimate[judged.items().size()][conditions];
        for (int i = 0; i < found.length; i++) {
            for (int j = 0; j < conditions; j++) {
                found[i][j] = Estimate.plain(clusters.get(i * conditions + j), asked.lowest(), asked.highest());
            }
        }
        return found;
    }

    /** A metric with the clips that have both it and ratings, in columns. */
    private record Pairs(MetricRecord metric, List<String> items, List<String> conditions, double[] x, double[] y) {}

    private List<Pairs> pairs(List<MetricRecord> metrics) {
        Map<String, List<MetricRecord>> byName = new LinkedHashMap<>();
        metrics.stream()
                .filter(metric -> metric.value().isPresent() && metric.version() == scope.version())
                .filter(metric -> rating(metric).isPresent())
                .forEach(metric -> byName.computeIfAbsent(metric.metric(), name -> new ArrayList<>())
                        .add(metric));
        return byName.values().stream()
                .map(all -> new Pairs(
                        all.get(0),
                        all.stream().map(MetricRecord::item).toList(),
                        all.stream().map(MetricRecord::condition).toList(),
                        all.stream()
                                .mapToDouble(one -> one.value().getAsDouble())
                                .toArray(),
                        all.stream()
                                .mapToDouble(one -> rating(one).orElseThrow().mean())
                                .toArray()))
                .toList();
    }

    private Optional<Estimate> rating(MetricRecord metric) {
        int item = judged.items().indexOf(metric.item());
        int condition = judged.conditions().indexOf(metric.condition());
        return item < 0 || condition < 0 || Double.isNaN(ratings[item][condition].mean())
                ? Optional.empty()
                : Optional.of(ratings[item][condition]);
    }

    /** The correlation with each metric, and the clips by the metric that is wished for; none if nothing is measured. */
    List<Shown> of(List<MetricRecord> metrics) {
        List<Pairs> all = pairs(metrics);
        if (all.isEmpty()) {
            return List.of();
        }
        Pairs wished = all.stream()
                .filter(pairs -> scope.query()
                        .metric()
                        .filter(pairs.metric().metric()::equals)
                        .isPresent())
                .findFirst()
                .orElse(all.get(0));
        return List.of(correlations(all), scatter(wished));
    }

    private Shown correlations(List<Pairs> all) {
        List<Plot.Row> rows = new ArrayList<>();
        Tabled table = new Tabled()
                .column("metric", "Metric")
                .column("clips", "Clips")
                .column("pearson", "Pearson", 2)
                .column("pearson_low", "From", 2)
                .column("pearson_high", "To", 2)
                .column("pearson_p", "p", 4)
                .column("spearman", "Spearman", 2)
                .column("spearman_low", "From", 2)
                .column("spearman_high", "To", 2)
                .column("spearman_p", "p", 4)
                .column("kendall", "Kendall", 2)
                .column("kendall_low", "From", 2)
                .column("kendall_high", "To", 2)
                .column("kendall_p", "p", 4)
                .column("remark", "Remark");
        for (Pairs pairs : all) {
            Result<Correlation> pearson =
                    Correlation.pearson(pairs.x(), pairs.y(), Interval.CUSTOMARY, RESAMPLES, scope.seed());
            Result<Correlation> spearman =
                    Correlation.spearman(pairs.x(), pairs.y(), Interval.CUSTOMARY, RESAMPLES, scope.seed());
            Result<Correlation> kendall =
                    Correlation.kendall(pairs.x(), pairs.y(), Interval.CUSTOMARY, RESAMPLES, scope.seed());
            Object[] cells = {pairs.metric().metric(), pairs.x().length};
            for (Result<Correlation> one : List.of(pearson, spearman, kendall)) {
                cells = Tabled.joined(
                        cells,
                        one.found().map(Correlation::value).orElse(Double.NaN),
                        one.found().map(found -> found.interval().low()).orElse(Double.NaN),
                        one.found().map(found -> found.interval().high()).orElse(Double.NaN),
                        one.found().map(Correlation::p).orElse(Double.NaN));
            }
            table.row(Tabled.joined(cells, spearman.whyNot().orElse("")));
            spearman.found()
                    .ifPresent(found -> rows.add(new Plot.Row(
                            pairs.metric().label(),
                            List.of(Plot.Mark.of(found.value(), Estimate.span(found.interval()))),
                            "n " + found.clips())));
        }
        rows.sort(Comparator.comparingDouble(row -> -Math.abs(row.marks().get(0).value())));
        String statement = rows.isEmpty()
                ? "Correlations need 5 clips at least."
                : "Strongest of " + rows.size() + ": " + rows.get(0).label() + ". " + CAVEAT;
        return scope.shown(
                scope.task() + "-metrics-" + Names.slug(asked.key()),
                asked.name() + " against automatic metrics: rank correlation over clips, with 95 % intervals",
                statement,
                Method.PEARSON.title() + ": " + Method.PEARSON.source() + ". " + Method.SPEARMAN.title() + ": "
                        + Method.SPEARMAN.source() + ". " + Method.KENDALL.title() + ": " + Method.KENDALL.source()
                        + ". The picture shows Spearman’s, the table all three. What each metric can and cannot tell "
                        + "stands on the page “What the numbers say”; PESQ is a model of speech.",
                new Plot.Intervals(
                        Axis.of("Spearman’s rank correlation", -1, 1),
                        List.of(new Plot.Guide(0, "no correlation")),
                        List.of(new Plot.Panel("", rows))),
                table.data(),
                scope.script("metrics").with("scales", List.of(asked.key())));
    }

    private Shown scatter(Pairs pairs) {
        Map<String, List<Plot.Point>> groups = new LinkedHashMap<>();
        judged.conditions().forEach(condition -> groups.put(condition, new ArrayList<>()));
        Tabled table = new Tabled()
                .column("item", "Item")
                .column("condition", "Condition")
                .column("metric", pairs.metric().label(), 3)
                .column("rating", "Mean rating", 2)
                .column("low", "From", 2)
                .column("high", "To", 2);
        for (int i = 0; i < pairs.x().length; i++) {
            Estimate rating = ratings[judged.items().indexOf(pairs.items().get(i))][
                    judged.conditions().indexOf(pairs.conditions().get(i))];
            Optional<Span> span = rating.span();
            groups.get(pairs.conditions().get(i))
                    .add(new Plot.Point(pairs.items().get(i), pairs.x()[i], rating.mean(), span));
            table.row(
                    pairs.items().get(i),
                    pairs.conditions().get(i),
                    pairs.x()[i],
                    rating.mean(),
                    rating.low(),
                    rating.high());
        }
        Result<Correlation> rank =
                Correlation.spearman(pairs.x(), pairs.y(), Interval.CUSTOMARY, RESAMPLES, scope.seed());
        String note = rank.found()
                .map(found -> "Spearman " + Cell.shown(found.value(), 2) + " ["
                        + Cell.shown(found.interval().low(), 2) + ", "
                        + Cell.shown(found.interval().high(), 2)
                        + "] over " + Names.count(found.clips(), "clip"))
                .orElseGet(() -> rank.whyNot().orElse(""));
        String unit =
                pairs.metric().unit().isEmpty() ? "" : " (" + pairs.metric().unit() + ")";
        return scope.shown(
                scope.task() + "-metric-" + Names.slug(asked.key()),
                asked.name() + " against " + pairs.metric().label() + ", clip by clip",
                note + ". " + CAVEAT,
                "Each clip at its metric and its mean rating, with the 95 % interval of the mean; shapes are conditions. "
                        + Estimate.DEFINITION_T,
                new Plot.Scatter(
                        Axis.around(pairs.metric().label() + unit, pairs.x()),
                        Axis.of("Mean of " + asked.name(), asked.lowest(), asked.highest()),
                        groups.entrySet().stream()
                                .filter(group -> !group.getValue().isEmpty())
                                .map(group -> new Plot.Group(group.getKey(), group.getValue()))
                                .toList(),
                        note),
                table.data(),
                scope.script("clips")
                        .with("scales", List.of(asked.key()))
                        .with("metric", List.of(pairs.metric().metric()))
                        .with("lowest", List.of(Long.toString(Math.round(asked.lowest()))))
                        .with("highest", List.of(Long.toString(Math.round(asked.highest())))));
    }

    /** All metrics by name, with what they are called; those that are measured for at least one clip. */
    static Map<String, String> names(List<MetricRecord> metrics) {
        Map<String, String> names = new LinkedHashMap<>();
        metrics.stream()
                .filter(metric -> metric.value().isPresent())
                .forEach(metric -> names.putIfAbsent(metric.metric(), metric.label()));
        return names;
    }
}
