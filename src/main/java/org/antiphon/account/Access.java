package org.antiphon.account;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Who is asking, and what they may do: for packages that have more to decide than the address of a study says. Studies are
 * named by their slugs; whether there is one of that name is not known here.
 */
@ApplicationScoped
public class Access {

    private final Caller caller;
    private final MemberRows members;
    private final AuditLog log;
    private final Clock clock;

    @Inject
    Access(Caller caller, MemberRows members, AuditLog log, Clock clock) {
        this.caller = caller;
        this.members = members;
        this.log = log;
        this.clock = clock;
    }

    /** Who has sent the request that is being answered; empty where nobody signed in, and outside of requests. */
    public Optional<Who> who() {
        return Caller.asking(caller);
    }

    /** Whether the one who asks may do that in this study; nobody may outside of a request. */
    public boolean may(Right right, String study) {
        return who().flatMap(who -> role(who, study))
                .filter(role -> role.allows(right))
                .isPresent();
    }

    /**
     * The same for answers that go on after the request: asked again later, it is false as soon as the browser is signed out,
     * the token revoked, the account disabled or the role taken away.
     */
    public BooleanSupplier lasting(Right right, String study) {
        Supplier<Optional<Who>> again = Arc.container().requestContext().isActive() ? caller.again() : Optional::empty;
        return () -> again.get()
                .flatMap(who -> role(who, study))
                .filter(role -> role.allows(right))
                .isPresent();
    }

    /** Which studies the one who asks may look at, as it is now. */
    public Predicate<String> readable() {
        Optional<Who> asking = who();
        if (asking.isEmpty()) {
            return study -> false;
        }
        Who who = asking.get();
        if (who.role() == Role.OWNER) {
            return who::opens;
        }
        var studies = QuarkusTransaction.joiningExisting().call(() -> members.of(who.account()).stream()
                .map(row -> row.study)
                .filter(who::opens)
                .collect(Collectors.toUnmodifiableSet()));
        return studies::contains;
    }

    /** Makes whoever is asking a researcher of a study that is being begun, in the transaction that begins it. */
    public void begun(String study) {
        who().ifPresent(who -> QuarkusTransaction.joiningExisting().run(() -> {
            if (who.role() != Role.OWNER) {
                members.put(who.account(), study, Role.RESEARCHER, clock.instant());
            }
            log.note(Deed.STUDY_BEGUN, Optional.of(study), "");
        }));
    }

    /** The role of somebody in a study; empty if it is none of theirs. */
    Optional<Role> role(Who who, String study) {
        if (!who.opens(study)) {
            return Optional.empty();
        }
        if (who.role() == Role.OWNER) {
            return Optional.of(who.limited(Role.OWNER));
        }
        return QuarkusTransaction.joiningExisting()
                .call(() -> members.findByIdOptional(new MemberRow.Key(who.account(), study)))
                .map(row -> who.limited(Role.ofLabel(row.role)));
    }
}
