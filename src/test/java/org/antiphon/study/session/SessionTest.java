package org.antiphon.study.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antiphon.clip.Seed;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Language;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.Forms;
import org.antiphon.study.session.answer.PlayEvent;
import org.antiphon.study.session.answer.Value;
import org.antiphon.study.session.assignment.Assignment;
import org.antiphon.study.session.assignment.Tally;
import org.antiphon.study.session.check.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SessionTest {

    private static final Robot EXPRESSION = new Robot(Examples.study("expression"));
    private static final Robot VOCODERS = new Robot(Examples.study("vocoders"));

    @ParameterizedTest
    @FieldSource("org.antiphon.study.design.Examples#NAMES")
    void leadsThroughEveryExampleToItsEnd(String name) {
        Robot robot = new Robot(Examples.study(name));
        Session session = robot.begin();
        List<String> steps = new ArrayList<>();
        while (session.position().current().isPresent()) {
            steps.add(session.position().current().get().id());
            session = robot.step(session);
        }
        assertThat(session.position().ending()).contains(new Ending.Completed());
        assertThat(steps).doesNotHaveDuplicates().startsWith("consent");
        assertThat(session.position().outcomes().values()).allSatisfy(found -> assertThat(found)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Passed.class)));
    }

    @Test
    void comesByAllStagesInTheOrderOfTheFlow() {
        Session session = EXPRESSION.toTheEnd(EXPRESSION.begin());
        List<String> steps = session.given().stream().map(Given::step).toList();
        assertThat(steps)
                .containsSubsequence(
                        "consent",
                        "check-adult-1",
                        "check-home-1",
                        "check-sound-works-1",
                        "check-headphones-1.1",
                        "check-headphones-1.2",
                        "questionnaire-background",
                        "training-belonging-1-1",
                        "training-belonging-1-2",
                        "trial-belonging-1",
                        "trial-belonging-8",
                        "break-9",
                        "trial-liking-1",
                        "trial-liking-8",
                        "questionnaire-between",
                        "trial-meaning-1",
                        "trial-meaning-9",
                        "break-meaning-9",
                        "trial-meaning-10",
                        "trial-meaning-18",
                        "break-meaning-18",
                        "trial-meaning-20");
    }

    @Test
    void saysHonestlyHowMuchIsLeft() {
        Session session = EXPRESSION.begin();
        int whole = session.position().ahead();
        while (session.position().current().isPresent()) {
            Position before = session.position();
            assertThat(before.done() + before.ahead()).isEqualTo(whole);
            assertThat(before.left()).isPositive();
            session = EXPRESSION.step(session);
            assertThat(session.position().left()).isLessThanOrEqualTo(before.left());
        }
        assertThat(session.position().done()).isEqualTo(whole);
        assertThat(session.position().left()).isZero();
        assertThat(EXPRESSION.begin().position().left()).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(20));
    }

    @Test
    void drawsTheAssignmentOnlyWhenTheFirstTaskIsReached() {
        Session early = EXPRESSION.until("questionnaire-background");
        Assignment drawn = Assignment.draw(early.study(), Tally.EMPTY, 1);
        assertThatThrownBy(() -> early.assigned(drawn)).isInstanceOf(IllegalStateException.class);
        Session there = EXPRESSION.until("drawing");
        assertThat(there.give("drawing", new Answer.Read())).isInstanceOf(Reply.Refused.class);
        Session assigned = there.assigned(drawn);
        assertThat(assigned.position().current().orElseThrow().id()).isEqualTo("training-belonging-1-1");
        assertThatThrownBy(() -> assigned.assigned(drawn)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isResumedByItsAnswersAlone() {
        Session session = EXPRESSION.until("trial-liking-3");
        Session resumed = new Session(
                session.study(),
                session.language(),
                session.seed(),
                session.assignment(),
                new ArrayList<>(session.given()),
                Optional.empty());
        assertThat(resumed.position()).isEqualTo(session.position());
    }

    @Test
    void takesTheSameAnswerTwiceAsOne() {
        Session session = EXPRESSION.until("trial-liking-3");
        Answer.Judged given =
                (Answer.Judged) session.given().get(session.given().size() - 1).answer();
        Answer later =
                new Answer.Judged(given.values(), given.plays(), given.took().plusSeconds(9));
        assertThat(session.give("trial-liking-2", later)).isEqualTo(new Reply.Repeated());
        assertThat(session.give("consent", session.given().get(0).answer())).isEqualTo(new Reply.Repeated());
    }

    @Test
    void keepsTheFirstAnswerWhenAnotherTabGivesAnother() {
        Session session = EXPRESSION.until("trial-liking-3");
        Answer.Judged given =
                (Answer.Judged) session.given().get(session.given().size() - 1).answer();
        Answer other =
                new Answer.Judged(Map.of(Forms.CHOICE, new Value.Choice(Forms.TIE)), given.plays(), given.took());
        assertThat(session.give("trial-liking-2", other)).isEqualTo(new Reply.Kept());
    }

    @Test
    void takesNoStepOutOfTurn() {
        assertThat(EXPRESSION.begin().give("trial-liking-2", new Answer.Read()))
                .isEqualTo(new Reply.OutOfTurn("consent"));
        assertThat(EXPRESSION.begin().give("nonsense", new Answer.Read())).isEqualTo(new Reply.OutOfTurn("consent"));
    }

    @ParameterizedTest
    @FieldSource("org.antiphon.study.design.Examples#NAMES")
    void refusesTheAnswersOfOtherStepsAtEveryStep(String name) {
        Robot robot = new Robot(Examples.study(name));
        List<Answer> strange = List.of(
                new Answer.Agreed(Digest.of(new byte[0]), Set.of()),
                new Answer.Country("Austria"),
                new Answer.Volume(2),
                new Answer.Sound(0),
                new Answer.Filled(Map.of("nonsense", new Value.Words("x"))),
                new Answer.Judged(Map.of(), List.of(), Duration.ZERO));
        Session session = robot.begin();
        while (session.position().current().isPresent()) {
            Step current = session.position().current().get();
            for (Answer answer : strange) {
                assertThat(session.give(current.id(), answer))
                        .as(current.id() + " and " + answer)
                        .isInstanceOf(Reply.Refused.class);
            }
            session = robot.step(session);
        }
    }

    @Test
    void isOverWhenTheConsentIsDeclined() {
        Session declined = Robot.take(EXPRESSION.begin(), "consent", new Answer.Declined());
        assertThat(declined.position().ending()).contains(new Ending.Declined());
        assertThat(declined.give("check-adult-1", new Answer.OldEnough(true)))
                .isEqualTo(new Reply.Over(new Ending.Declined()));
    }

    @Test
    void needsEachPointOfTheConsentThatIsRequiredAndTheTextThatWasShown() {
        Session session = EXPRESSION.begin();
        Step.Agreement step = (Step.Agreement) session.position().current().orElseThrow();
        assertThat(session.give("consent", new Answer.Agreed(step.digest(), Set.of(new Id("reuse")))))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.refusals().get(0).key()).isEqualTo("informed"));
        assertThat(session.give("consent", new Answer.Agreed(step.digest(), Set.of(new Id("informed")))))
                .isInstanceOf(Reply.Taken.class);
        Step.Agreement german = new Step.Agreement(step.consent(), new Language("de"));
        assertThat(session.give("consent", new Answer.Agreed(german.digest(), Set.of(new Id("informed")))))
                .isInstanceOf(Reply.Refused.class);
    }

    @Test
    void isOverWhenARuleScreensOut() {
        Session session = EXPRESSION.until("check-adult");
        Session out = Robot.take(session, "check-adult-1", new Answer.OldEnough(false));
        assertThat(out.position().ending()).contains(new Ending.ScreenedOut(new Id("minor")));
        Session abroad = Robot.take(EXPRESSION.until("check-home"), "check-home-1", new Answer.Country("FR"));
        assertThat(abroad.position().ending()).contains(new Ending.ScreenedOut(new Id("elsewhere")));
    }

    @Test
    void letsOneTryTheHeadphoneTestAgainWithOtherSounds() {
        Session first = VOCODERS.until("check-headphones");
        Session second = attempt(first, false);
        assertThat(question(second).id()).isEqualTo("check-headphones-2.1");
        assertThat(question(second).test().right())
                .isNotEqualTo(question(first).test().right());
        assertThat(second.position().outcomes()).doesNotContainKey(new Id("headphones"));
        Session failed = attempt(second, false);
        assertThat(failed.position().ending()).contains(new Ending.ScreenedOut(new Id("no-headphones")));
        Session passed = attempt(second, true);
        assertThat(passed.position().outcomes().get(new Id("headphones")).get(0))
                .isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void keepsWhatWasAnsweredInTheMiddleOfAHeadphoneTest() {
        Session begun = VOCODERS.step(VOCODERS.until("check-headphones"));
        Step.HeadphoneQuestion second = question(begun);
        assertThat(second.id()).isEqualTo("check-headphones-1.2");
        // whoever comes back with the answers so far stands where they were left, before the same sounds
        Session again = new Session(
                begun.study(), begun.language(), begun.seed(), begun.assignment(), begun.given(), begun.ended());
        assertThat(question(again).id()).isEqualTo(second.id());
        assertThat(question(again).test().right()).isEqualTo(second.test().right());
        assertThat(again.give("check-headphones-1.1", new Answer.Sound(0))).isInstanceOf(Reply.Kept.class);
        assertThat(again.give(second.id(), new Answer.Sound(4))).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void knowsWhichQuestionOfAHeadphoneTestFollowsButNotWhatFollowsTheTest() {
        Session session = VOCODERS.until("check-headphones");
        for (int question = 1; question < question(session).test().questions(); question++) {
            assertThat(session.position().next()).map(Step::id).contains("check-headphones-1." + (question + 1));
            session = VOCODERS.step(session);
        }
        assertThat(session.position().next()).isEmpty();
    }

    private static Step.HeadphoneQuestion question(Session session) {
        return (Step.HeadphoneQuestion) session.position().current().orElseThrow();
    }

    /** The session after all questions of an attempt, each answered rightly or wrongly. */
    private static Session attempt(Session before, boolean rightly) {
        Session session = before;
        for (int right : question(before).test().right()) {
            int chosen = rightly ? right : right % 3 + 1;
            session = Robot.take(session, question(session).id(), new Answer.Sound(chosen));
        }
        return session;
    }

    @Test
    void trainsAgainUntilTheGateIsPassedOrAllAttemptsAreUsed() {
        Session session = VOCODERS.until("training-fidelity-1-1");
        for (int attempt = 1; attempt <= 3; attempt++) {
            Step.Judging step = (Step.Judging) session.position().current().orElseThrow();
            assertThat(step.id()).isEqualTo("training-fidelity-" + attempt + "-1");
            Map<String, Value> low = new HashMap<>();
            VOCODERS.judged(step).values().keySet().forEach(slot -> low.put(slot, new Value.Amount(20)));
            session = Robot.take(session, step.id(), new Answer.Judged(low, List.of(), Duration.ofSeconds(40)));
        }
        assertThat(session.position().ending()).contains(new Ending.ScreenedOut(new Id("not-trained")));
    }

    @Test
    void readsTheInstructionsOfATaskOnce() {
        List<String> steps = VOCODERS.toTheEnd(VOCODERS.begin()).given().stream()
                .map(Given::step)
                .toList();
        assertThat(steps.stream().filter("task-fidelity"::equals)).hasSize(1);
        assertThat(steps).containsSubsequence("task-fidelity", "training-fidelity-1-1", "trial-fidelity-1");
    }

    @Test
    void showsTheInstructionOfAnAttentionPageInsteadOfItsQuestionAndNothingElseOfIt() {
        Session session = EXPRESSION.begin();
        Set<String> instructed = new HashSet<>();
        while (session.position().current().isPresent()) {
            if (session.position().current().get() instanceof Step.Judging step
                    && step.instruction().isPresent()) {
                instructed.add(step.id());
            }
            session = EXPRESSION.step(session);
        }
        assertThat(instructed).singleElement().asString().startsWith("trial-meaning-");
    }

    @Test
    void refusesPlaysOfSlotsThatAreNotOnThePage() {
        Session session = EXPRESSION.until("trial-belonging-1");
        Step.Judging step = (Step.Judging) session.position().current().orElseThrow();
        PlayEvent strange = new PlayEvent("performed", PlayEvent.Kind.STARTED, 0, Duration.ZERO);
        Answer answer = new Answer.Judged(EXPRESSION.judged(step).values(), List.of(strange), Duration.ofSeconds(1));
        assertThat(session.give(step.id(), answer)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void canBeWithdrawnAtAnyTimeAndEndedByAQuotaUnderWay() {
        Session session = EXPRESSION.until("trial-belonging-1");
        Ending over = new Ending.OverQuota(new Id("background"), new Id("training"));
        assertThat(session.end(over).position().ending()).contains(over);
        Session done = EXPRESSION.toTheEnd(session);
        assertThat(done.end(new Ending.Withdrawn()).position().ending()).contains(new Ending.Withdrawn());
        assertThatThrownBy(() -> done.end(over)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cannotBeTakenInALanguageTheStudyDoesNotSpeak() {
        Study study = Examples.study("vocoders");
        assertThatThrownBy(() -> Session.begin(study, new Language("de"), new Seed(1)))
                .hasMessage("study vocoders does not speak de");
    }

    @Test
    void namesNoConditionAndNoItemInTheIdsOfItsSteps() {
        for (Robot robot : List.of(EXPRESSION, VOCODERS)) {
            Session session = robot.toTheEnd(robot.begin());
            Set<String> secrets = new HashSet<>();
            session.study()
                    .conditions()
                    .forEach(condition -> secrets.add(condition.id().text()));
            session.study().items().forEach(item -> secrets.add(item.id().text()));
            session.given().stream()
                    .map(Given::step)
                    .filter(step -> step.startsWith("trial") || step.startsWith("training"))
                    .forEach(step -> assertThat(secrets).noneMatch(step::contains));
        }
    }
}
