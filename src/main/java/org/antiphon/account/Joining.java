package org.antiphon.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.antiphon.platform.Problem;

/** Coming in by an invitation. */
@ApplicationScoped
class Joining {

    private final AccountRows accounts;
    private final Invitations invitations;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final AuditLog log;
    private final Clock clock;

    @Inject
    Joining(
            AccountRows accounts,
            Invitations invitations,
            PasswordHashes hashes,
            Sessions sessions,
            AuditLog log,
            Clock clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.hashes = hashes;
        this.sessions = sessions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Makes the account that an invitation gives.
     *
     * @return the token of the browser that is signed in by it; empty if the link does not work (any more)
     * @throws org.antiphon.platform.ProblemException 400 if name or password will not do, 409 if the name is taken
     */
    Optional<String> join(String token, String name, String password, String browser) {
        if (invitations.offer(token).isEmpty()) {
            return Optional.empty();
        }
        String made = hashes.of(password);
        return QuarkusTransaction.requiringNew().call(() -> {
            AccountRow account = newAccount(token, name);
            account.passwordHash = made;
            if (!invitations.accept(token, account.id)) {
                QuarkusTransaction.setRollbackOnly();
                return Optional.empty();
            }
            return Optional.of(sessions.begin(account, browser));
        });
    }

    /** An account for whoever holds the link of this token, in the transaction that takes the link. */
    AccountRow newAccount(String token, String name) {
        String called = name == null ? "" : name.strip();
        if (called.isEmpty() || called.length() > 100 || called.matches(".*\\p{Cntrl}.*")) {
            throw Problem.badRequest("bad-name", "That is no name", "Take a name of at most 100 characters.")
                    .exception();
        }
        if (accounts.named(called).isPresent()) {
            throw new Problem("The name is taken", 409, "Somebody here has that name; take another one.", "name-taken")
                    .exception();
        }
        AccountRow account = new AccountRow();
        account.name = called;
        account.role = invitations
                .offer(token)
                .map(offer -> offer.gift().role())
                .orElse(Role.VIEWER)
                .label();
        account.createdAt = clock.instant();
        accounts.persist(account);
        accounts.flush();
        log.noteOf(Optional.of(account.id), Deed.ACCOUNT_MADE, Optional.empty(), account.role);
        return account;
    }
}
