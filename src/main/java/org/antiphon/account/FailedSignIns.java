package org.antiphon.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** @throws org.antiphon.platform.ProblemException 429 after too many */
    void admit(String address, String name) {
        Instant since = clock.instant().minus(WINDOW);
        if (count("key = ?1 and at > ?2", key("address " + address), since) >= FROM_ONE_ADDRESS
                || count("key = ?1 and at > ?2", key("name " + name), since) >= FOR_ONE_NAME) {
            throw tooMany("Signing in has failed too often. Wait a quarter of an hour, then try again.");
        }
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

    void note(String address, String name) {
        note(new String[] {"address " + address, "name " + name});
    }

    void noteToken(String address) {
        note(new String[] {"token from " + address});
    }

    private void note(String[] keys) {
        Instant now = clock.instant();
        delete("at < ?1", now.minus(WINDOW));
        for (String key : keys) {
            FailedSignInRow row = new FailedSignInRow();
            row.key = key(key);
            row.at = now;
            persist(row);
        }
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
