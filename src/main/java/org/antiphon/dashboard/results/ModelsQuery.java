package org.antiphon.dashboard.results;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antiphon.dashboard.figure.Script;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.results.TranslationNumbers.Measure;

/** What is looked at of translations in numbers: a direction, a metric, and two models; empty where there is none. */
record ModelsQuery(String direction, String metric, String first, String second) {

    /**
     * What is wished for; what there is first, where nothing is wished for or that is only there in the other direction.
     *
     * @throws org.antiphon.platform.ProblemException 400 for what is nowhere
     */
    static ModelsQuery of(
            List<Measure> all,
            Optional<String> direction,
            Optional<String> metric,
            Optional<String> first,
            Optional<String> second) {
        String way = one("direction", direction, all, all, Measure::direction);
        List<Measure> own = in(all, way);
        String one = one("first", first, all, own, Measure::model);
        List<Measure> others =
                own.stream().filter(number -> !number.model().equals(one)).toList();
        return new ModelsQuery(
                way,
                one("metric", metric, all, own, Measure::metric),
                one,
                one("second", second, all, second.isPresent() || others.isEmpty() ? own : others, Measure::model));
    }

    private static String one(
            String name,
            Optional<String> wish,
            List<Measure> anywhere,
            List<Measure> here,
            Function<Measure, String> property) {
        wish.filter(wished -> anywhere.stream().map(property).noneMatch(wished::equals))
                .ifPresent(wished -> {
                    throw ResultsQuery.bad(name, "is none of those that there are");
                });
        return wish.filter(wished -> here.stream().map(property).anyMatch(wished::equals))
                .or(() -> here.stream().map(property).findFirst())
                .orElse("");
    }

    private static List<Measure> in(List<Measure> all, String direction) {
        return all.stream()
                .filter(number -> number.direction().equals(direction))
                .toList();
    }

    /** The numbers of the direction. */
    List<Measure> own(List<Measure> all) {
        return in(all, direction);
    }

    /** The figures of these numbers; none if there are no numbers. */
    List<Shown> figures(List<Measure> own) {
        List<Measure> shown =
                own.stream().filter(number -> number.metric().equals(metric)).toList();
        List<Shown> figures = new ArrayList<>();
        ModelFigures.Range range = ModelFigures.Range.of(metric);
        if (!shown.isEmpty()) {
            figures.add(ModelFigures.means(
                    "models-corpora",
                    "By corpus and model, with 95 % intervals",
                    shown,
                    Measure::corpus,
                    Measure::model,
                    range,
                    range.told(means("corpus", "model"))));
            figures.add(ModelFigures.means(
                    "models-seeds",
                    "By model and seed, with 95 % intervals",
                    shown,
                    Measure::model,
                    number -> "seed " + number.seed(),
                    range,
                    range.told(means("model", "seed"))));
        }
        if (!first.equals(second)) {
            ModelFigures.compared(own, first, second, script("models-compared").with("models", List.of(first, second)))
                    .ifPresent(figures::add);
        }
        return figures;
    }

    private Script means(String panel, String line) {
        return script("models-means")
                .with("metric", List.of(metric))
                .with("panel", List.of(panel))
                .with("line", List.of(line));
    }

    private Script script(String kind) {
        return new Script(kind, java.util.Map.of(), java.util.Map.of()).with("direction", List.of(direction));
    }

    /** Where a figure of just this is to be had. */
    String address(String figure, String ending) {
        return "/api/models/figures/" + figure + "." + ending + "?direction=" + encoded(direction) + "&metric="
                + encoded(metric) + "&first=" + encoded(first) + "&second=" + encoded(second);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
