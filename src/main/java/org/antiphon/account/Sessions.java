package org.antiphon.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.antiphon.platform.Seeds;

/**
 * Browsers that are signed in. Each holds a random token, the database its hash; whoever reads the database can use neither
 * tokens nor passwords.
 */
@ApplicationScoped
class Sessions {

    static final Duration LASTS = Duration.ofDays(14);

    /** How exactly the time is kept at which a browser was last seen: a write for each request would be too much. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    private final SignInRows rows;
    private final AccountRows accounts;
    private final Seeds seeds;
    private final Clock clock;

    @Inject
    Sessions(SignInRows rows, AccountRows accounts, Seeds seeds, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.seeds = seeds;
        this.clock = clock;
    }

    /**
     * A browser that is signed in.
     *
     * @param id hash of its token
     * @param own whether it is the one that asks
     */
    record Browser(String id, String name, Instant since, Instant seen, boolean own) {}

    /** @return the token of the browser */
    String begin(AccountRow account, String browser) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Instant now = clock.instant();
            rows.delete("expiresAt < ?1", now);
            String token = seeds.id();
            SignInRow row = new SignInRow();
            row.tokenSha256 = SigningIn.hash(token);
            row.accountId = account.id;
            row.browser = browser.substring(0, Math.min(300, browser.length()));
            row.createdAt = now;
            row.seenAt = now;
            row.expiresAt = now.plus(LASTS);
            rows.persist(row);
            return token;
        });
    }

    /** Who holds this token; empty if it is unknown, revoked or too old, or the account is disabled. */
    Optional<Who> who(String token) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            Optional<SignInRow> known = rows.findByIdOptional(SigningIn.hash(token))
                    .filter(row -> row.revokedAt == null && now.isBefore(row.expiresAt));
            known.filter(row -> row.seenAt.plus(SEEN_EVERY).isBefore(now)).ifPresent(row -> row.seenAt = now);
            return known.map(row -> accounts.findById(row.accountId))
                    .filter(account -> account.disabledAt == null)
                    .map(account -> new Who(account.id, account.name, Role.ofLabel(account.role), Optional.empty()));
        });
    }

    /** The browsers of an account, the last seen first. */
    List<Browser> of(long account, String ownToken) {
        String own = SigningIn.hash(ownToken);
        return QuarkusTransaction.joiningExisting().call(() -> rows
                .list(
                        "accountId = ?1 and revokedAt is null and expiresAt > ?2 order by seenAt desc, tokenSha256",
                        account,
                        clock.instant())
                .stream()
                .map(row -> new Browser(
                        row.tokenSha256, row.browser, row.createdAt, row.seenAt, row.tokenSha256.equals(own)))
                .toList());
    }

    /** @param everywhere whether all browsers of the account are signed out, or only this one */
    void end(String token, boolean everywhere) {
        Optional<Who> who = who(token);
        if (everywhere && who.isPresent()) {
            endAll(who.get().account());
        } else {
            QuarkusTransaction.joiningExisting()
                    .run(() -> rows.update(
                            "revokedAt = ?1 where tokenSha256 = ?2 and revokedAt is null",
                            clock.instant(),
                            SigningIn.hash(token)));
        }
    }

    /** Signs one browser of an account out, by its id in the list. */
    void end(long account, String id) {
        QuarkusTransaction.joiningExisting()
                .run(() -> rows.update(
                        "revokedAt = ?1 where accountId = ?2 and tokenSha256 = ?3 and revokedAt is null",
                        clock.instant(),
                        account,
                        id));
    }

    /** Signs all browsers of an account out but the one that holds this token. */
    void endOthers(long account, String ownToken) {
        QuarkusTransaction.joiningExisting()
                .run(() -> rows.update(
                        "revokedAt = ?1 where accountId = ?2 and tokenSha256 <> ?3 and revokedAt is null",
                        clock.instant(),
                        account,
                        SigningIn.hash(ownToken)));
    }

    void endAll(long account) {
        QuarkusTransaction.joiningExisting()
                .run(() -> rows.update(
                        "revokedAt = ?1 where accountId = ?2 and revokedAt is null", clock.instant(), account));
    }
}
