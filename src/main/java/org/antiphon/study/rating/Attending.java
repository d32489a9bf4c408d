package org.antiphon.study.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;
import org.antiphon.study.design.document.Language;
import org.antiphon.study.session.Session;

/** Everything about a session that is under way, besides its answers: looking where it stands, signs of life, language. */
@ApplicationScoped
class Attending {

    private final Visits visits;
    private final Clock clock;
    private final Transactions transactions;

    @Inject
    Attending(Visits visits, Clock clock, Transactions transactions) {
        this.visits = visits;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** The session as it stands; looking at it is a sign of life. */
    Visit look(String token) {
        return transactions.call(() -> visits.hold(token, clock.instant()).orElseThrow(() -> nobody(token)));
    }

    /** The session as it stands, for giving its clips. */
    Visit listen(String token) {
        return transactions.call(() -> visits.find(token).orElseThrow(() -> nobody(token)));
    }

    void alive(String token) {
        boolean known = transactions.call(() -> visits.seen(token, clock.instant()));
        if (!known) {
            throw nobody(token);
        }
    }

    /** @throws ProblemException 409 if something has been answered, 400 if the study does not speak it */
    Visit speak(String token, Optional<String> wanted) {
        return transactions.call(() -> {
            Visit visit = visits.hold(token, clock.instant()).orElseThrow(() -> nobody(token));
            Language language = Beginning.language(visit.published(), wanted);
            if (!visit.saved().isEmpty()) {
                throw new Problem(
                                "The language stays",
                                409,
                                "What was agreed to and answered was read in "
                                        + visit.session().language() + ".",
                                "too-late")
                        .exception();
            }
            visits.speak(visit, language);
            Session session = visit.session();
            return visit.with(Session.begin(session.study(), language, session.seed()));
        });
    }

    /** Why there is no session of that token: it never was, or was withdrawn. */
    ProblemException nobody(String token) {
        boolean withdrawn = visits.withdrawn(Beginning.sha256(token));
        return withdrawn
                ? new Problem(
                                "Everything was deleted",
                                410,
                                "The answers of this session were taken back with its code.",
                                "withdrawn")
                        .exception()
                : unknown();
    }

    static ProblemException unknown() {
        return Problem.notFound("No such session", "The link or code may have been cut off.")
                .exception();
    }
}
