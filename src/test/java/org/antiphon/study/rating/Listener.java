package org.antiphon.study.rating;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import org.antiphon.study.session.Robot;
import org.antiphon.study.session.Step;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.Forms;
import org.antiphon.study.session.answer.Value;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Trial;

/** A simulated participant of {@link PlantedStudy}: looks up which clip is which, and answers as planted there. */
final class Listener implements Function<Participant, ObjectNode> {

    /** How somebody listens. */
    enum Ear {
        CAREFUL,
        /** Takes the hidden reference for worse than it is, in a third of the items. */
        MISSES_THE_REFERENCE,
        /** Hears nothing missing in the mid anchor, in a third of the items. */
        LIKES_THE_ANCHOR
    }

    private final Attending attending;
    private final Ear ear;
    private final SplittableRandom chance;
    /** By condition: some like one sound, others another. */
    private final Map<String, Double> levels = new HashMap<>();

    private int pages;

    Listener(Attending attending, Ear ear, long seed) {
        this.attending = attending;
        this.ear = ear;
        this.chance = new SplittableRandom(seed);
        new TreeSet<>(PlantedStudy.MEANS.keySet())
                .forEach(condition -> levels.put(condition, 7 * chance.nextGaussian()));
    }

    @Override
    public ObjectNode apply(Participant participant) {
        Visit visit = attending.listen(participant.session());
        Step step = visit.session().position().current().orElseThrow();
        Answer answer = new Robot(visit.session().study()).answer(step);
        if (!(step instanceof Step.Judging judging) || !(answer instanceof Answer.Judged judged)) {
            return participant.letter(AnswerJson.write(answer));
        }
        Answer planted = new Answer.Judged(values(judging.trial()), judged.plays(), judged.took());
        ObjectNode letter = participant.letter(AnswerJson.write(planted));
        letter.set("plays", AnswerJson.writePlays(judged.plays()));
        return letter.put("took", judged.took().toMillis());
    }

    private Map<String, Value> values(Trial trial) {
        Map<String, Value> values = new HashMap<>();
        if (trial.task().text().equals(PlantedStudy.LIKING)) {
            values.put(Forms.CHOICE, new Value.Choice(choice(trial)));
        } else {
            boolean third = pages++ % 3 == 0;
            trial.slots(Slot.Role.JUDGED)
                    .forEach(slot -> values.put(
                            slot.name(),
                            new Value.Amount(
                                    rating(trial.item().text(), slot.condition().text(), third))));
        }
        return values;
    }

    private double rating(String item, String condition, boolean third) {
        if (condition.equals(PlantedStudy.REFERENCE)) {
            boolean missed = third && ear == Ear.MISSES_THE_REFERENCE;
            return missed ? 70 + chance.nextInt(15) : 100 - chance.nextInt(8);
        }
        boolean undegraded = item.equals(PlantedStudy.UNDEGRADED) || third && ear == Ear.LIKES_THE_ANCHOR;
        if (condition.equals(PlantedStudy.MID_ANCHOR) && undegraded) {
            return 92 + chance.nextInt(7);
        }
        double rating = PlantedStudy.MEANS.get(condition) + levels.get(condition) + 9 * chance.nextGaussian();
        return Math.rint(Math.max(0, Math.min(100, rating)));
    }

    /** By Davidson's model. */
    private String choice(Trial trial) {
        double a = Math.exp(
                PlantedStudy.STRENGTHS.get(trial.slots().get(0).condition().text()));
        double b = Math.exp(
                PlantedStudy.STRENGTHS.get(trial.slots().get(1).condition().text()));
        double tie = PlantedStudy.TIES * Math.sqrt(a * b);
        double drawn = chance.nextDouble() * (a + b + tie);
        return drawn < a
                ? trial.slots().get(0).name()
                : drawn < a + b ? trial.slots().get(1).name() : Forms.TIE;
    }
}
