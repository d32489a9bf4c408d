package org.antiphon.study.session.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.Forms;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.answer.Value;
import org.antiphon.study.session.assignment.Assignment;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Tally;
import org.antiphon.study.session.assignment.Trial;
import org.junit.jupiter.api.Test;

class TaskChecksTest {

    private static final Study STUDY = Examples.study("expression");
    private static final Assignment DRAWN = Assignment.draw(STUDY, Tally.EMPTY, 1);

    @Test
    void findsTheSameChoiceOnARepeatedPageWhicheverSideItIsOn() {
        List<Outcome> outcomes =
                of("liking", trial -> choice(trial, "performed", "retold"), 10).get(new Id("steady"));
        assertThat(outcomes).hasSize(2).allSatisfy(outcome -> assertThat(outcome)
                .isInstanceOf(Outcome.Passed.class));
    }

    @Test
    void findsAnotherChoiceOnARepeatedPage() {
        List<Outcome> outcomes = of(
                        "liking",
                        trial -> trial.purpose() instanceof Purpose.Repeat
                                ? choice(trial, "translated")
                                : choice(trial, "performed", "retold"),
                        10)
                .get(new Id("steady"));
        assertThat(outcomes).hasSize(2).allSatisfy(outcome -> assertThat(outcome)
                .isInstanceOf(Outcome.Failed.class));
        assertThat(outcomes.get(0).reason()).endsWith("another one was chosen.");
    }

    private static Map<String, Value> choice(Trial trial, String... preferred) {
        String slot = trial.slots(Slot.Role.COMPARED).stream()
                .filter(one -> List.of(preferred).contains(one.condition().text()))
                .map(Slot::name)
                .findFirst()
                .orElseThrow();
        return Map.of("choice", new Value.Choice(slot));
    }

    @Test
    void comparesRatingsSideBySideByTheirConditionsAndWithinATolerance() {
        Trial first = mushra(List.of("a", "b"), new Purpose.Main());
        Trial again = mushra(List.of("b", "a"), new Purpose.Repeat(new Id("steady"), 1));
        Judgement judged = judged(first, Map.of("A", new Value.Amount(80), "B", new Value.Amount(20)), 10);
        Judgement swapped = judged(again, Map.of("A", new Value.Amount(25), "B", new Value.Amount(70)), 10);
        assertThat(Consistency.of(judged, swapped, 10)).isInstanceOf(Outcome.Passed.class);
        assertThat(Consistency.of(judged, swapped, 9))
                .isEqualTo(new Outcome.Failed("Pages 1 and 1 were answered differently: a is 10.0 apart."));
    }

    private static Trial mushra(List<String> conditions, Purpose purpose) {
        List<Slot> slots = new ArrayList<>();
        for (String condition : conditions) {
            slots.add(new Slot(String.valueOf((char) ('A' + slots.size())), new Id(condition), Slot.Role.JUDGED));
        }
        return new Trial(new Id("task"), 1, new Id("item"), slots, purpose);
    }

    @Test
    void findsMedianTimesThatAreTooShort() {
        assertThat(of("meaning", trial -> meant("sad"), 5)
                        .get(new Id("hurried"))
                        .get(0))
                .isInstanceOf(Outcome.Passed.class);
        assertThat(of("meaning", trial -> meant("sad"), 4.9)
                        .get(new Id("hurried"))
                        .get(0))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(TaskChecks.of(STUDY, List.of(), stimulus -> 1)
                        .get(new Id("hurried"))
                        .get(0))
                .isInstanceOf(Outcome.NotRun.class);
    }

