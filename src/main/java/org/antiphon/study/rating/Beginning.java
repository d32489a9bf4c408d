package org.antiphon.study.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.antiphon.platform.Digest;
import org.antiphon.platform.Problem;
import org.antiphon.platform.ProblemException;
import org.antiphon.study.design.Recruitment;
import org.antiphon.study.design.Way;
import org.antiphon.study.design.document.Language;
import org.antiphon.study.session.Admission;

/** Lets people begin a study, each once: whoever comes again by the same way finds their session as they left it. */
@ApplicationScoped
class Beginning {

    static final String OPEN_LINK = "open-link";
    static final String INVITATIONS = "invitations";
    static final String PROLIFIC = "prolific";

    private static final Duration PLACE_MAY_FREE = Duration.ofMinutes(2);

    private final Visits visits;
    private final Editions editions;
    private final Counting counting;
    private final Secrets secrets;
    private final Sql sql;
    private final Clock clock;
    private final Transactions transactions;

    @Inject
    Beginning(
            Visits visits,
            Editions editions,
            Counting counting,
            Secrets secrets,
            Sql sql,
            Clock clock,
            Transactions transactions) {
        this.visits = visits;
        this.editions = editions;
        this.counting = counting;
        this.secrets = secrets;
        this.sql = sql;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Who comes, and how.
     *
     * @param key made by the page
     * @param language in which the study is to be taken, if it is said
     * @param invitation the token of an invitation
     * @param prolificId the id of a participant of Prolific
     * @param device JSON, if the page told
     */
    record Arrival(
            UUID key,
            Optional<String> language,
            Optional<String> invitation,
            Optional<String> prolificId,
            Optional<String> device) {}

    /** A session, and whether it has just begun. */
    record Begun(Visit visit, boolean now) {}

    /** @throws ProblemException if this person cannot begin this study */
    Begun begin(String slug, Arrival arrival) {
        return transactions.callInTurn(slug, () -> {
            Optional<Begun> before = before(slug, arrival);
            if (before.isPresent()) {
                return before.get();
            }
            Published published = published(slug);
            counting.takeTurns(published);
            // a repeated request may have begun while this one waited for its turn
            return before(slug, arrival).orElseGet(() -> admit(published, arrival));
        });
    }

    /** The session that was begun by the same page, invitation or participant, even if the study takes nobody any more. */
    private Optional<Begun> before(String slug, Arrival arrival) {
        Optional<Long> study = sql.row(row -> row.getLong(1), "select id from study where slug = ?", slug);
        if (study.isEmpty()) {
            return Optional.empty();
        }
        Optional<Visit> before = visits.begunWith(study.get(), arrival.key());
        if (before.isEmpty() && arrival.invitation().isPresent()) {
            before = invitation(study.get(), arrival.invitation().get()).flatMap(visits::invited);
            if (before.isPresent() && !before.get().going()) {
                throw used();
            }
        }
        if (before.isEmpty() && arrival.prolificId().isPresent()) {
            before = visits.participant(
                    study.get(),
                    secrets.participant(study.get(), arrival.prolificId().get()));
        }
        return before.map(visit -> new Begun(visit, false));
    }

    /** @throws ProblemException if there is no such study, or it takes nobody */
    Published published(String slug) {
        Editions.Offer offer = editions.offer(slug);
        if (offer instanceof Editions.Offer.Open open) {
            return open.published();
        }
        if (offer instanceof Editions.Offer.Unknown) {
            throw Problem.notFound("No such study", "No study of this name has been published here.")
                    .exception();
        }
        throw gone("study-closed", "This study is closed", "It takes no more participants.");
    }

    /** Whether somebody who follows the open link may begin now. */
    Admission admission(Published published) {
        return transactions.call(() -> admission(published, false, clock.instant()));
    }

    private Admission admission(Published published, boolean placeHeld, Instant now) {
        return Admission.of(
                published.study().recruitment(),
                counting.sessions(published, now),
                placeHeld,
                LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private Begun admit(Published published, Arrival arrival) {
        Recruitment recruitment = published.study().recruitment();
        Optional<Long> invitation = Optional.empty();
        Optional<String> participant = Optional.empty();
        String way = OPEN_LINK;
        if (arrival.invitation().isPresent() && offers(recruitment, Way.Invitations.class)) {
            way = INVITATIONS;
            invitation = invitation(published.studyId(), arrival.invitation().get());
            refuseWithdrawn("invitation_id = ?", invitation.orElseThrow(() -> new Problem(
                            "This invitation is not known",
                            403,
                            "The link may have been cut off. Open it again as it was sent.",
                            "invitation-unknown")
                    .exception()));
        } else if (arrival.prolificId().isPresent() && offers(recruitment, Way.Prolific.class)) {
            way = PROLIFIC;
            String known = secrets.participant(
                    published.studyId(), arrival.prolificId().get());
            participant = Optional.of(known);
            refuseWithdrawn("participant = ? and study_id = ?", known, published.studyId());
        } else if (!offers(recruitment, Way.OpenLink.class)) {
            throw uninvited(recruitment);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        refuseUnlessOpen(admission(published, way.equals(PROLIFIC), now));
        String token = secrets.session(published.studyId(), arrival.key().toString());
        refuseWithdrawn("token_sha256 = ?", sha256(token));
        Visit begun = visits.begin(new Visits.Newcomer(
                token,
                secrets.withdrawal(token),
                arrival.key(),
                published,
                language(published, arrival.language()),
                way,
                invitation,
                participant,
                secrets.seed(token),
                arrival.device(),
                now));
        return new Begun(begun, true);
    }

    /** A way as the document names it. */
    static String name(Way way) {
        if (way instanceof Way.OpenLink) {
            return OPEN_LINK;
        }
        return way instanceof Way.Invitations ? INVITATIONS : PROLIFIC;
    }

    private static boolean offers(Recruitment recruitment, Class<? extends Way> kind) {
        return recruitment.ways().stream().anyMatch(kind::isInstance);
    }

    private Optional<Long> invitation(long study, String token) {
        return sql.row(
                row -> row.getLong(1),
                "select id from invitation where study_id = ? and token_sha256 = ?",
                study,
                sha256(token));
    }

    private void refuseWithdrawn(String where, Object... values) {
        if (sql.row(row -> true, "select 1 from withdrawal where " + where, values)
                .isPresent()) {
            throw used();
        }
    }

    private static ProblemException used() {
        return new Problem(
                        "You have taken part already",
                        409,
                        "This link works once, and its session has ended.",
                        "invitation-used")
                .exception();
    }

    private static ProblemException uninvited(Recruitment recruitment) {
        if (offers(recruitment, Way.Invitations.class)) {
            return new Problem(
                            "This study is by invitation",
                            403,
                            "Open the link of your invitation as it was sent.",
                            "invitation-needed")
                    .exception();
        }
        return new Problem(
                        "This study is entered from Prolific", 403, "Open it from its page there.", "prolific-needed")
                .exception();
    }

    private static void refuseUnlessOpen(Admission admission) {
        switch (admission) {
            case OPEN -> {
                // welcome
            }
            case CLOSED -> throw gone("study-closed", "This study is closed", "Its last day has passed.");
            case COMPLETE ->
                throw gone("study-complete", "This study is complete", "As many have taken part as were wanted.");
            case TAKEN ->
                throw new Problem(
                                "All places are taken just now",
                                409,
                                "As many are taking part as are still wanted. A place may become free: try again soon.",
                                "places-taken",
                                Optional.of(PLACE_MAY_FREE))
                        .exception();
        }
    }

    private static ProblemException gone(String code, String title, String detail) {
        return new Problem(title, 410, detail, code).exception();
    }

    static Language language(Published published, Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return published.study().languages().get(0);
        }
        return published.study().languages().stream()
                .filter(language -> language.tag().equals(wanted.get()))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                                "bad-language",
                                "Not in this language",
                                "This study can be taken in "
                                        + published.study().languages() + ".")
                        .exception());
    }

    static String sha256(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
