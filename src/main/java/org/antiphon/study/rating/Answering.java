package org.antiphon.study.rating;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.antiphon.study.session.Given;
import org.antiphon.study.session.Reply;
import org.antiphon.study.session.answer.Answer;
import org.antiphon.study.session.answer.PlayEvent;

/**
 * Takes answers. An answer is written with everything that follows from it in one transaction; only when that is committed
 * does the participant hear that it is saved. Requests for one session come one after the other, whatever tab or device
 * they come from.
 */
@ApplicationScoped
class Answering {

    private final Visits visits;
    private final Answers answers;
    private final Progress progress;
    private final Clock clock;
    private final Transactions transactions;

    @Inject
    Answering(Visits visits, Answers answers, Progress progress, Clock clock, Transactions transactions) {
        this.visits = visits;
        this.answers = answers;
        this.progress = progress;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * An answer as it came.
     *
     * @param key made by the page; a request that is repeated has the same
     * @param took as the page measured it, if it did
     * @param device JSON, if the page told
     */
    record Letter(
            UUID key,
            String step,
            JsonNode answer,
            List<PlayEvent> plays,
            Optional<Duration> took,
            Optional<String> device) {}

    /**
     * Takes an answer, or says why not; empty if there is no such session.
     *
     * @throws AnswerJson.Malformed if it is no answer to anything
     */
    Optional<Receipt> take(String token, Letter letter) {
        return transactions.call(() -> visits.hold(token, clock.instant())
                .map(visit -> take(visit, letter, clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    }

    private Receipt take(Visit visit, Letter letter, Instant now) {
        Duration took = confirmed(visit, letter.took(), now);
        Answer answer = AnswerJson.read(visit.session().study(), letter.step(), letter.answer(), letter.plays(), took);
        for (int i = 0; i < visit.saved().size(); i++) {
            Visit.Saved saved = visit.saved().get(i);
            if (saved.key().equals(letter.key()) || saved.step().equals(letter.step())) {
                return known(visit, saved, visit.session().given().get(i), letter, answer);
            }
        }
        Reply reply = visit.session().give(letter.step(), answer);
        if (reply instanceof Reply.Refused refused) {
            return new Receipt.Refused(refused.refusals());
        }
        if (reply instanceof Reply.OutOfTurn) {
            return new Receipt.OutOfTurn(visit);
        }
        if (reply instanceof Reply.Over) {
            return new Receipt.Over(visit);
        }
        Visit taken = visit.with(((Reply.Taken) reply).session());
        answers.append(
                taken,
                new Answers.Arrival(letter.key(), letter.step(), answer, took, letter.took(), letter.device(), now));
        Visit.Saved saved = new Visit.Saved(letter.key(), letter.step(), now);
        return new Receipt.Committed(
                progress.follow(taken, letter.step(), answer, now).plus(saved), saved);
    }

    private static Receipt known(Visit visit, Visit.Saved saved, Given given, Letter letter, Answer answer) {
        boolean same = saved.step().equals(letter.step()) && given.repeats(answer);
        return same
                ? new Receipt.Repeated(visit, saved)
                : new Receipt.Kept(visit, saved, AnswerJson.write(given.answer()));
    }

    /**
     * How long an answer took, as far as the server can confirm it. A page may be shown while the answer before it is
     * still under way, so what a page claims is believed up to the time since the last answer but one.
     */
    private static Duration confirmed(Visit visit, Optional<Duration> claimed, Instant now) {
        int count = visit.saved().size();
        Instant earliest =
                count < 2 ? visit.begun() : visit.saved().get(count - 2).at();
        Instant latest =
                count < 1 ? visit.begun() : visit.saved().get(count - 1).at();
        Duration most = Duration.between(earliest, now);
        Duration took = claimed.filter(time -> time.compareTo(most) <= 0)
                .orElse(claimed.isPresent() ? most : Duration.between(latest, now));
        return took.isNegative() ? Duration.ZERO : took;
    }
}
