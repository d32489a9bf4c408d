package org.antiphon.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;
import org.antiphon.platform.Seeds;

/** Links by which others come in, each once and only for some days. Every method is one transaction. */
@ApplicationScoped
class Invitations {

    static final Duration LASTS = Duration.ofDays(7);

    private final InvitationRows rows;
    private final AccountRows accounts;
    private final MemberRows members;
    private final KnownStudies studies;
    private final AuditLog log;
    private final Seeds seeds;
    private final Clock clock;

    @Inject
    Invitations(
            InvitationRows rows,
            AccountRows accounts,
            MemberRows members,
            KnownStudies studies,
            AuditLog log,
            Seeds seeds,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.members = members;
        this.studies = studies;
        this.log = log;
        this.seeds = seeds;
        this.clock = clock;
    }

    /**
     * What a link gives.
     *
     * @param role of an account that it makes
     * @param study with the role in it; empty if it gives none
     */
    record Gift(Role role, Optional<Membership> study) {}

    /** A role in a study, which is named by its slug. */
    record Membership(String study, Role role) {}

    /** A link that still works, as it is listed. */
    record Open(long id, Gift gift, String note, String by, Instant until) {}

    /** A link as the one who has opened it sees it. */
    record Offer(Gift gift, String by, Optional<String> title) {}

    /**
     * Makes a link.
     *
     * @param note whom it is for
     * @return its token, which is told only now
     * @throws ProblemException 404 if there is no such study, 400 if the note is too long or nobody can be given that role
     */
    String make(Who who, Gift gift, String note) {
        if (note.length() > 200) {
            throw Problem.badRequest("bad-note", "The note is too long", "200 characters are kept.")
                    .exception();
        }
        boolean owner = gift.role() == Role.OWNER
                || gift.study().map(Membership::role).filter(Role.OWNER::equals).isPresent();
        if (owner) {
            throw Problem.badRequest(
                            "bad-role", "Nobody is made an owner by a link", "Invite a researcher or a viewer.")
                    .exception();
        }
        gift.study()
                .map(Membership::study)
                .filter(study -> studies.named(study).isEmpty())
                .ifPresent(study -> {
                    throw Problem.notFound("No such study", "There is no study “" + study + "” here.")
                            .exception();
                });
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            String token = seeds.id();
            InvitationRow row = new InvitationRow();
            row.tokenSha256 = SigningIn.hash(token);
            row.role = gift.role().label();
            row.study = gift.study().map(Membership::study).orElse(null);
            row.studyRole = gift.study().map(member -> member.role().label()).orElse(null);
            row.note = note.strip();
            row.createdBy = who.account();
            row.createdAt = now;
            row.expiresAt = now.plus(LASTS);
            rows.persist(row);
            rows.flush();
            log.note(Deed.INVITED, Optional.ofNullable(row.study), told(gift));
            return token;
        });
    }

    /** Those that still work: of one study, or all. */
    List<Open> open(Optional<String> study) {
        return QuarkusTransaction.joiningExisting().call(() -> rows
                .list(
                        "usedAt is null and revokedAt is null and expiresAt > ?1 and (?2 is null or study = ?2)"
                                + " order by id desc",
                        clock.instant(),
                        study.orElse(null))
                .stream()
                .map(row -> new Open(row.id, gift(row), row.note, name(row.createdBy), row.expiresAt))
                .toList());
    }

    /** @param study only a link into this study; empty: any */
    void revoke(long id, Optional<String> study) {
        QuarkusTransaction.requiringNew().run(() -> rows.find("id = ?1 and usedAt is null and revokedAt is null", id)
                .firstResultOptional()
                .filter(row -> study.isEmpty() || study.get().equals(row.study))
                .ifPresent(row -> {
                    row.revokedAt = clock.instant();
                    log.note(Deed.INVITATION_REVOKED, Optional.ofNullable(row.study), told(gift(row)));
                }));
    }

    /** What the link of this token gives; empty if it works no longer, or never did. */
    Optional<Offer> offer(String token) {
        return QuarkusTransaction.joiningExisting().call(() -> rows.open(token, clock.instant())
                .map(row -> new Offer(
                        gift(row),
                        name(row.createdBy),
                        Optional.ofNullable(row.study).flatMap(studies::named).map(KnownStudies.Named::title))));
    }

    /**
     * Lets an account have what the link gives. Nobody loses anything by it: a role is only ever raised.
     *
     * @return whether the link still worked
     */
    boolean accept(String token, long account) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Instant now = clock.instant();
            Optional<InvitationRow> open = rows.open(token, now);
            if (open.isEmpty() || !rows.take(open.get(), account, now)) {
                return false;
            }
            Gift gift = gift(open.get());
            AccountRow row = accounts.findById(account);
            if (gift.role().compareTo(Role.ofLabel(row.role)) > 0) {
                row.role = gift.role().label();
            }
            gift.study().ifPresent(member -> join(account, member, now));
            log.noteOf(
                    Optional.of(account),
                    gift.study().isPresent() ? Deed.JOINED : Deed.ACCOUNT_CHANGED,
                    gift.study().map(Membership::study),
                    "by an invitation: " + told(gift));
            return true;
        });
    }

    private void join(long account, Membership member, Instant now) {
        MemberRow known = members.findById(new MemberRow.Key(account, member.study()));
        if (known == null || member.role().compareTo(Role.ofLabel(known.role)) > 0) {
            members.put(account, member.study(), member.role(), now);
        }
    }

    private String name(long account) {
        return accounts.findById(account).name;
    }

    private static Gift gift(InvitationRow row) {
        return new Gift(
                Role.ofLabel(row.role),
                Optional.ofNullable(row.study).map(study -> new Membership(study, Role.ofLabel(row.studyRole))));
    }

    private static String told(Gift gift) {
        return gift.study()
                .map(member -> member.role().label() + " of " + member.study())
                .orElse(gift.role().label());
    }
}
