package org.antiphon.study.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Exclusion;
import org.antiphon.study.design.Stage;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.Task;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.Judgement;
import org.antiphon.study.session.assignment.Assignment;
import org.antiphon.study.session.assignment.Purpose;
import org.antiphon.study.session.assignment.Tally;
import org.antiphon.study.session.assignment.TaskAssignment;
import org.antiphon.study.session.assignment.Trial;
import org.antiphon.study.session.check.HeadphoneTest;
import org.antiphon.study.session.check.Outcome;
import org.antiphon.study.session.check.RightAnswers;

/**
 * Walks through a study along the answers of a session, to the first step without one; from there on it only counts what
 * lies ahead, as if all checks were passed.
 */
final class Walk {

    private final Session session;
    private final Study study;
    private final Steps steps;
    private final Map<Id, List<Outcome>> outcomes = new LinkedHashMap<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final Set<Id> introduced = new HashSet<>();
    private Assignment assignment;
    private Optional<Step> current = Optional.empty();
    private Optional<Step> next = Optional.empty();
    private Optional<Ending> ending = Optional.empty();
    private Duration left = Duration.ZERO;
    private int done;
    private int ahead;

    Walk(Session session) {
        this.session = session;
        this.study = session.study();
        this.steps = new Steps(study, session.language());
        this.assignment = session.assignment().orElse(null);
    }

    Position position() {
        for (int i = 0; i < study.flow().size() && ending.isEmpty(); i++) {
            pass(study.flow().get(i), i + 1);
        }
        if (current.isEmpty() && ending.isEmpty()) {
            ending = Optional.of(new Ending.Completed());
        }
        if (session.ended().isPresent()) {
            ending = session.ended();
        }
        if (ending.isPresent()) {
            return new Position(
                    Optional.empty(), Optional.empty(), ending, outcomes, judgements, done, 0, Duration.ZERO);
        }
        return new Position(current, next.filter(this::certain), ending, outcomes, judgements, done, ahead, left);
    }

    /** Whether this step follows the current one, unless practice has to be repeated. */
    private boolean certain(Step after) {
        if (current.orElseThrow() instanceof Step.HeadphoneQuestion now) {
            return after instanceof Step.HeadphoneQuestion then && then.follows(now);
        }
        // without an assignment what lies ahead is only like it
        return session.assignment().isPresent() && after instanceof Step.Judging;
    }

    private void pass(Stage stage, int number) {
        if (stage instanceof Stage.Agreement) {
            ask(steps.agreement())
                    .filter(answer -> answer instanceof Answer.Declined)
                    .ifPresent(answer -> ending = Optional.of(new Ending.Declined()));
        } else if (stage instanceof Stage.Screen screen) {
            screen((Check.Screening) study.check(screen.check()));
        } else if (stage instanceof Stage.Ask ask) {
            ask(new Step.Asking(study.questionnaire(ask.questionnaire())));
        } else if (stage instanceof Stage.Instructions read) {
            ask(steps.reading("instructions-" + number, Optional.of(read.text())));
        } else if (stage instanceof Stage.Break pause) {
            ask(steps.reading("break-" + number, Optional.of(pause.text())));
        } else if (stage instanceof Stage.Train train) {
            train(study.task(train.task()));
        } else if (stage instanceof Stage.Judge judge) {
            judge(study.task(judge.task()));
        }
    }

    /** The answer to a step; without one the participant is here, or will be. */
    private Optional<Answer> ask(Step step) {
        if (current.isEmpty() && done < session.given().size()) {
            Given given = session.given().get(done);
            if (!given.step().equals(step.id())) {
                throw new IllegalStateException("the answer to " + given.step() + " stands where " + step.id() + " is");
            }
            done++;
            return Optional.of(given.answer());
        }
        if (ahead == 1) {
            next = Optional.of(step);
        }
        current = current.or(() -> Optional.of(step));
        ahead++;
        left = left.plus(step.expected());
        return Optional.empty();
    }

    private void screen(Check.Screening check) {
        if (check instanceof Check.Headphones headphones) {
            tryHeadphones(headphones);
            return;
        }
        Step.Screening step = new Step.Screening(check);
        ask(step).ifPresent(answer -> found(check.id(), ScreeningRules.outcome(step, answer)));
    }

