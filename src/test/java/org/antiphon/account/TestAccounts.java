package org.antiphon.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Accounts for tests, made without an invitation; each is signed in whenever a test asks for its cookie. */
@ApplicationScoped
public class TestAccounts {

    @Inject
    AccountRows accounts;

    @Inject
    MemberRows members;

    @Inject
    Sessions sessions;

    @Inject
    Tokens tokens;

    /** The token of a new browser of the account of that name, which is made if there is none. */
    public synchronized String token(String name, Role role) {
        return QuarkusTransaction.requiringNew().call(() -> {
            AccountRow account = accounts.named(name).orElseGet(() -> {
                AccountRow row = new AccountRow();
                row.name = name;
                row.createdAt = Instant.EPOCH;
                row.role = role.label();
                accounts.persist(row);
                return row;
            });
            return sessions.begin(account, "test");
        });
    }

    /** Gives an account a role in a study. */
    public void member(String name, String study, Role role) {
        QuarkusTransaction.requiringNew()
                .run(() -> members.put(accounts.named(name).orElseThrow().id, study, role, Instant.EPOCH));
    }

    /** Takes that role away. */
    public void noMember(String name, String study) {
        QuarkusTransaction.requiringNew()
                .run(() -> members.deleteById(
                        new MemberRow.Key(accounts.named(name).orElseThrow().id, study)));
    }

    /** A token for a script of the owner, which opens that study alone and may change it. */
    public String ownersToken(String study) {
        Who owner = QuarkusTransaction.requiringNew().call(() -> {
            AccountRow row = accounts.owner().orElseThrow();
            return new Who(row.id, row.name, Role.OWNER, java.util.Optional.empty());
        });
        return tokens.make(owner, "a script", true, java.util.Optional.of(study), 1);
    }
}
