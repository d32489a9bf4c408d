package org.antiphon.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.platform.Digest;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;

/**
 * Counts attempts that failed, so that nobody can go on guessing: few from one address, some more for one name from wherever.
 * The keys are hashes with a secret of this installation, from which no address can be read back.
 */
@ApplicationScoped
class FailedSignIns implements PanacheRepository<FailedSignInRow> {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int FROM_ONE_ADDRESS = 10;
    private static final int FOR_ONE_NAME = 30;

    /** Tokens cannot be guessed; this is against scripts that go on and on with one that works no longer. */
    private static final int TOKENS_FROM_ONE_ADDRESS = 60;

    private final Clock clock;

    @Inject
    FailedSignIns(Clock clock) {
        this.clock = clock;
    }

    /** What stands written down of an attempt. */
    record Attempt(List<Long> rows) {}

    /**
     * Counts an attempt before anybody knows how it ends: who sends many at the same time gets no more of them answered than
     * who sends one after the other. In transactions of its own, as others must see it.
     *
     * @return what is forgotten once it has gone well
     * @throws org.antiphon.platform.ProblemException 429 after too many
     */
    Attempt begin(String address, String name) {
        Attempt attempt =
                QuarkusTransaction.requiringNew().call(() -> new Attempt(note("address " + address, "name " + name)));
        boolean tooMany = QuarkusTransaction.requiringNew().call(() -> {
            Instant since = clock.instant().minus(WINDOW);
            return count("key = ?1 and at > ?2", key("address " + address), since) > FROM_ONE_ADDRESS
                    || count("key = ?1 and at > ?2", key("name " + name), since) > FOR_ONE_NAME;
        });
        if (tooMany) {
            // what is refused tells nobody anything, so it does not lengthen the wait either
            forget(attempt);
            throw tooMany("Signing in has failed too often. Wait a quarter of an hour, then try again.");
        }
        return attempt;
    }

    /** It has not failed. */
    void forget(Attempt attempt) {
        QuarkusTransaction.requiringNew().run(() -> delete("id in ?1", attempt.rows()));
    }

    /** @throws org.antiphon.platform.ProblemException 429 after too many */
    void admitToken(String address) {
        Instant since = clock.instant().minus(WINDOW);
        if (count("key = ?1 and at > ?2", key("token from " + address), since) >= TOKENS_FROM_ONE_ADDRESS) {
            throw tooMany("This token works no longer, or never did. Make another one.");
        }
    }

    private static ProblemException tooMany(String detail) {
        return Problem.tooMany("too-many-attempts", "Too many attempts", detail, WINDOW)
                .exception();
    }

    void noteToken(String address) {
        note("token from " + address);
    }

    private List<Long> note(String... keys) {
        Instant now = clock.instant();
        delete("at < ?1", now.minus(WINDOW));
        List<Long> rows = new ArrayList<>();
        for (String key : keys) {
            FailedSignInRow row = new FailedSignInRow();
            row.key = key(key);
            row.at = now;
            persistAndFlush(row);
            rows.add(row.id);
        }
        return rows;
    }

    private String key(String what) {
        Object secret = getEntityManager()
                .createNativeQuery("select visitor_salt from installation")
                .getSingleResult();
        return Digest.of((secret + " sign-in " + what.toLowerCase(java.util.Locale.ROOT))
                        .getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
