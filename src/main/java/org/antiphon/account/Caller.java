package org.antiphon.account;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who has sent the request that is being answered. */
@RequestScoped
class Caller {

    private Optional<Who> who = Optional.empty();

    Optional<Who> who() {
        return who;
    }

    void is(Who known) {
        who = Optional.of(known);
    }
}
