package org.antiphon.dashboard.results;

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
    private final ModelsQuery query;
    private final List<Shown> shown;

    ModelsView(List<Measure> all, ModelsQuery query) {
        this.all = all;
        this.own = query.own(all);
        this.query = query;
        this.shown = query.figures(own);
    }

    public boolean nothing() {
        return own.isEmpty();
    }

    public List<Choice> directions() {
        return all.stream()
                .map(Measure::direction)
                .distinct()
                .sorted()
                .map(way -> new Choice(way, Names.human(way), way.equals(query.direction())))
                .toList();
    }

    public List<Choice> metrics() {
        Map<String, String> labels = new LinkedHashMap<>();
        own.forEach(number -> labels.putIfAbsent(number.metric(), number.label()));
        return labels.entrySet().stream()
                .map(one ->
                        new Choice(one.getKey(), one.getValue(), one.getKey().equals(query.metric())))
                .toList();
    }

    public List<Choice> firsts() {
        return models(query.first());
    }

    public List<Choice> seconds() {
        return models(query.second());
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
        return shown.stream()
                .map(one -> ResultsView.drawn(
                        one,
                        ResultsView.files(ending -> query.address(one.figure().name(), ending))))
                .toList();
    }

    /** Why two models are not compared; empty if they are. */
    public String uncompared() {
        if (query.first().equals(query.second())) {
            return "All translations are by one model. When there are those of another, two can be compared here, clip by "
                    + "clip.";
        }
        return shown.stream().anyMatch(one -> one.figure().name().equals("models-compared"))
                ? ""
                : "These two models have no clip in common.";
    }

    /** A translation that can be looked at and listened to. */
    public record Clip(String address, String name, String model, long seed, String value) {}

    /** Of samples, the highest number first. */
    public List<Clip> clips() {
        return own.stream()
                .filter(number -> number.metric().equals(query.metric())
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
