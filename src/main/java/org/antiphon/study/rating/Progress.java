package org.antiphon.study.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.antiphon.study.session.Admission;
import org.antiphon.study.session.Ending;
import org.antiphon.study.session.Outcomes;
import org.antiphon.study.session.Position;
import org.antiphon.study.session.Session;
import org.antiphon.study.session.Step;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.assignment.Assignment;

/** What follows from an answer besides the next step: an assignment is drawn, a quota is full, the session ends. */
@ApplicationScoped
class Progress {

    private static final String QUESTIONNAIRE = "questionnaire-";

    private final Visits visits;
    private final Answers answers;
    private final Counting counting;

    @Inject
    Progress(Visits visits, Answers answers, Counting counting) {
        this.visits = visits;
        this.answers = answers;
        this.counting = counting;
    }

    /**
     * Writes down what follows, within the transaction of the answer.
     *
     * @param visit held by the caller, its session with the new answer
     * @return with what followed
     */
    Visit follow(Visit visit, String step, Answer answer, Instant now) {
        Visit next = quota(visit, step, answer);
        Position position = next.session().position();
        if (position.current().orElse(null) instanceof Step.Drawing) {
            next = draw(next, now);
            position = next.session().position();
        }
        if (position.ending().isPresent()) {
            end(next, position.ending().get(), now);
        }
        return next;
    }

    private Visit quota(Visit visit, String step, Answer answer) {
        if (!(answer instanceof Answer.Filled filled)
                || visit.session().position().ending().isPresent()) {
            return visit;
        }
        return visit.session().study().questionnaires().stream()
                .filter(one -> step.equals(QUESTIONNAIRE + one.id()))
                .map(one -> Admission.overQuota(
                        visit.session().study().recruitment(),
                        one.id(),
                        filled.values(),
                        quota -> counting.quota(visit.published(), quota)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(quota ->
                        visit.with(visit.session().end(new Ending.OverQuota(quota.questionnaire(), quota.question()))))
                .orElse(visit);
    }

    private Visit draw(Visit visit, Instant now) {
        counting.takeTurns(visit.published());
        Session session = visit.session();
        Assignment assignment = Assignment.draw(
                session.study(), counting.tally(visit.published(), now), visits.nextNumber(visit.published()));
        visits.drawn(visit, assignment, now);
        return visit.with(session.assigned(assignment));
    }

    private void end(Visit visit, Ending ending, Instant now) {
        visits.end(visit, status(ending), by(ending), now);
        if (!(ending instanceof Ending.Declined)) {
            answers.found(visit, Outcomes.of(visit.session(), stimulus -> visit.published()
                    .file(stimulus)
                    .seconds()));
        }
    }

    static String status(Ending ending) {
        if (ending instanceof Ending.Completed) {
            return "completed";
        }
        if (ending instanceof Ending.Declined) {
            return "declined";
        }
        return ending instanceof Ending.ScreenedOut ? "screened-out" : "over-quota";
    }

    private static String by(Ending ending) {
        if (ending instanceof Ending.ScreenedOut out) {
            return out.exclusion().text();
        }
        return ending instanceof Ending.OverQuota quota ? quota.questionnaire() + "/" + quota.question() : null;
    }
}
