package org.antiphon.account;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.Supplier;

/** Who has sent the request that is being answered. */
@RequestScoped
class Caller {

    private Optional<Who> who = Optional.empty();
    private Supplier<Optional<Who>> again = Optional::empty;

    /** Who is asking; nobody outside of requests. */
    static Optional<Who> asking(Caller caller) {
        return Arc.container().requestContext().isActive() ? caller.who() : Optional.empty();
    }

    Optional<Who> who() {
        return who;
    }

    /** @param stillThere finds out again whether what was shown with the request is good, later and from any thread */
    void is(Who known, Supplier<Optional<Who>> stillThere) {
        who = Optional.of(known);
        again = stillThere;
    }

    /** Outlives the request. */
    Supplier<Optional<Who>> again() {
        return again;
    }
}
