package org.antiphon.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.antiphon.platform.Digest;
import org.antiphon.platform.Seeds;

/** Signing in by password, and the links by which one is set. Every method is one transaction or several short ones. */
@ApplicationScoped
class SigningIn {

    private static final Duration LINK_LASTS = Duration.ofDays(7);

    private final AccountRows accounts;
    private final AccountLinkRows links;
    private final Sessions sessions;
    private final FailedSignIns failures;
    private final PasswordHashes hashes;
    private final AuditLog log;
    private final Seeds seeds;
    private final Clock clock;

    @Inject
    SigningIn(
            AccountRows accounts,
            AccountLinkRows links,
            Sessions sessions,
            FailedSignIns failures,
            PasswordHashes hashes,
            AuditLog log,
            Seeds seeds,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.failures = failures;
        this.hashes = hashes;
        this.log = log;
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
            return Optional.of(newLink(owner.id));
        });
    }

    /** A link by which somebody sets a new password; older ones work no longer. */
    String link(long account) {
        return QuarkusTransaction.joiningExisting().call(() -> newLink(account));
    }

    private String newLink(long account) {
        Instant now = clock.instant();
        links.update("expiresAt = ?1 where accountId = ?2 and usedAt is null and expiresAt > ?1", now, account);
        String token = seeds.id();
        AccountLinkRow link = new AccountLinkRow();
        link.tokenSha256 = hash(token);
        link.accountId = account;
        link.createdAt = now;
        link.expiresAt = now.plus(LINK_LASTS);
        links.persist(link);
        return token;
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
        String made = hashes.of(password);
        return QuarkusTransaction.requiringNew().call(() -> {
            // the update counts only once, whoever comes twice at the same time
            Instant now = clock.instant();
            String hash = hash(token);
            if (link(token).isEmpty()
                    || links.update(
                                    "usedAt = ?1 where tokenSha256 = ?2 and usedAt is null and expiresAt > ?1",
                                    now,
                                    hash)
                            == 0) {
                return Optional.empty();
            }
            AccountRow account = accounts.findById(links.findById(hash).accountId);
            account.passwordHash = made;
            sessions.endAll(account.id);
            log.noteOf(Optional.of(account.id), Deed.PASSWORD_SET, Optional.empty(), "by a link");
            return Optional.of(sessions.begin(account, browser));
        });
    }

    /**
     * @param address where the attempt comes from
     * @return the token of the browser; empty if name or password is wrong, whichever
     * @throws org.antiphon.platform.ProblemException 429 after too many attempts
     */
    Optional<String> signIn(String name, String password, String address, String browser) {
        FailedSignIns.Attempt attempt = failures.begin(address, name);
        Optional<AccountRow> account = QuarkusTransaction.requiringNew()
                .call(() -> accounts.named(name).filter(row -> row.passwordHash != null && row.disabledAt == null));
        boolean fits = hashes.fits(password, account.map(row -> row.passwordHash));
        if (fits && account.isPresent()) {
            failures.forget(attempt);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!fits || account.isEmpty()) {
                // a name that nobody has may be a password in the wrong field
                log.noteOf(
                        account.map(row -> row.id),
                        Deed.SIGN_IN_FAILED,
                        Optional.empty(),
                        account.isEmpty() ? "an unknown name" : "a wrong password");
                return Optional.empty();
            }
            log.noteOf(account.map(row -> row.id), Deed.SIGNED_IN, Optional.empty(), "by password");
            return Optional.of(sessions.begin(account.get(), browser));
        });
    }

    /**
     * Sets another password; every other browser of the account is signed out.
     *
     * @return whether the old one was right
     * @throws org.antiphon.platform.ProblemException 400 if the new one will not do, 429 after too many wrong old ones
     */
    boolean changePassword(Who who, String old, String fresh, String address, String ownToken) {
        PasswordHashes.fit(fresh);
        if (!knows(who, old, address)) {
            return false;
        }
        String made = hashes.of(fresh);
        QuarkusTransaction.requiringNew().run(() -> {
            accounts.findById(who.account()).passwordHash = made;
            sessions.endOthers(who.account(), ownToken);
            log.noteOf(Optional.of(who.account()), Deed.PASSWORD_SET, Optional.empty(), "in place of the old one");
        });
        return true;
    }

    /**
     * Whether somebody who is signed in knows the password of the account too.
     *
     * @throws org.antiphon.platform.ProblemException 429 after too many wrong ones
     */
    boolean knows(Who who, String password, String address) {
        FailedSignIns.Attempt attempt = failures.begin(address, who.name());
        AccountRow account = QuarkusTransaction.requiringNew().call(() -> accounts.findById(who.account()));
        boolean fits = hashes.fits(password, Optional.ofNullable(account.passwordHash));
        if (fits) {
            failures.forget(attempt);
        }
        return fits;
    }

    /** What is kept of a token. */
    static String hash(String token) {
        return Digest.of(token.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
