package org.antiphon.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The owner of the server under test, whose browser is signed in whenever a test asks for its cookie. */
@ApplicationScoped
public class TestOwner {

    /** The name of the cookie that {@link #token} belongs into. */
    public static final String COOKIE = SignInPages.COOKIE;

    private static final String PASSWORD = "a password for tests";

    @Inject
    SigningIn signingIn;

    @Inject
    AccountRows accounts;

    @Inject
    Sessions sessions;

    /** The token of a browser of its own; begun without the password, which takes a tenth of a second each time. */
    public synchronized String token() {
        return signingIn
                .firstLink()
                .map(link -> signingIn.welcome(link, PASSWORD, "test").orElseThrow())
                .orElseGet(() -> QuarkusTransaction.requiringNew()
                        .call(() -> sessions.begin(accounts.owner().orElseThrow(), "test")));
    }

    /** The same, by the password. */
    String tokenByPassword() {
        token();
        return signingIn.signIn("owner", PASSWORD, "test", "test").orElseThrow();
    }
}
