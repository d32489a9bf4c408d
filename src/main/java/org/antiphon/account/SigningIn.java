package org.antiphon.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.antiphon.platform.Digest;
import org.antiphon.platform.Problem;
import org.antiphon.platform.Seeds;

/** Signing in by password, and the links by which one is set. Every method is one transaction or several short ones. */
@ApplicationScoped
class SigningIn {

    private static final Duration LINK_LASTS = Duration.ofDays(7);
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 200;

    /** Each hash takes 19 MB; others wait. */
    private static final int HASHES_AT_ONCE = 2;

    private final AccountRows accounts;
    private final AccountLinkRows links;
    private final Sessions sessions;
    private final FailedSignIns failures;
    private final Seeds seeds;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(HASHES_AT_ONCE, true);
    private final String nobody = Passwords.hash("a password that nobody has");

    @Inject
    SigningIn(
            AccountRows accounts,
            AccountLinkRows links,
            Sessions sessions,
            FailedSignIns failures,
            Seeds seeds,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.failures = failures;
        this.seeds = seeds;
        this.clock = clock;
    }

    /**
     * Makes sure that there is an owner.
     *
     * @return the token of a new link, if the owner has no password yet; older links work no longer
     */
    Optional<String> firstLink() {
        return QuarkusTransaction.requiringNew().call(() -> {
            AccountRow owner = accounts.owner().orElseGet(this::newOwner);
            if (owner.passwordHash != null) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            links.update("expiresAt = ?1 where accountId = ?2 and usedAt is null and expiresAt > ?1", now, owner.id);
            String token = seeds.id();
            AccountLinkRow link = new AccountLinkRow();
            link.tokenSha256 = hash(token);
            link.accountId = owner.id;
            link.createdAt = now;
            link.expiresAt = now.plus(LINK_LASTS);
            links.persist(link);
            return Optional.of(token);
        });
    }

    private AccountRow newOwner() {
        AccountRow owner = new AccountRow();
        owner.name = "owner";
        owner.role = Role.OWNER.label();
        owner.createdAt = clock.instant();
        accounts.persist(owner);
        return owner;
    }

    /** Whose link this is; empty if it is unknown, used or too old. */
    Optional<String> linked(String token) {
        return QuarkusTransaction.requiringNew()
                .call(() -> link(token).map(link -> accounts.findById(link.accountId).name));
    }

    private Optional<AccountLinkRow> link(String token) {
        return links.findByIdOptional(hash(token))
                .filter(link -> link.usedAt == null && clock.instant().isBefore(link.expiresAt))
                .filter(link -> accounts.findById(link.accountId).disabledAt == null);
    }

    /**
     * Sets the first password by a link, which works once.
     *
     * @return the token of the browser that is signed in by it; empty if the link does not work (any more)
     * @throws org.antiphon.platform.ProblemException 400 if the password will not do
     */
    Optional<String> welcome(String token, String password, String browser) {
        if (password == null || password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw Problem.badRequest(
                            "bad-password",
                            "The password will not do",
                            "Take at least " + SHORTEST_PASSWORD + " characters; a few words are easy to remember.")
                    .exception();
        }
        String made = hashed(password);
        return QuarkusTransaction.requiringNew().call(() -> {
            // the update counts only once, whoever comes twice at the same time
            Instant now = clock.instant();
            String hash = hash(token);
            if (link(token).isEmpty()
                    || links.update("usedAt = ?1 where tokenSha256 = ?2 and usedAt is null and expiresAt > ?1", now, hash)
                            == 0) {
                return Optional.empty();
            }
            AccountRow account = accounts.findById(links.findById(hash).accountId);
            account.passwordHash = made;
            sessions.endAll(account.id);
            return Optional.of(sessions.begin(account, browser));
        });
    }

    /**
     * @param address where the attempt comes from
     * @return the token of the browser; empty if name or password is wrong, whichever
     * @throws org.antiphon.platform.ProblemException 429 after too many attempts
     */
    Optional<String> signIn(String name, String password, String address, String browser) {
        QuarkusTransaction.requiringNew().run(() -> failures.admit(address, name));
        Optional<AccountRow> account = QuarkusTransaction.requiringNew()
                .call(() -> accounts.named(name).filter(row -> row.passwordHash != null && row.disabledAt == null));
        // an unknown name takes as long as a wrong password
        boolean fits = fits(password, account.map(row -> row.passwordHash).orElse(nobody));
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!fits || account.isEmpty()) {
                failures.note(address, name);
                return Optional.empty();
            }
            return Optional.of(sessions.begin(account.get(), browser));
        });
    }

    private String hashed(String password) {
        turns.acquireUninterruptibly();
        try {
            return Passwords.hash(password);
        } finally {
            turns.release();
        }
    }

    private boolean fits(String password, String hash) {
        if (password == null || password.length() > LONGEST_PASSWORD) {
            return false;
        }
        turns.acquireUninterruptibly();
        try {
            return Passwords.fits(password, hash);
        } finally {
            turns.release();
        }
    }

    /** What is kept of a token. */
    static String hash(String token) {
        return Digest.of(token.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
