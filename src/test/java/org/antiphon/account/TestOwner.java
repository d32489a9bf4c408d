package org.antiphon.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The owner of the server under test, whose browser is signed in whenever a test asks for its cookie. */
@ApplicationScoped
public class TestOwner {

    /** The name of the cookie that {@link #token} belongs into. */
    public static final String COOKIE = SignInPages.COOKIE;

    private static final String PASSWORD = "a password for tests";

    @Inject
    SigningIn signingIn;

    /** The token of a browser of its own. */
    public synchronized String token() {
        Optional<String> link = signingIn.firstLink();
        return link.isPresent()
                ? signingIn.welcome(link.get(), PASSWORD, "test").orElseThrow()
                : signingIn.signIn("owner", PASSWORD, "test", "test").orElseThrow();
    }
}
