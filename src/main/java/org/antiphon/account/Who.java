package org.antiphon.account;

import java.util.Optional;

/**
 * Somebody who is signed in, in person or by a script.
 *
 * @param account number of the account
 * @param name of the account
 * @param role on this server
 * @param token what a script has shown; empty for a person
 */
public record Who(long account, String name, Role role, Optional<Token> token) {

    /**
     * A token of a script, which may at most what its account may.
     *
     * @param name which its maker gave it
     * @param mayWrite whether it may change anything
     * @param study the only study that it opens; empty if it opens all of its account
     */
    public record Token(long id, String name, boolean mayWrite, Optional<String> study) {}

    /** What is left of a role when a token shows it. */
    Role limited(Role role) {
        return token.isEmpty() || token.get().mayWrite() ? role : Role.VIEWER;
    }

    /** Whether it may be in this study at all, as far as its token says. */
    boolean opens(String study) {
        return token.flatMap(Token::study).map(study::equals).orElse(true);
    }

    /** The role outside of studies; a token of one study changes nothing there. */
    Role onServer() {
        return token.flatMap(Token::study).isPresent() ? Role.VIEWER : limited(role);
    }
}
