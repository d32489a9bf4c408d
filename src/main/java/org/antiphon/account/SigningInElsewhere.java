package org.antiphon.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.antiphon.platform.Problem;

/**
 * Signing in by OpenID Connect, if it is configured. Whom the provider vouches for is the account of that issuer and subject;
 * one is made for who holds an invitation, or has an address in the domain that is let in.
 */
@ApplicationScoped
class SigningInElsewhere {

    private final OidcConfig config;
    private final Optional<Provider> provider;
    private final AccountRows accounts;
    private final Joining joining;
    private final Invitations invitations;
    private final Sessions sessions;
    private final AuditLog log;

    @Inject
    SigningInElsewhere(
            OidcConfig config,
            AccountRows accounts,
            Joining joining,
            Invitations invitations,
            Sessions sessions,
            AuditLog log) {
        this.config = config;
        this.provider = config.issuer().flatMap(issuer -> config.clientId()
                .map(client -> new Provider(issuer, client, config.clientSecret())));
        this.accounts = accounts;
        this.joining = joining;
        this.invitations = invitations;
        this.sessions = sessions;
        this.log = log;
    }

    /** What the button says; empty if there is nobody to ask. */
    String name() {
        return provider.isPresent() ? config.name() : "";
    }

    Optional<URI> begin(Provider.Attempt attempt, URI back) {
        return provider.map(known -> known.begin(attempt, back));
    }

    /**
     * Somebody who was signed in.
     *
     * @param token of the browser
     * @param joined whether the invitation was taken
     */
    record In(String token, boolean joined) {}

    /**
     * @param invitation token of the invitation that led here, if one did
     * @return empty if nobody here knows that person
     * @throws org.antiphon.platform.ProblemException 401 or 502 if the provider vouches for nobody
     */
    Optional<In> finish(Provider.Attempt attempt, URI back, URI called, Optional<String> invitation, String browser) {
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        Provider.Person person = provider.get().finish(attempt, back, called);
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<AccountRow> known = accounts.of(person.issuer(), person.subject());
            Optional<AccountRow> account = known.isPresent() ? known : newcomer(person, invitation);
            Optional<Long> id = account.map(row -> row.id);
            if (account.filter(row -> row.disabledAt == null).isEmpty()) {
                log.noteOf(id, Deed.SIGN_IN_FAILED, Optional.empty(), "by OpenID Connect");
                return Optional.empty();
            }
            log.noteOf(id, Deed.SIGNED_IN, Optional.empty(), "by OpenID Connect");
            boolean joined = known.isEmpty() && invitation.isPresent();
            return Optional.of(new In(sessions.begin(account.get(), browser), joined));
        });
    }

    /** Whether an account is that of somebody at the provider too. */
    boolean linked(long account) {
        return QuarkusTransaction.joiningExisting().call(() -> accounts.findById(account).oidcSubject != null);
    }

    boolean hasPassword(long account) {
        return QuarkusTransaction.joiningExisting().call(() -> accounts.findById(account).passwordHash != null);
    }

    /**
     * Lets somebody who has an account here come in as who they are at the provider too.
     *
     * @param account whose password was just given
     * @throws org.antiphon.platform.ProblemException 401 or 502 if the provider vouches for nobody, 409 if that person has
     *     another account here
     */
    void link(Provider.Attempt attempt, URI back, URI called, long account) {
        Provider.Person person = provider.orElseThrow().finish(attempt, back, called);
        QuarkusTransaction.requiringNew().run(() -> {
            Optional<AccountRow> other =
                    accounts.of(person.issuer(), person.subject()).filter(row -> row.id != account);
            if (other.isPresent()) {
                throw new Problem(
                                "That is somebody else here",
                                409,
                                "Who you are there has another account on this server. Sign in as that one.",
                                "oidc-taken")
                        .exception();
            }
            AccountRow row = accounts.findById(account);
            row.oidcIssuer = person.issuer();
            row.oidcSubject = person.subject();
            log.noteOf(
                    Optional.of(account), Deed.ACCOUNT_CHANGED, Optional.empty(), row.name + ": OpenID Connect added");
        });
    }

    /** Takes that back; not from an account without a password, which nobody could come to any more. */
    void unlink(long account) {
        QuarkusTransaction.requiringNew().run(() -> {
            AccountRow row = accounts.findById(account);
            if (row.passwordHash != null && row.oidcSubject != null) {
                row.oidcIssuer = null;
                row.oidcSubject = null;
                log.noteOf(
                        Optional.of(account),
                        Deed.ACCOUNT_CHANGED,
                        Optional.empty(),
                        row.name + ": OpenID Connect taken off");
            }
        });
    }

    private Optional<AccountRow> newcomer(Provider.Person person, Optional<String> invitation) {
        Optional<String> open =
                invitation.filter(token -> invitations.offer(token).isPresent());
        boolean local = config.domain()
                .flatMap(
                        domain -> person.email().filter(email -> email.endsWith("@" + domain.toLowerCase(Locale.ROOT))))
                .isPresent();
        if (open.isEmpty() && !local) {
            return Optional.empty();
        }
        AccountRow account = joining.newAccount(open.orElse(""), free(person.name()));
        account.oidcIssuer = person.issuer();
        account.oidcSubject = person.subject();
        accounts.flush();
        if (open.isPresent() && !invitations.accept(open.get(), account.id)) {
            // somebody was faster by a moment: the link works once
            QuarkusTransaction.setRollbackOnly();
            return Optional.empty();
        }
        return Optional.of(account);
    }

    /** The name, or the first of its kind that nobody here has yet. */
    private String free(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
        String called = plain.isEmpty() ? "somebody" : plain.substring(0, Math.min(80, plain.length()));
        String free = called;
        for (int i = 2; accounts.named(free).isPresent(); i++) {
            free = called + " " + i;
        }
        return free;
    }
}
