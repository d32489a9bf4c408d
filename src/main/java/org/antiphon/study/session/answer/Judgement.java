package org.antiphon.study.session.answer;

import java.util.Optional;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Trial;

/** A page and what was answered to it; only the server puts the two together. */
public record Judgement(Trial trial, Answer.Judged answer) {

    /** The condition that was chosen, empty for a tie or where nothing is chosen. */
    public Optional<Id> chosenCondition() {
        return answer.values().get(Forms.CHOICE) instanceof Value.Choice choice
                ? trial.slot(choice.chosen()).map(Slot::condition)
                : Optional.empty();
    }

    /** The number that was given under a key. */
    public Optional<Double> number(String key) {
        return answer.values().get(key) instanceof Value.Amount amount
                ? Optional.of(amount.number())
                : Optional.empty();
    }

    /** The number that was given to a condition, where conditions are judged side by side. */
    public Optional<Double> numberOf(Id condition) {
        return trial.slots(Slot.Role.JUDGED).stream()
                .filter(slot -> slot.condition().equals(condition))
                .findFirst()
                .flatMap(slot -> number(slot.name()));
    }

    /** What the performer was thought to have meant. */
    public Optional<Id> intention() {
        return answer.values().get(Forms.INTENTION) instanceof Value.Choice choice
                ? Optional.of(new Id(choice.chosen()))
                : Optional.empty();
    }
}
