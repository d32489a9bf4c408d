package org.antiphon.study.rating;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Option;
import org.antiphon.study.design.Question;
import org.antiphon.study.design.Questionnaire;
import org.antiphon.study.design.document.Language;
import org.antiphon.study.design.document.Text;
import org.antiphon.study.session.Step;
import org.antiphon.study.session.check.HeadphoneTest;

/** What a page needs to show a step, in the language of the session; nothing in it tells a condition. */
final class StepJson {

    private final Published published;
    private final Language language;
    private final Links links;

    /** Addresses of clips and sounds. */
    interface Links {

        /** The address under which the clip of that slot is given for that step. */
        String of(String step, String slot);
    }

    StepJson(Published published, Language language, Links links) {
        this.published = published;
        this.language = language;
        this.links = links;
    }

    /** @param of how many pages there are of the kind of this one, itself included; 0 where that is not counted */
    ObjectNode of(Step step, int of) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", step.id());
        if (step instanceof Step.Agreement agreement) {
            agreement(json, agreement);
        } else if (step instanceof Step.Screening screening) {
            screening(json, screening);
        } else if (step instanceof Step.HeadphoneQuestion question) {
            headphones(json, question);
        } else if (step instanceof Step.Asking asking) {
            asking(json, asking.questionnaire());
        } else if (step instanceof Step.Judging judging) {
            new TrialJson(published, language, links).write(json, judging, of);
        } else {
            Step.Reading reading = (Step.Reading) step;
            json.put("kind", reading.id().startsWith("break-") ? "break" : "instructions");
            json.put("text", words(reading.text()));
        }
        json.put("seconds", step.expected().toSeconds());
        return json;
    }

    private String words(Text text) {
        return text.in(language);
    }

    private String words(Optional<Text> text) {
        return text.map(this::words).orElse(null);
    }

    private void agreement(ObjectNode json, Step.Agreement step) {
        json.put("kind", "consent").put("text", words(step.consent().text()));
        ArrayNode points = json.putArray("points");
        step.consent().points().forEach(point -> points.addObject()
                .put("id", point.id().text())
                .put("text", words(point.text()))
                .put("required", point.required()));
        json.put("contact", words(step.consent().contact()))
                .put("digest", step.digest().hex());
    }

    private void screening(ObjectNode json, Step.Screening step) {
        Check.Screening check = step.check();
        if (check instanceof Check.Age age) {
            json.put("kind", "age").put("minimum", age.minimum());
        } else if (check instanceof Check.Region) {
            // which countries may take part is not told: nobody is to be tempted
            json.put("kind", "region");
        } else {
            json.put("kind", check instanceof Check.Level ? "level" : "browser");
            json.put("medium", TrialJson.name(published.study().presentation().medium()));
            json.putObject("clip")
                    .put("slot", Sounds.TRY)
                    .put("role", "judged")
                    .put("url", links.of(step.id(), Sounds.TRY))
                    .put("seconds", published.trial().seconds());
        }
    }

    private void headphones(ObjectNode json, Step.HeadphoneQuestion step) {
        json.put("kind", "headphones")
                .put("method", step.check().method().name().toLowerCase(Locale.ROOT))
                .put("attempt", step.attempt())
                .put("attempts", step.check().attempts())
                .put("number", step.question())
                .put("of", step.test().questions());
        ArrayNode sounds = json.putArray("sounds");
        for (int sound = 1; sound <= HeadphoneTest.SOUNDS; sound++) {
            sounds.add(links.of(step.id(), Sounds.slot(sound)));
        }
    }

    private void asking(ObjectNode json, Questionnaire questionnaire) {
        json.put("kind", "questionnaire").put("title", words(questionnaire.title()));
        ArrayNode questions = json.putArray("questions");
        for (Question question : questionnaire.questions()) {
            ObjectNode one = questions
                    .addObject()
                    .put("id", question.id().text())
                    .put("question", words(question.question()))
                    .put("optional", question.optional());
            if (question instanceof Question.Choice choice) {
                one.put("kind", "choice");
                options(one, choice.options());
            } else if (question instanceof Question.Choices choices) {
                one.put("kind", "choices").put("least", choices.least()).put("most", choices.most());
                options(one, choices.options());
            } else if (question instanceof Question.Words free) {
                one.put("kind", "words").put("longest", free.longest());
            } else if (question instanceof Question.Amount amount) {
                one.put("kind", "number")
                        .put("least", amount.least())
                        .put("most", amount.most())
                        .put("whole", amount.whole());
            } else {
                Question.Points points = (Question.Points) question;
                one.put("kind", "likert")
                        .put("points", points.points())
                        .put("low", words(points.low()))
                        .put("high", words(points.high()));
            }
        }
    }

    private void options(ObjectNode json, List<Option> options) {
        TrialJson.options(json, options, language);
    }
}
