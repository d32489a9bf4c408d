package org.antiphon.study.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.answer.Value;
import org.antiphon.study.session.assignment.Assignment;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.Tally;
import org.antiphon.study.session.assignment.Trial;
import org.antiphon.study.session.check.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class VerdictsTest {

    private static final Study MUSHRA = Examples.study("vocoders");
    private static final Verdicts.OthersOfItem NOBODY = (task, item, bound) -> Optional.empty();

    @ParameterizedTest
    @FieldSource("org.antiphon.study.design.Examples#NAMES")
    void findNothingAgainstTheIdealParticipant(String name) {
        Robot robot = new Robot(Examples.study(name));
        Session session = robot.toTheEnd(robot.begin());
        Map<Id, List<Outcome>> outcomes = Outcomes.of(session, stimulus -> Robot.CLIP);
        List<Verdict> verdicts =
                Verdicts.of(session.study(), outcomes, session.position().judgements(), NOBODY);
        assertThat(verdicts).hasSameSizeAs(session.study().exclusions());
        assertThat(verdicts).allSatisfy(verdict -> assertThat(verdict)
                .isInstanceOf(verdict.rule().id().text().equals("bored") ? Verdict.class : Verdict.DoesNot.class));
    }

    @Test
    void cannotBeDecidedWhereACheckWasNotRun() {
        Session early = new Robot(MUSHRA).until("check-headphones");
        Map<Id, List<Outcome>> outcomes = Outcomes.of(early, stimulus -> 1);
        Map<String, Verdict> verdicts =
                byRule(Verdicts.of(MUSHRA, outcomes, early.position().judgements(), NOBODY));
        assertThat(verdicts.get("minor")).isInstanceOf(Verdict.DoesNot.class);
        assertThat(verdicts.get("no-headphones")).isInstanceOf(Verdict.Undecided.class);
        assertThat(verdicts.get("unsteady")).isInstanceOf(Verdict.Undecided.class);
        assertThat(verdicts.get("missed-reference")).isInstanceOf(Verdict.Undecided.class);
        assertThat(verdicts.get("disordered")).isInstanceOf(Verdict.Undecided.class);
    }

    @Test
    void countFailuresAndWhatCouldNotBeRun() {
        Study study = Examples.study("etudes");
        Id heard = new Id("heard");
        Outcome failed = new Outcome.Failed("Too little.");
        Outcome passed = new Outcome.Passed("All.");
        Outcome unknown = new Outcome.NotRun("No log.");
        assertThat(heard(study, heard, List.of(failed, failed, failed, passed))).isInstanceOf(Verdict.Applies.class);
        assertThat(heard(study, heard, List.of(failed, failed, passed, passed))).isInstanceOf(Verdict.DoesNot.class);
        assertThat(heard(study, heard, List.of(failed, failed, unknown, passed)))
                .isInstanceOf(Verdict.Undecided.class);
        assertThat(heard(study, heard, List.of(failed, unknown, passed, passed)))
                .isInstanceOf(Verdict.DoesNot.class);
    }

    private static Verdict heard(Study study, Id check, List<Outcome> outcomes) {
        return byRule(Verdicts.of(study, Map.of(check, outcomes), List.of(), NOBODY))
                .get("did-not-listen");
    }

    @Test
    void excludeWhoMissesTheHiddenReferenceInMoreThanFifteenPercentOfTheItems() {
        // six items: one is 17 percent
        assertThat(mushra(List.of(100.0), 50, 30, NOBODY).get("missed-reference"))
                .isInstanceOf(Verdict.DoesNot.class);
        assertThat(mushra(List.of(89.0, 95.0), 50, 30, NOBODY).get("missed-reference"))
                .isInstanceOf(Verdict.Applies.class);
        assertThat(mushra(List.of(90.0), 50, 30, NOBODY).get("missed-reference"))
                .isInstanceOf(Verdict.DoesNot.class);
    }

    @Test
    void excludeWhoLikesTheMidAnchorUnlessManyOthersDoAsWell() {
        assertThat(mushra(List.of(100.0), 91, 30, NOBODY).get("liked-anchor")).isInstanceOf(Verdict.Applies.class);
        assertThat(mushra(List.of(100.0), 90, 30, NOBODY).get("liked-anchor")).isInstanceOf(Verdict.DoesNot.class);
        Verdicts.OthersOfItem many = (task, item, bound) -> Optional.of(0.26);
        Verdicts.OthersOfItem few = (task, item, bound) -> Optional.of(0.25);
        assertThat(mushra(List.of(100.0), 91, 30, many).get("liked-anchor")).isInstanceOf(Verdict.Undecided.class);
        assertThat(mushra(List.of(100.0), 91, 30, few).get("liked-anchor")).isInstanceOf(Verdict.Applies.class);
    }

    @Test
    void markWhoPutsTheAnchorsInTheWrongOrder() {
        assertThat(mushra(List.of(100.0), 50, 30, NOBODY).get("disordered")).isInstanceOf(Verdict.DoesNot.class);
        assertThat(mushra(List.of(100.0), 30, 50, NOBODY).get("disordered")).isInstanceOf(Verdict.Applies.class);
        assertThat(mushra(List.of(100.0), 50, 50, NOBODY).get("disordered")).isInstanceOf(Verdict.DoesNot.class);
        assertThat(mushra(List.of(100.0, 89.0), 50, 30, NOBODY)
                        .get("disordered")
                        .why())
                .contains("89.0, 50.0, 30.0");
    }

    /** Verdicts of somebody who rates the hidden reference as listed (the last for all further items) and the anchors so. */
    private static Map<String, Verdict> mushra(
            List<Double> references, double mid, double low, Verdicts.OthersOfItem others) {
        List<Judgement> judgements = new ArrayList<>();
        for (Trial trial :
                Assignment.draw(MUSHRA, Tally.EMPTY, 1).tasks().get(0).trials()) {
            if (!(trial.purpose() instanceof Purpose.Main)) {
                continue;
            }
            double reference = references.get(Math.min(judgements.size(), references.size() - 1));
            Map<String, Value> values = new HashMap<>();
            for (Slot slot : trial.slots(Slot.Role.JUDGED)) {
                double value =
                        switch (slot.condition().text()) {
                            case "recording" -> reference;
                            case "mid-anchor" -> mid;
                            case "low-anchor" -> low;
                            default -> 60;
                        };
                values.put(slot.name(), new Value.Amount(value));
            }
            judgements.add(new Judgement(trial, new Answer.Judged(values, List.of(), Duration.ofSeconds(30))));
        }
        return byRule(Verdicts.of(MUSHRA, Map.of(), judgements, others));
    }

    private static Map<String, Verdict> byRule(List<Verdict> verdicts) {
        Map<String, Verdict> byRule = new HashMap<>();
        verdicts.forEach(verdict -> byRule.put(verdict.rule().id().text(), verdict));
        return byRule;
    }
}
