package org.antiphon.study.rating;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antiphon.study.design.Way;
import org.antiphon.study.design.document.Language;
import org.antiphon.study.session.Ending;
import org.antiphon.study.session.Position;
import org.antiphon.study.session.Step;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.TaskAssignment;
import org.antiphon.study.session.assignment.Trial;

/** Where a session stands, as its participant's page is told. */
@ApplicationScoped
class StateJson {

    private static final String BACK_TO_PROLIFIC = "https://app.prolific.com/submissions/complete?cc=";

    /** Languages written from right to left, by their ISO 639 codes. */
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi", "ji");

    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS = Set.of("Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm");

    private final Handles handles;

    @Inject
    StateJson(Handles handles) {
        this.handles = handles;
    }

    ObjectNode of(Visit visit) {
        Position position = visit.session().position();
        Language language = visit.session().language();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("session", visit.token())
                .put("slug", visit.session().study().id().text())
                .put("title", visit.session().study().title().in(language))
                .put("language", language.tag());
        ArrayNode languages = json.putArray("languages");
        visit.session().study().languages().forEach(one -> languages.add(one.tag()));
        json.put("rtl", rightToLeft(language)).put("revision", visit.saved().size());
        json.set(
                "saved",
                visit.saved().isEmpty()
                        ? null
                        : saved(visit.saved().get(visit.saved().size() - 1)));
        json.putObject("progress")
                .put("done", position.done())
                .put("ahead", position.ahead())
                .put("secondsLeft", position.left().toSeconds());
        StepJson steps = new StepJson(
                visit.published(),
                language,
                (step, slot) -> "/api/taking/sessions/" + visit.token() + "/media/" + handles.of(visit, step, slot));
        json.set(
                "step",
                position.current().map(step -> steps.of(step, of(visit, step))).orElse(null));
        json.set(
                "next",
                position.next().map(step -> steps.of(step, of(visit, step))).orElse(null));
        json.set("end", position.ending().map(ending -> end(visit, ending)).orElse(null));
        json.put("withdrawal", visit.withdrawalCode());
        return json;
    }

    static ObjectNode saved(Visit.Saved saved) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", saved.key().toString())
                .put("step", saved.step())
                .put("at", saved.at().toString());
    }

    /** How many pages the task has, or the attempt of its training. */
    private static int of(Visit visit, Step step) {
        if (!(step instanceof Step.Judging judging)) {
            return 0;
        }
        Trial trial = judging.trial();
        TaskAssignment task = visit.session().assignment().orElseThrow().of(trial.task());
        return trial.purpose() instanceof Purpose.Training training
                ? task.training().get(training.attempt() - 1).size()
                : task.trials().size();
    }

    private static ObjectNode end(Visit visit, Ending ending) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        boolean completed = ending instanceof Ending.Completed;
        json.put("kind", Progress.status(ending));
        json.put(
                "text",
                visit.session()
                        .study()
                        .thanks()
                        .filter(thanks -> completed)
                        .map(thanks -> thanks.in(visit.session().language()))
                        .orElse(null));
        Optional<String> code = visit.way().equals(Beginning.PROLIFIC) && !(ending instanceof Ending.Declined)
                ? visit.session().study().recruitment().ways().stream()
                        .filter(way -> way instanceof Way.Prolific)
                        .map(way -> (Way.Prolific) way)
                        .findFirst()
                        .flatMap(way -> completed ? Optional.of(way.completed()) : way.screenedOut())
                : Optional.empty();
        json.put("code", code.orElse(null));
        json.put(
                "redirect",
                code.map(text -> BACK_TO_PROLIFIC + URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .orElse(null));
        return json;
    }

    static boolean rightToLeft(Language language) {
        Locale locale = Locale.forLanguageTag(language.tag());
        return locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT.contains(locale.getLanguage())
                : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
    }
}