    /** Attempt after attempt, until one is passed or all are used. */
    private void tryHeadphones(Check.Headphones check) {
        for (int attempt = 1; attempt <= check.attempts(); attempt++) {
            HeadphoneTest test = new HeadphoneTest(check, session.seed(), attempt);
            List<Integer> chosen = new ArrayList<>();
            for (int question = 1; question <= test.questions(); question++) {
                ask(new Step.HeadphoneQuestion(check, attempt, question, test))
                        .ifPresent(answer -> chosen.add(((Answer.Sound) answer).chosen()));
            }
            if (chosen.size() < test.questions()) {
                return;
            }
            Outcome outcome = test.grade(chosen);
            if (outcome instanceof Outcome.Passed || attempt == check.attempts()) {
                found(check.id(), outcome);
                return;
            }
        }
    }

    /** Notes an outcome; a rule may end the session for it. */
    private void found(Id check, Outcome outcome) {
        outcomes.computeIfAbsent(check, id -> new ArrayList<>()).add(outcome);
        long failures = outcomes.get(check).stream()
                .filter(one -> one instanceof Outcome.Failed)
                .count();
        for (Exclusion exclusion : study.exclusions()) {
            if (exclusion instanceof Exclusion.FailedCheck rule
                    && rule.check().equals(check)
                    && rule.then() == Exclusion.Action.SCREEN_OUT
                    && failures >= rule.failures()
                    && ending.isEmpty()) {
                ending = Optional.of(new Ending.ScreenedOut(rule.id()));
            }
        }
    }

    /** What the participant does in a task. Before it is drawn, a drawing like it tells how much lies ahead. */
    private TaskAssignment begin(Task task) {
        if (introduced.add(task.id()) && task.instructions().isPresent()) {
            ask(steps.reading("task-" + task.id(), task.instructions()));
        }
        if (assignment == null) {
            current = current.or(() -> Optional.of(new Step.Drawing()));
            assignment = Assignment.draw(study, Tally.EMPTY, 0);
        }
        return assignment.of(task.id());
    }

    private void train(Task task) {
        List<List<Trial>> attempts = begin(task).training();
        Optional<Check.TrainingGate> gate = study.checks().stream()
                .filter(check ->
                        check instanceof Check.TrainingGate one && one.task().equals(task.id()))
                .map(check -> (Check.TrainingGate) check)
                .findFirst();
        for (List<Trial> attempt : attempts) {
            List<Judgement> trained = new ArrayList<>();
            for (Trial trial : attempt) {
                judged(task, trial).ifPresent(trained::add);
            }
            if (gate.isEmpty() || current.isPresent()) {
                return;
            }
            Outcome outcome = new RightAnswers(study).gate(gate.get(), trained);
            boolean last = attempt == attempts.get(attempts.size() - 1);
            if (outcome instanceof Outcome.Passed || last) {
                found(gate.get().id(), outcome);
                return;
            }
        }
    }

    private void judge(Task task) {
        List<Trial> trials = begin(task).trials();
        for (Trial trial : trials) {
            Optional<Judgement> judgement = judged(task, trial);
            if (judgement.isPresent() && trial.purpose() instanceof Purpose.Planted planted) {
                Check.Planted check = (Check.Planted) study.check(planted.check());
                found(check.id(), new RightAnswers(study).planted(check, judgement.get()));
            }
            if (ending.isPresent()) {
                return;
            }
            boolean pause = task.breakEvery()
                    .filter(every -> trial.number() % every == 0 && trial.number() < trials.size())
                    .isPresent();
            if (pause) {
                ask(steps.reading("break-" + task.id() + "-" + trial.number(), Optional.empty()));
            }
        }
    }

    private Optional<Judgement> judged(Task task, Trial trial) {
        Optional<Judgement> judgement =
                ask(steps.judging(task, trial)).map(answer -> new Judgement(trial, (Answer.Judged) answer));
        judgement.ifPresent(judgements::add);
        return judgement;
    }
}
