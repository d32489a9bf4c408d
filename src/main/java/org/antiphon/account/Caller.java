package org.antiphon.account;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who has sent the request that is being answered. */
@RequestScoped
class Caller {

    private Optional<Who> who = Optional.empty();

    /** Who is asking; nobody outside of requests. */
    static Optional<Who> asking(Caller caller) {
        return Arc.container().requestContext().isActive() ? caller.who() : Optional.empty();
    }

    Optional<Who> who() {
        return who;
    }

    void is(Who known) {
        who = Optional.of(known);
    }
}
