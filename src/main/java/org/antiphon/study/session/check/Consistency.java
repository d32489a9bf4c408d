package org.antiphon.study.session.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.answer.Value;
import org.antiphon.study.session.assignment.Slot;

/** Whether a page that was shown twice was answered twice alike. */
final class Consistency {

    private Consistency() {}

    /** @param tolerance how far two numbers may lie apart */
    static Outcome of(Judgement first, Judgement again, double tolerance) {
        List<String> differences = new ArrayList<>();
        if (!first.chosenCondition().equals(again.chosenCondition())) {
            differences.add("another one was chosen");
        }
        if (!first.intention().equals(again.intention())) {
            differences.add("another intention was heard");
        }
        boolean sideBySide = first.trial().slots(Slot.Role.JUDGED).size() > 1;
        if (sideBySide) {
            for (Slot slot : first.trial().slots(Slot.Role.JUDGED)) {
                apart(slot.condition().text(), first.number(slot.name()), again.numberOf(slot.condition()), tolerance)
                        .ifPresent(differences::add);
            }
        } else {
            for (Map.Entry<String, Value> entry : first.answer().values().entrySet()) {
                if (entry.getValue() instanceof Value.Amount) {
                    apart(entry.getKey(), first.number(entry.getKey()), again.number(entry.getKey()), tolerance)
                            .ifPresent(differences::add);
                }
            }
        }
        String pages =
                "Pages " + first.trial().number() + " and " + again.trial().number();
        return differences.isEmpty()
                ? new Outcome.Passed(pages + " were answered alike.")
                : new Outcome.Failed(pages + " were answered differently: " + String.join(", ", differences) + ".");
    }

    private static Optional<String> apart(
            String what, Optional<Double> first, Optional<Double> again, double tolerance) {
        double difference = Math.abs(first.orElse(Double.NaN) - again.orElse(Double.NaN));
        return difference <= tolerance ? Optional.empty() : Optional.of(what + " is " + difference + " apart");
    }
}
