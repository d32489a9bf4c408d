package org.antiphon.study.session.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Condition;
import org.antiphon.study.design.Expected;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Trial;

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
        return feedback(gate.examples(), judgement).filter(Feedback::right).isPresent();
    }

    /** What can be said about the answer to a training page; empty where nobody knows what is right. */
    public Optional<Feedback> feedback(Judgement judgement) {
        List<Check.Example> examples = study.checks().stream()
                .filter(check -> check instanceof Check.TrainingGate gate
                        && gate.task().equals(judgement.trial().task()))
                .flatMap(check -> ((Check.TrainingGate) check).examples().stream())
                .toList();
        return feedback(examples, judgement);
    }

    private Optional<Feedback> feedback(List<Check.Example> examples, Judgement judgement) {
        Trial trial = judgement.trial();
        Paradigm paradigm = study.task(trial.task()).paradigm();
        if (paradigm instanceof Paradigm.Mushra mushra) {
            boolean found = judgement
                    .numberOf(mushra.reference())
                    .filter(number -> number >= FOUND)
                    .isPresent();
            return told(found, trial.slots(Slot.Role.JUDGED), mushra.reference()::equals);
        }
        if (paradigm instanceof Paradigm.Abx) {
            Optional<Id> unknown = trial.slot(Slot.UNKNOWN).map(Slot::condition);
            return told(judgement, id -> unknown.equals(Optional.of(id)));
        }
        if (paradigm instanceof Paradigm.Match) {
            return told(judgement, id -> !(study.condition(id) instanceof Condition.Shuffled));
        }
        if (paradigm instanceof Paradigm.Intention) {
            return study.item(trial.item())
                    .intention()
                    .map(meant -> new Feedback(judgement.intention().equals(Optional.of(meant)), meant.text()));
        }
        List<Id> shown = trial.slots().stream().map(Slot::condition).sorted().toList();
        List<Check.Example> known = examples.stream()
                .filter(example -> example.item().equals(trial.item()))
                .filter(example ->
                        example.conditions().stream().sorted().toList().equals(shown))
                .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new Feedback(known.stream().anyMatch(one -> meets(one.expected(), judgement)), ""));
    }

    private static Optional<Feedback> told(Judgement judgement, Predicate<Id> right) {
        boolean chosen = judgement.chosenCondition().filter(right).isPresent();
        return told(chosen, judgement.trial().slots(Slot.Role.COMPARED), right);
    }

    private static Optional<Feedback> told(boolean right, List<Slot> slots, Predicate<Id> answer) {
        return slots.stream()
                .filter(slot -> answer.test(slot.condition()))
                .findFirst()
                .map(slot -> new Feedback(right, slot.name()));
    }
}
