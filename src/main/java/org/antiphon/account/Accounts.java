package org.antiphon.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;

/** Everybody who can sign in, and what each may do. Every method is one transaction. */
@ApplicationScoped
class Accounts {

    private final AccountRows accounts;
    private final MemberRows members;
    private final SignInRows signIns;
    private final SigningIn signingIn;
    private final Sessions sessions;
    private final AuditLog log;
    private final Clock clock;

    @Inject
    Accounts(
            AccountRows accounts,
            MemberRows members,
            SignInRows signIns,
            SigningIn signingIn,
            Sessions sessions,
            AuditLog log,
            Clock clock) {
        this.accounts = accounts;
        this.members = members;
        this.signIns = signIns;
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.log = log;
        this.clock = clock;
    }

    /** @param seen when a browser of theirs was seen last */
    record Listed(
            long id,
            String name,
            Role role,
            boolean disabled,
            Optional<Instant> seen,
            List<Invitations.Membership> studies) {}

    /** Somebody's role in one study. */
    record Member(long account, String name, Role role, Instant since) {}

    List<Listed> all() {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Map<Long, List<MemberRow>> studies =
                    members.list("order by study").stream().collect(Collectors.groupingBy(row -> row.accountId));
            Map<Long, Instant> seen = signIns.listAll().stream()
                    .collect(Collectors.toMap(row -> row.accountId, row -> row.seenAt, (a, b) -> a.isAfter(b) ? a : b));
            return accounts.list("order by lower(name)").stream()
                    .map(row -> new Listed(
                            row.id,
                            row.name,
                            Role.ofLabel(row.role),
                            row.disabledAt != null,
                            Optional.ofNullable(seen.get(row.id)),
                            studies.getOrDefault(row.id, List.of()).stream()
                                    .map(member -> new Invitations.Membership(member.study, Role.ofLabel(member.role)))
                                    .toList()))
                    .toList();
        });
    }

    /** The members of a study, by name. */
    List<Member> in(String study) {
        return QuarkusTransaction.joiningExisting().call(() -> members.list("study", study).stream()
                .map(row -> new Member(
                        row.accountId, accounts.findById(row.accountId).name, Role.ofLabel(row.role), row.since))
                .sorted(java.util.Comparator.comparing(member -> member.name().toLowerCase(java.util.Locale.ROOT)))
                .toList());
    }

    /** @throws ProblemException 404 if there is none, 400 if it is one's own, whose loss could not be mended */
    void change(Who who, long account, Role role) {
        QuarkusTransaction.requiringNew().run(() -> {
            AccountRow row = other(who, account);
            if (!row.role.equals(role.label())) {
                row.role = role.label();
                log.note(Deed.ROLE_CHANGED, Optional.empty(), row.name + ": " + row.role);
            }
        });
    }

    /** Disables an account, which signs it out everywhere, or enables it again. */
    void disable(Who who, long account, boolean disabled) {
        QuarkusTransaction.requiringNew().run(() -> {
            AccountRow row = other(who, account);
            row.disabledAt = disabled ? clock.instant() : null;
            if (disabled) {
                sessions.endAll(account);
            }
            log.note(Deed.ACCOUNT_CHANGED, Optional.empty(), row.name + (disabled ? ": disabled" : ": enabled"));
        });
    }

    /** @return the token of a link by which they set a new password */
    String link(Who who, long account) {
        return QuarkusTransaction.requiringNew().call(() -> {
            AccountRow row = other(who, account);
            log.note(Deed.ACCOUNT_CHANGED, Optional.empty(), row.name + ": a link for a new password");
            return signingIn.link(account);
        });
    }

    private AccountRow other(Who who, long account) {
        if (who.account() == account) {
            throw Problem.badRequest(
                            "own-account",
                            "That is your own account",
                            "Let another owner do it: who shuts themselves out cannot mend it.")
                    .exception();
        }
        return accounts.findByIdOptional(account).orElseThrow(Accounts::unknown);
    }

    /**
     * Changes what a member of a study may do there.
     *
     * @param role empty to let them in no longer
     * @throws ProblemException 404 if they are no member
     */
    void change(String study, long account, Optional<Role> role) {
        QuarkusTransaction.requiringNew().run(() -> {
            MemberRow row =
                    members.findByIdOptional(new MemberRow.Key(account, study)).orElseThrow(Accounts::unknown);
            String name = accounts.findById(account).name;
            if (role.isEmpty()) {
                members.delete(row);
            } else {
                row.role = role.get().label();
            }
            log.note(
                    Deed.ROLE_CHANGED,
                    Optional.of(study),
                    name + ": " + role.map(Role::label).orElse("no member any more"));
        });
    }

    private static ProblemException unknown() {
        return Problem.notFound("No such account", "It may have been let out meanwhile.")
                .exception();
    }
}