    @Test
    void findsTheSameAnswersInARow() {
        assertThat(of("meaning", trial -> meant("sad"), 9)
                        .get(new Id("monotonous"))
                        .get(0))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(of("meaning", trial -> meant(trial.number() % 4 == 0 ? "happy" : "sad"), 9)
                        .get(new Id("monotonous"))
                        .get(0))
                .isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void tellsOfEachPageWhetherItWasPlayed() {
        assertThat(of("meaning", trial -> meant("sad"), 9).get(new Id("listened")))
                .hasSize(20)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.NotRun.class));
    }

    @Test
    void knowsTheRightAnswersOfPlantedPages() {
        RightAnswers right = new RightAnswers(STUDY);
        Check.Planted awake = (Check.Planted) STUDY.check(new Id("awake"));
        Trial trial = DRAWN.of(new Id("meaning")).trials().stream()
                .filter(one -> one.purpose().equals(new Purpose.Planted(awake.id())))
                .findFirst()
                .orElseThrow();
        assertThat(right.planted(awake, judged(trial, meant("other"), 9))).isInstanceOf(Outcome.Passed.class);
        assertThat(right.planted(awake, judged(trial, meant("tender"), 9))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void knowsTheRightAnswersOfPlantedRatingsOnOneScaleOrAll() {
        String gold = "checks:\n  - {id: g, kind: gold, task: main, item: one, conditions: [performed], "
                + "expected: {kind: rating, at-least: 4}}\nconsent:\n";
        Study study = Examples.accepted(Examples.SMALL.replace("consent:\n", gold));
        Check.Planted check = (Check.Planted) study.check(new Id("g"));
        Trial trial = new Trial(
                new Id("main"),
                2,
                new Id("one"),
                List.of(new Slot("A", new Id("performed"), Slot.Role.JUDGED)),
                new Purpose.Planted(check.id()));
        RightAnswers right = new RightAnswers(study);
        assertThat(right.planted(check, judged(trial, Map.of("quality", new Value.Amount(4)), 9)))
                .isInstanceOf(Outcome.Passed.class);
        assertThat(right.planted(check, judged(trial, Map.of("quality", new Value.Amount(3)), 9)))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void opensTheGateToWhoFindsTheMatch() {
        RightAnswers right = new RightAnswers(STUDY);
        Check.TrainingGate gate = (Check.TrainingGate) STUDY.check(new Id("understood"));
        List<Trial> training = DRAWN.of(new Id("belonging")).training().get(0);
        List<Judgement> good = training.stream()
                .map(trial -> judged(trial, choice(trial, "performed", "translated"), 9))
                .toList();
        List<Judgement> bad = training.stream()
                .map(trial -> judged(trial, choice(trial, "performed-exchanged", "translated-exchanged"), 9))
                .toList();
        assertThat(right.gate(gate, good)).isEqualTo(new Outcome.Passed("2 training pages right, 1 are needed."));
        assertThat(right.gate(gate, bad)).isInstanceOf(Outcome.Failed.class);
        assertThat(right.gate(gate, List.of())).isInstanceOf(Outcome.NotRun.class);
    }

    @Test
    void opensTheGateOfAbxToWhoHearsWhichOneXIs() {
        Study study = trained("      kind: abx\n      question: {en: Q, de: F}", "");
        Check.TrainingGate gate = (Check.TrainingGate) study.check(new Id("t"));
        List<Trial> training =
                Assignment.draw(study, Tally.EMPTY, 1).tasks().get(0).training().get(0);
        List<Judgement> good = training.stream()
                .map(trial -> judged(
                        trial,
                        choice(trial, trial.slot("X").orElseThrow().condition().text()),
                        9))
                .toList();
        assertThat(new RightAnswers(study).gate(gate, good)).isInstanceOf(Outcome.Passed.class);
        // X is X: that is no answer to which of the two it is
        assertThat(Forms.of(study, training.get(0)).refusals(Map.of("choice", new Value.Choice("X"))))
                .isNotEmpty();
    }

    @Test
    void opensTheGateOfARatingToWhoMeetsItsExamples() {
        Study study = trained(
                "      kind: rating\n      scales: [quality]",
                ", examples: [{item: one, conditions: [translated], expected: {kind: rating, scale: quality, at-most: 2}}]");
        Check.TrainingGate gate = (Check.TrainingGate) study.check(new Id("t"));
        List<Trial> training =
                Assignment.draw(study, Tally.EMPTY, 1).tasks().get(0).training().get(0);
        assertThat(training).hasSize(2);
        RightAnswers right = new RightAnswers(study);
        assertThat(right.gate(gate, rated(training, 2))).isInstanceOf(Outcome.Passed.class);
        assertThat(right.gate(gate, rated(training, 3))).isInstanceOf(Outcome.Failed.class);
    }

    private static List<Judgement> rated(List<Trial> trials, double quality) {
        return trials.stream()
                .map(trial -> judged(trial, Map.of("quality", new Value.Amount(quality)), 9))
                .toList();
    }

    /** The small study with a training of one item and a gate behind it. */
    private static Study trained(String paradigm, String examples) {
        return Examples.accepted(Examples.SMALL
                .replace("      kind: rating\n      scales: [quality]", paradigm)
                .replace(
                        "kind: latin-square\n      seed: 1",
                        "kind: everything\n      seed: 1\n    training: {items: [one]}")
                .replace("  - kind: trials\n", "  - {kind: training, task: main}\n  - kind: trials\n")
                .replace(
                        "consent:\n",
                        "checks:\n  - {id: t, kind: training-gate, task: main, pass: 1" + examples + "}\nconsent:\n"));
    }

    private static Map<String, Value> meant(String intention) {
        return Map.of("intention", new Value.Choice(intention));
    }

    /** The outcomes of somebody who answers the pages of one task so, each in so many seconds. */
    private static Map<Id, List<Outcome>> of(String task, Function<Trial, Map<String, Value>> answers, double seconds) {
        List<Judgement> judgements = DRAWN.of(new Id(task)).trials().stream()
                .map(trial -> judged(trial, answers.apply(trial), seconds))
                .toList();
        return TaskChecks.of(STUDY, judgements, stimulus -> 8);
    }

    private static Judgement judged(Trial trial, Map<String, Value> values, double seconds) {
        return new Judgement(
                trial, new Answer.Judged(values, List.of(), Duration.ofMillis(Math.round(seconds * 1000))));
    }
}
