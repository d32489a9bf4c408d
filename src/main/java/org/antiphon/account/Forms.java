package org.antiphon.account;

import java.util.Optional;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;

/** Reads what forms send. */
final class Forms {

    private Forms() {}

    /** @throws ProblemException 400 if it is no role */
    static Role role(String label) {
        for (Role role : Role.values()) {
            if (role.label().equals(label)) {
                return role;
            }
        }
        throw Problem.badRequest("bad-role", "There is no such role", "Roles are owner, researcher and viewer.")
                .exception();
    }

    static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(given -> !given.isEmpty());
    }

    /** @throws ProblemException 400 if it is no whole number */
    static Optional<Long> number(String text) {
        try {
            return given(text).map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("bad-number", "A number was expected", "“" + text + "” is none.")
                    .exception();
        }
    }
}
