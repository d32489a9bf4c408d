package org.antiphon.study.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antiphon.clip.Seed;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Condition;
import org.antiphon.study.design.Consent;
import org.antiphon.study.design.Expected;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Accepts;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.Form;
import org.antiphon.study.session.answer.Forms;
import org.antiphon.study.session.answer.PlayEvent;
import org.antiphon.study.session.answer.Value;
import org.antiphon.study.session.assignment.Assignment;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Tally;
import org.antiphon.study.session.assignment.Trial;

/** Takes part in a study as its ideal participant would: sees through every check, and tells a good clip from a bad one. */
public final class Robot {

    /** How long every clip is, in seconds. */
    static final double CLIP = 5;

    private final Study study;

    public Robot(Study study) {
        this.study = study;
    }

    Session begin() {
        return Session.begin(study, study.languages().get(0), new Seed(4));
    }

    /** The session after its next step. */
    Session step(Session session) {
        Step current = session.position().current().orElseThrow();
        if (current instanceof Step.Drawing) {
            return session.assigned(Assignment.draw(study, Tally.EMPTY, 1));
        }
        return take(session, current.id(), answer(current));
    }

    static Session take(Session session, String step, Answer answer) {
        Reply reply = session.give(step, answer);
        if (reply instanceof Reply.Taken taken) {
            return taken.session();
        }
        throw new AssertionError(step + " did not take " + answer + ": " + reply);
    }

    /** The session before the step whose id begins so. */
    Session until(String step) {
        Session session = begin();
        while (!session.position().current().orElseThrow().id().startsWith(step)) {
            session = step(session);
        }
        return session;
    }

    Session toTheEnd(Session from) {
        Session session = from;
        while (session.position().current().isPresent()) {
            session = step(session);
        }
        return session;
    }

    /** The right answer to a step. */
    public Answer answer(Step step) {
        if (step instanceof Step.Agreement agreement) {
            Set<Id> points = new HashSet<>();
            agreement.consent().points().stream().map(Consent.Point::id).forEach(points::add);
            return new Answer.Agreed(agreement.digest(), points);
        }
        if (step instanceof Step.Screening screening) {
            return screening(screening);
        }
        if (step instanceof Step.HeadphoneQuestion question) {
            return new Answer.Sound(question.test().right().get(question.question() - 1));
        }
        if (step instanceof Step.Asking asking) {
            return new Answer.Filled(values(Forms.of(asking.questionnaire())));
        }
        if (step instanceof Step.Judging judging) {
            return judged(judging);
        }
        return new Answer.Read();
    }

    private static Answer screening(Step.Screening step) {
        if (step.check() instanceof Check.Age) {
            return new Answer.OldEnough(true);
        }
        if (step.check() instanceof Check.Region region) {
            return new Answer.Country(region.countries().get(0));
        }
        if (step.check() instanceof Check.Browser) {
            return new Answer.Tried(true, true);
        }
        return new Answer.Volume(0.5);
    }

    Answer.Judged judged(Step.Judging step) {
        Map<String, Value> values = new HashMap<>(values(step.form()));
        if (step.trial().purpose() instanceof Purpose.Planted planted
                && ((Check.Planted) study.check(planted.check())).expected() instanceof Expected.Chosen chosen) {
            values.put(Forms.INTENTION, new Value.Choice(chosen.chooses().text()));
        } else {
            right(step.trial(), values);
        }
        Duration took =
                Duration.ofSeconds(3 + Math.round(CLIP * step.trial().slots().size()));
        return new Answer.Judged(values, plays(step.trial()), took);
    }

    private void right(Trial trial, Map<String, Value> values) {
        Paradigm paradigm = study.task(trial.task()).paradigm();
        if (paradigm instanceof Paradigm.Mushra) {
            trial.slots(Slot.Role.JUDGED)
                    .forEach(slot -> values.put(slot.name(), new Value.Amount(worth(slot.condition()))));
        } else if (paradigm instanceof Paradigm.Match || paradigm instanceof Paradigm.Preference) {
            Slot a = trial.slots().get(0);
            Slot b = trial.slots().get(1);
            values.put(Forms.CHOICE, new Value.Choice(worth(a.condition()) > worth(b.condition()) ? "A" : "B"));
        } else if (paradigm instanceof Paradigm.Abx) {
            Id unknown = trial.slot(Slot.UNKNOWN).orElseThrow().condition();
            trial.slots(Slot.Role.COMPARED).stream()
                    .filter(slot -> slot.condition().equals(unknown))
                    .forEach(slot -> values.put(Forms.CHOICE, new Value.Choice(slot.name())));
        } else if (paradigm instanceof Paradigm.Intention) {
            values.put(
                    Forms.INTENTION,
                    new Value.Choice(
                            study.item(trial.item()).intention().orElseThrow().text()));
        }
    }

    private double worth(Id condition) {
        Condition is = study.condition(condition);
        if (is instanceof Condition.Anchor anchor) {
            return anchor.cutoff() / 100.0;
        }
        return is instanceof Condition.GroundTruth ? 100 : is instanceof Condition.Shuffled ? 10 : 80;
    }

    private static List<PlayEvent> plays(Trial trial) {
        List<PlayEvent> plays = new ArrayList<>();
        long at = 500;
        for (Slot slot : trial.slots()) {
            plays.add(new PlayEvent(slot.name(), PlayEvent.Kind.STARTED, 0, Duration.ofMillis(at)));
            at += Math.round(CLIP * 1000);
            plays.add(new PlayEvent(slot.name(), PlayEvent.Kind.ENDED, CLIP, Duration.ofMillis(at)));
        }
        return plays;
    }

    private static Map<String, Value> values(Form form) {
        Map<String, Value> values = new HashMap<>();
        form.fields().forEach(field -> values.put(field.key(), value(field.accepts())));
        return values;
    }

    private static Value value(Accepts accepts) {
        if (accepts instanceof Accepts.Range range) {
            return new Value.Amount(range.highest());
        }
        if (accepts instanceof Accepts.OneOf one) {
            return new Value.Choice(one.choices().get(0));
        }
        if (accepts instanceof Accepts.SomeOf some) {
            return new Value.Choices(Set.of(some.choices().get(0)));
        }
        return accepts instanceof Accepts.Grid ? new Value.Cell(1, 5) : new Value.Words("words");
    }
}
