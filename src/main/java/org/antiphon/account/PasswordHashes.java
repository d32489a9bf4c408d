package org.antiphon.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.antiphon.platform.Problem;

/** Makes and compares the hashes of passwords, a few at a time. */
@ApplicationScoped
class PasswordHashes {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    /** Each hash takes 19 MB; others wait. */
    private static final int AT_ONCE = 2;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final String nobody = Passwords.hash("a password that nobody has");

    /** @throws org.antiphon.platform.ProblemException 400 if the password will not do */
    static String fit(String password) {
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            throw Problem.badRequest(
                            "bad-password",
                            "The password will not do",
                            "Take at least " + SHORTEST + " characters; a few words are easy to remember.")
                    .exception();
        }
        return password;
    }

    /** @throws org.antiphon.platform.ProblemException 400 if the password will not do */
    String of(String password) {
        String fit = fit(password);
        turns.acquireUninterruptibly();
        try {
            return Passwords.hash(fit);
        } finally {
            turns.release();
        }
    }

    /** Whether it is the password of this hash; where there is none, the answer takes as long. */
    boolean fits(String password, Optional<String> hash) {
        if (password == null || password.length() > LONGEST) {
            return false;
        }
        turns.acquireUninterruptibly();
        try {
            return Passwords.fits(password, hash.orElse(nobody)) && hash.isPresent();
        } finally {
            turns.release();
        }
    }
}
