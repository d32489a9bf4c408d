package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antiphon.dashboard.figure.Cell;
import org.antiphon.dashboard.results.ResultsView.Choice;
import org.antiphon.dashboard.results.ResultsView.Drawn;
import org.antiphon.dashboard.results.Section.Shown;
import org.antiphon.dashboard.results.TranslationNumbers.Measure;

/** Translations in numbers as their page shows them; public because the template reads it. */
public final class ModelsView {

    private static final int MOST_LISTED = 200;

    private final List<Measure> all;
    private final List<Measure> own;
    private final Drawings drawings;

    /** What is shown: a direction, a metric, and two models. */
    record Drawings(String direction, String metric, String first, String second) {}

    /** @param own numbers of the direction that is shown */
    ModelsView(List<Measure> all, List<Measure> own, Drawings drawings) {
        this.all = all;
        this.own = own;
        this.drawings = drawings;
    }

    public boolean nothing() {
        return own.isEmpty();
    }

    public List<Choice> directions() {
        return all.stream()
                .map(Measure::direction)
                .distinct()
                .sorted()
                .map(way -> new Choice(way, Names.human(way), way.equals(drawings.direction())))
                .toList();
    }

    public List<Choice> metrics() {
        Map<String, String> labels = new LinkedHashMap<>();
        own.forEach(number -> labels.putIfAbsent(number.metric(), number.label()));
        return labels.entrySet().stream()
                .map(one ->
                        new Choice(one.getKey(), one.getValue(), one.getKey().equals(drawings.metric())))
                .toList();
    }

    public List<Choice> firsts() {
        return models(drawings.first());
    }

    public List<Choice> seconds() {
        return models(drawings.second());
    }

    private List<Choice> models(String chosen) {
        return own.stream()
                .map(Measure::model)
                .distinct()
                .sorted()
                .map(model -> new Choice(model, model, model.equals(chosen)))
                .toList();
    }

    public List<Drawn> figures() {
        List<Measure> shown = own.stream()
                .filter(number -> number.metric().equals(drawings.metric()))
                .toList();
        List<Shown> figures = new ArrayList<>();
        figures.add(ModelFigures.means(
                "models-corpora", "By corpus and model, with 95 % intervals", shown, Measure::corpus, Measure::model));
        figures.add(ModelFigures.means(
                "models-seeds",
                "By model and seed, with 95 % intervals",
                shown,
                Measure::model,
                number -> "seed " + number.seed()));
        if (!drawings.first().equals(drawings.second())) {
            ModelFigures.compared(own, drawings.first(), drawings.second()).ifPresent(figures::add);
        }
        return figures.stream().map(one -> ResultsView.drawn(one, List.of())).toList();
    }

    /** Why two models are not compared; empty if they are. */
    public String uncompared() {
        if (drawings.first().equals(drawings.second())) {
            return "All translations are by one model. When there are those of another, two can be compared here, clip by "
                    + "clip.";
        }
        return ModelFigures.compared(own, drawings.first(), drawings.second()).isPresent()
                ? ""
                : "These two models have no clip in common.";
    }

    /** A translation that can be looked at and listened to. */
    public record Clip(String address, String name, String model, long seed, String value) {}

    /** Of samples, the highest number first. */
    public List<Clip> clips() {
        return own.stream()
                .filter(number -> number.metric().equals(drawings.metric())
                        && !number.translation().isEmpty())
                .sorted(Comparator.comparingDouble(number -> -number.value()))
                .limit(MOST_LISTED)
                .map(number -> new Clip(
                        "/translations/" + number.translation(),
                        number.clip(),
                        number.model(),
                        number.seed(),
                        Cell.shown(number.value(), 3) + " " + number.unit()))
                .toList();
    }
}
