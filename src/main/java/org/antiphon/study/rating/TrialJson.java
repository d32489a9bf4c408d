package org.antiphon.study.rating;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.antiphon.study.design.AffectGrid;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Gems;
import org.antiphon.study.design.Option;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Scale;
import org.antiphon.study.design.StandardLabels;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Task;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Language;
import org.antiphon.study.design.document.Text;
import org.antiphon.study.session.Step;
import org.antiphon.study.session.answer.Accepts;
import org.antiphon.study.session.answer.Forms;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.Trial;

/** A page of a task. It says neither what is behind its clips nor why it is shown: a planted page looks like any other. */
final class TrialJson {

    private final Published published;
    private final Language language;
    private final StepJson.Links links;

    TrialJson(Published published, Language language, StepJson.Links links) {
        this.published = published;
        this.language = language;
        this.links = links;
    }

    void write(ObjectNode json, Step.Judging step, int of) {
        Trial trial = step.trial();
        Task task = published.study().task(trial.task());
        json.put("kind", "trial")
                .put("training", trial.purpose() instanceof Purpose.Training)
                .put("number", trial.number())
                .put("of", of)
                .put("paradigm", paradigm(task.paradigm()))
                .put("medium", name(published.study().presentation().medium()))
                .put("instruction", step.instruction().map(this::words).orElse(null));
        OptionalDouble share = published.study().checks().stream()
                .filter(check -> check instanceof Check.Listening listening
                        && listening.task().equals(task.id()))
                .mapToDouble(check -> ((Check.Listening) check).share())
                .max();
        json.put("listen", share.isPresent() ? share.getAsDouble() : null);
        clips(json.putArray("clips"), step.id(), trial);
        questions(json, task.paradigm(), trial);
    }

    /**
     * All clips of a page are of one length, as they are prepared; should they not be, the page must not tell. Captions
     * are those of the item, also where its pictures have the sound of another: they would tell otherwise.
     */
    private void clips(ArrayNode clips, String step, Trial trial) {
        double seconds = trial.slots().stream()
                .mapToDouble(slot -> published
                        .file(new Stimulus(trial.item(), slot.condition()))
                        .seconds())
                .max()
                .orElseThrow();
        String captions =
                published.study().item(trial.item()).captions().map(this::words).orElse(null);
        trial.slots().forEach(slot -> clips.addObject()
                .put("slot", slot.name())
                .put("role", name(slot.role()))
                .put("url", links.of(step, slot.name()))
                .put("seconds", seconds)
                .put("captions", captions));
    }

    private void questions(ObjectNode json, Paradigm paradigm, Trial trial) {
        if (paradigm instanceof Paradigm.Rating rating) {
            ArrayNode questions = json.putArray("questions");
            rating.scales().forEach(id -> scale(questions.addObject(), id));
        } else if (paradigm instanceof Paradigm.Mushra mushra) {
            sliders(json, mushra.question(), mushra.labels());
        } else if (paradigm instanceof Paradigm.MultiStimulus multi) {
            sliders(json, multi.question(), multi.labels());
        } else if (paradigm instanceof Paradigm.Intention intention) {
            intention(json, intention);
        } else {
            Text question = paradigm instanceof Paradigm.Preference preference
                    ? preference.question()
                    : paradigm instanceof Paradigm.Match match
                            ? match.question()
                            : ((Paradigm.Abx) paradigm).question();
            json.put("question", words(question)).put("key", Forms.CHOICE);
            ArrayNode choices = json.putArray("choices");
            Accepts accepts = Forms.of(published.study(), trial).fields().get(0).accepts();
            ((Accepts.OneOf) accepts).choices().forEach(choices::add);
        }
    }

    private void scale(ObjectNode json, Id id) {
        Scale scale = published.study().scale(id);
        json.put("key", id.text()).put("question", words(scale.question()));
        if (scale instanceof Scale.Likert likert) {
            json.put("kind", "likert")
                    .put("points", likert.points())
                    .put("low", words(likert.low()))
                    .put("high", words(likert.high()));
            ArrayNode labels = json.putArray("labels");
            likert.labels().forEach(label -> labels.add(words(label)));
        } else if (scale instanceof Scale.Acr acr) {
            json.put("kind", "acr").put("points", 5).putNull("low").putNull("high");
            labels(json, acr.labels());
        } else {
            Scale.Continuous continuous = (Scale.Continuous) scale;
            json.put("kind", "continuous")
                    .put("low", words(continuous.low()))
                    .put("high", words(continuous.high()))
                    .putArray("labels");
        }
    }

    private void sliders(ObjectNode json, Text question, List<Text> labels) {
        json.put("question", words(question));
        labels(json, labels);
    }

    /** The words of the study, or else those of the Recommendation. */
    private void labels(ObjectNode json, List<Text> own) {
        List<String> labels = own.isEmpty()
                ? StandardLabels.in(language).orElse(List.of())
                : own.stream().map(this::words).toList();
        labels.forEach(json.putArray("labels")::add);
    }

    private void intention(ObjectNode json, Paradigm.Intention intention) {
        json.put("question", words(intention.question())).put("key", Forms.INTENTION);
        options(json, intention.options(), language);
        json.putNull("affect").putNull("gems");
        intention.affect().ifPresent(grid -> affect(json.putObject("affect"), grid));
        intention.gems().ifPresent(gems -> gems(json.putObject("gems"), gems));
    }

    private void affect(ObjectNode json, AffectGrid grid) {
        json.put("key", Forms.AFFECT)
                .put("feeling", name(grid.feeling()))
                .put("question", words(grid.question()))
                .put("steps", grid.steps());
    }

    private void gems(ObjectNode json, Gems gems) {
        json.put("question", words(gems.question())).put("points", Gems.POINTS);
        ArrayNode items = json.putArray("items");
        for (Gems.Factor factor : Gems.Factor.values()) {
            items.addObject()
                    .put("key", Forms.key(factor))
                    .put("label", words(gems.labels().get(factor.id())));
        }
    }

    static void options(ObjectNode json, List<Option> options, Language language) {
        ArrayNode all = json.putArray("options");
        options.forEach(option -> all.addObject()
                .put("id", option.id().text())
                .put("label", option.label().in(language)));
    }

    private String words(Text text) {
        return text.in(language);
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String paradigm(Paradigm paradigm) {
        if (paradigm instanceof Paradigm.Rating) {
            return "rating";
        }
        if (paradigm instanceof Paradigm.Mushra) {
            return "mushra";
        }
        if (paradigm instanceof Paradigm.MultiStimulus) {
            return "multi-stimulus";
        }
        if (paradigm instanceof Paradigm.Preference) {
            return "preference";
        }
        if (paradigm instanceof Paradigm.Abx) {
            return "abx";
        }
        return paradigm instanceof Paradigm.Match ? "match" : "intention";
    }
}
