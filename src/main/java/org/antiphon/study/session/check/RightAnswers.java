package org.antiphon.study.session.check;

import java.util.List;
import java.util.Optional;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Condition;
import org.antiphon.study.design.Expected;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.assignment.Slot;

/** Pages of which it is known what somebody answers who listens. */
public final class RightAnswers {

    /** A hidden reference that was found is given at least this; BS.1534-3 calls lower ratings of it a miss. */
    private static final double FOUND = 90;

    private final Study study;

    public RightAnswers(Study study) {
        this.study = study;
    }

    /** The outcome of a planted page. */
    public Outcome planted(Check.Planted check, Judgement judgement) {
        String page = "Page " + judgement.trial().number();
        return meets(check.expected(), judgement)
                ? new Outcome.Passed(page + " was answered as expected.")
                : new Outcome.Failed(page + " was not answered as expected.");
    }

    private boolean meets(Expected expected, Judgement judgement) {
        if (expected instanceof Expected.Chosen chosen) {
            Optional<Id> given = study.task(judgement.trial().task()).paradigm() instanceof Paradigm.Intention
                    ? judgement.intention()
                    : judgement.chosenCondition();
            return given.equals(Optional.of(chosen.chooses()));
        }
        Expected.Rated rated = (Expected.Rated) expected;
        List<String> keys = rated.scale()
                .map(scale -> List.of(scale.text()))
                .orElseGet(() -> List.copyOf(judgement.answer().values().keySet()));
        return keys.stream().allMatch(key -> judgement
                .number(key)
                .filter(number -> number >= rated.atLeast().orElse(Double.NEGATIVE_INFINITY)
                        && number <= rated.atMost().orElse(Double.POSITIVE_INFINITY))
                .isPresent());
    }

    /** The outcome of a gate after the training pages of one attempt. */
    public Outcome gate(Check.TrainingGate gate, List<Judgement> training) {
        if (training.isEmpty()) {
            return new Outcome.NotRun("There was no training.");
        }
        long right =
                training.stream().filter(judgement -> right(gate, judgement)).count();
        return Outcome.of(right >= gate.pass(), right + " training pages right, " + gate.pass() + " are needed.");
    }

    private boolean right(Check.TrainingGate gate, Judgement judgement) {
        Paradigm paradigm = study.task(judgement.trial().task()).paradigm();
        if (paradigm instanceof Paradigm.Mushra mushra) {
            return judgement
                    .numberOf(mushra.reference())
                    .filter(number -> number >= FOUND)
                    .isPresent();
        }
        if (paradigm instanceof Paradigm.Abx) {
            Optional<Id> unknown = judgement.trial().slot(Slot.UNKNOWN).map(Slot::condition);
            return judgement.chosenCondition().equals(unknown);
        }
        if (paradigm instanceof Paradigm.Match) {
            return judgement
                    .chosenCondition()
                    .filter(id -> !(study.condition(id) instanceof Condition.Shuffled))
                    .isPresent();
        }
        if (paradigm instanceof Paradigm.Intention) {
            return judgement
                    .intention()
                    .equals(study.item(judgement.trial().item()).intention());
        }
        List<Id> shown =
                judgement.trial().slots().stream().map(Slot::condition).sorted().toList();
        return gate.examples().stream()
                .filter(example -> example.item().equals(judgement.trial().item()))
                .filter(example ->
                        example.conditions().stream().sorted().toList().equals(shown))
                .anyMatch(example -> meets(example.expected(), judgement));
    }
}
