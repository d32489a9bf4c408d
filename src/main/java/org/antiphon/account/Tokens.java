package org.antiphon.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.antiphon.platform.Problem;
import org.antiphon.platform.Seeds;

/** Tokens for scripts: each does at most what its account may, for a while; the database holds only their hashes. */
@ApplicationScoped
class Tokens {

    /** So that a token is known as one wherever it turns up. */
    static final String PREFIX = "antiphon_";

    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);
    private static final int LONGEST_DAYS = 366;
    private static final int MOST = 100;

    private final TokenRows rows;
    private final AccountRows accounts;
    private final Access access;
    private final FailedSignIns failures;
    private final AuditLog log;
    private final Seeds seeds;
    private final Clock clock;

    @Inject
    Tokens(
            TokenRows rows,
            AccountRows accounts,
            Access access,
            FailedSignIns failures,
            AuditLog log,
            Seeds seeds,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.access = access;
        this.failures = failures;
        this.log = log;
        this.seeds = seeds;
        this.clock = clock;
    }

    /** A token as it is listed: everything but itself. */
    record Listed(
            long id,
            String name,
            boolean mayWrite,
            Optional<String> study,
            Instant since,
            Instant until,
            Optional<Instant> seen) {}

    /**
     * Makes a token, which is told only now.
     *
     * @param study the only study that it opens; empty for all of the account
     * @throws org.antiphon.platform.ProblemException 400 if the name is empty or too long, the days are not 1 to 366 or the
     *     study is none of theirs
     */
    String make(Who who, String name, boolean mayWrite, Optional<String> study, int days) {
        String called = name == null ? "" : name.strip();
        if (called.isEmpty() || called.length() > 100) {
            throw Problem.badRequest("bad-token", "The token needs a name", "Say what it is for, in 100 characters.")
                    .exception();
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw Problem.badRequest("bad-token", "That is no time for a token", "It may last from 1 to 366 days.")
                    .exception();
        }
        if (study.isPresent() && access.role(who, study.get()).isEmpty()) {
            throw Problem.badRequest("bad-token", "No such study", "There is no study “" + study.get() + "” here.")
                    .exception();
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            if (rows.count("accountId = ?1 and revokedAt is null and expiresAt > ?2", who.account(), now) >= MOST) {
                throw Problem.badRequest("bad-token", "You have too many tokens", "Revoke those that are not used.")
                        .exception();
            }
            String token = PREFIX + seeds.id();
            TokenRow row = new TokenRow();
            row.tokenSha256 = SigningIn.hash(token);
            row.accountId = who.account();
            row.name = called;
            row.mayWrite = mayWrite;
            row.study = study.orElse(null);
            row.createdAt = now;
            row.expiresAt = now.plus(Duration.ofDays(days));
            rows.persist(row);
            rows.flush();
            log.note(Deed.TOKEN_MADE, study, called + (mayWrite ? ", read and write" : ", read"));
            return token;
        });
    }

    List<Listed> of(long account) {
        return QuarkusTransaction.joiningExisting().call(() -> rows
                .list(
                        "accountId = ?1 and revokedAt is null and expiresAt > ?2 order by id desc",
                        account,
                        clock.instant())
                .stream()
                .map(row -> new Listed(
                        row.id,
                        row.name,
                        row.mayWrite,
                        Optional.ofNullable(row.study),
                        row.createdAt,
                        row.expiresAt,
                        Optional.ofNullable(row.seenAt)))
                .toList());
    }

    /** Revokes a token of this account; of another's nothing happens. */
    void revoke(long account, long id) {
        QuarkusTransaction.requiringNew()
                .run(() -> rows.find("id = ?1 and accountId = ?2 and revokedAt is null", id, account)
                        .firstResultOptional()
                        .ifPresent(row -> {
                            row.revokedAt = clock.instant();
                            log.note(Deed.TOKEN_REVOKED, Optional.ofNullable(row.study), row.name);
                        }));
    }

    /**
     * Whose token this is; empty if it is unknown, revoked or too old, or its account disabled. A right one always works,
     * however many wrong ones came from the same address.
     *
     * @throws org.antiphon.platform.ProblemException 429 after too many wrong ones from one address
     */
    Optional<Who> who(String token, String address) {
        Optional<Who> who = QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            Optional<TokenRow> known = rows.find("tokenSha256", SigningIn.hash(token))
                    .firstResultOptional()
                    .filter(row -> row.revokedAt == null && now.isBefore(row.expiresAt));
            known.filter(row ->
                            row.seenAt == null || row.seenAt.plus(SEEN_EVERY).isBefore(now))
                    .ifPresent(row -> row.seenAt = now);
            return known.flatMap(row -> accounts.findByIdOptional(row.accountId)
                    .filter(account -> account.disabledAt == null)
                    .map(account -> new Who(
                            account.id,
                            account.name,
                            Role.ofLabel(account.role),
                            Optional.of(
                                    new Who.Token(row.id, row.name, row.mayWrite, Optional.ofNullable(row.study))))));
        });
        if (who.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> failures.admitToken(address));
            QuarkusTransaction.requiringNew().run(() -> failures.noteToken(address));
        }
        return who;
    }
}
