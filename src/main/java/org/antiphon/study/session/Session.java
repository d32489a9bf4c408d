package org.antiphon.study.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Seed;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Language;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.Refusal;
import org.antiphon.study.session.assignment.Assignment;

/**
 * One person's way through a study: the answers so far. Everything else (where the person stands, what was found by
 * checks) follows from them, so a session is resumed by reading its answers, on whatever device.
 *
 * @param language in which it is taken
 * @param seed of what is drawn before there is an assignment: the sounds of headphone tests
 * @param assignment empty until the first task is reached
 * @param given the answers that were taken, in their order
 * @param ended how it was ended from outside, if it was
 */
public record Session(
        Study study,
        Language language,
        Seed seed,
        Optional<Assignment> assignment,
        List<Given> given,
        Optional<Ending> ended) {

    /** @throws IllegalArgumentException if the study cannot be taken in that language */
    public Session {
        given = List.copyOf(given);
        if (!study.languages().contains(language)) {
            throw new IllegalArgumentException("study " + study.id() + " does not speak " + language);
        }
    }

    /** A session before its first step. */
    public static Session begin(Study study, Language language, Seed seed) {
        return new Session(study, language, seed, Optional.empty(), List.of(), Optional.empty());
    }

    /** Where the session stands. */
    public Position position() {
        return new Walk(this).position();
    }

    /** Gives an answer to the step of that id. */
    public Reply give(String step, Answer answer) {
        Optional<Given> before =
                given.stream().filter(one -> one.step().equals(step)).findFirst();
        if (before.isPresent()) {
            return before.get().repeats(answer) ? new Reply.Repeated() : new Reply.Kept();
        }
        Position position = position();
        if (position.ending().isPresent()) {
            return new Reply.Over(position.ending().get());
        }
        Step current = position.current().orElseThrow();
        if (!current.id().equals(step)) {
            return new Reply.OutOfTurn(current.id());
        }
        List<Refusal> refusals = current.refusals(answer);
        if (!refusals.isEmpty()) {
            return new Reply.Refused(refusals);
        }
        List<Given> more = new ArrayList<>(given);
        more.add(new Given(step, answer));
        return new Reply.Taken(new Session(study, language, seed, assignment, more, ended));
    }

    /**
     * The session with its assignment.
     *
     * @throws IllegalStateException if it is not the time to draw it: it is drawn once, at the first task
     */
    public Session assigned(Assignment drawn) {
        if (!(position().current().orElse(null) instanceof Step.Drawing)) {
            throw new IllegalStateException("an assignment is drawn once, when the first task is reached");
        }
        return new Session(study, language, seed, Optional.of(drawn), given, ended);
    }

    /**
     * The session ended from outside: withdrawn, or over a quota.
     *
     * @throws IllegalStateException if it has ended already, unless it is withdrawn
     */
    public Session end(Ending ending) {
        if (position().ending().isPresent() && !(ending instanceof Ending.Withdrawn)) {
            throw new IllegalStateException(
                    "the session has ended: " + position().ending().get());
        }
        return new Session(study, language, seed, assignment, given, Optional.of(ending));
    }
}
