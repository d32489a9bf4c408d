package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.dashboard.figure.Axis;
import org.antiphon.dashboard.figure.Plot;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.statistics.Distribution;
import org.antiphon.dashboard.statistics.Method;
import org.antiphon.dashboard.statistics.Result;
import org.antiphon.dashboard.statistics.Summary;

/** How ratings are spread: every point of a scale of few points, quartiles of a slider. */
final class SpreadFigures {

    private final Scope scope;

    SpreadFigures(Scope scope) {
        this.scope = scope;
    }

    Shown of(Asked asked, Judged judged) {
        return asked.stepped() ? points(asked, judged) : quartiles(asked, judged);
    }

    private Shown points(Asked asked, Judged judged) {
        List<Plot.Bar> bars = new ArrayList<>();
        Tabled table = new Tabled()
                .column("condition", "Condition")
                .column("ratings", "Ratings")
                .column("median", "Median", 1);
        asked.points().forEach(point -> table.column("points_" + point, point));
        long atEnds = 0;
        long total = 0;
        for (int i = 0; i < judged.conditions().size(); i++) {
            double[] values = judged.valuesOf(i);
            Distribution spread = Distribution.ofPoints(asked.lowest(), asked.highest(), 1, values);
            List<Long> counts = new ArrayList<>();
            List<Object> cells = new ArrayList<>(List.of(
                    judged.conditions().get(i),
                    spread.total(),
                    Summary.of(values).found().map(Summary::median).orElse(Double.NaN)));
            for (long count : spread.counts()) {
                counts.add(count);
                cells.add(count);
            }
            bars.add(new Plot.Bar(judged.conditions().get(i), counts));
            table.row(cells.toArray());
            atEnds += counts.get(0) + counts.get(counts.size() - 1);
            total += spread.total();
        }
        String statement = total == 0
                ? "Nobody has answered yet."
                : Math.round(100.0 * atEnds / total) + " % of " + Names.count(total, "rating")
                        + " are at one of the ends of the scale.";
        String title = asked.name() + ": how often each point was chosen";
        return scope.shown(
                scope.task() + "-distribution-" + Names.slug(asked.key()),
                title,
                statement,
                "Shares of all ratings of a condition. Bars are cut where one point ends and the next begins; the more "
                        + "ink, the higher the point. Nothing here says how sure the shares are.",
                new Plot.Distribution(
                        asked.points(), named(asked.low(), "lowest"), named(asked.high(), "highest"), bars),
                table.data(),
                scope.script("distribution")
                        .with("scales", List.of(asked.key()))
                        .with("points", asked.points()));
    }

    private static String named(String words, String otherwise) {
        return words.isEmpty() ? otherwise : words;
    }

    private Shown quartiles(Asked asked, Judged judged) {
        List<Plot.Strip> strips = new ArrayList<>();
        Tabled table = new Tabled()
                .column("condition", "Condition")
                .column("ratings", "Ratings")
                .column("least", "Least", 1)
                .column("lower_quartile", "1st quartile", 1)
                .column("median", "Median", 1)
                .column("upper_quartile", "3rd quartile", 1)
                .column("most", "Most", 1);
        List<Result<Summary>> found = Summary.byGroup(judged.conditions().size(), judged.condition(), judged.value());
        for (int i = 0; i < found.size(); i++) {
            String condition = judged.conditions().get(i);
            Optional<Summary> summary = found.get(i).found();
            summary.ifPresent(s -> {
                strips.add(new Plot.Strip(
                        condition,
                        s.lowest(),
                        s.lowerQuartile(),
                        s.median(),
                        s.upperQuartile(),
                        s.highest(),
                        "n " + s.count()));
                table.row(
                        condition,
                        s.count(),
                        s.lowest(),
                        s.lowerQuartile(),
                        s.median(),
                        s.upperQuartile(),
                        s.highest());
            });
        }
        String title = asked.name() + ": median and quartiles by condition";
        return scope.shown(
                scope.task() + "-quartiles-" + Names.slug(asked.key()),
                title,
                strips.isEmpty()
                        ? "Nobody has answered yet."
                        : "Half of the ratings of a condition lie in its box, the median at the thick bar, all on the line.",
                "Median and quartiles: " + Method.QUARTILES.source() + ".",
                new Plot.Quantiles(Axis.of(asked.axis(), asked.lowest(), asked.highest()), strips),
                table.data(),
                scope.script("distribution")
                        .with("scales", List.of(asked.key()))
                        .with("points", List.of()));
    }
}
