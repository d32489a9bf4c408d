package org.antiphon.study.edition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antiphon.platform.Digest;
import org.antiphon.platform.Problem;
import org.antiphon.platform.Seeds;
import org.antiphon.study.design.Edition;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Change;

/** Freezes drafts into editions, opens and closes them, and invites. Every method is one transaction. */
@ApplicationScoped
public class Publishing {

    private static final int TOKEN_LENGTH = 20;
    private static final int MOST_INVITATIONS = 10_000;

    private final DraftRows drafts;
    private final Looking looking;
    private final PublishedRows editions;
    private final PublishedStimulusRows stimuli;
    private final StimulusPairRows pairs;
    private final IssuedRows invitations;
    private final Seeds seeds;
    private final Clock clock;

    @Inject
    Publishing(
            DraftRows drafts,
            Looking looking,
            PublishedRows editions,
            PublishedStimulusRows stimuli,
            StimulusPairRows pairs,
            IssuedRows invitations,
            Seeds seeds,
            Clock clock) {
        this.drafts = drafts;
        this.looking = looking;
        this.editions = editions;
        this.stimuli = stimuli;
        this.pairs = pairs;
        this.invitations = invitations;
        this.seeds = seeds;
        this.clock = clock;
    }

    /**
     * What publishing would freeze.
     *
     * @param digest the name the edition would have; empty while something stands in the way
     * @param changes since the version before, as sentences
     * @param pools whether answers to the version before may be analysed together with those to this one
     * @param obstacles why it cannot be published, as sentences
     */
    public record Plan(
            String digest,
            int version,
            int items,
            int conditions,
            int stimuli,
            long bytes,
            int target,
            List<String> changes,
            boolean pools,
            List<String> obstacles) {}

    /** A published edition. */
    public record Published(String digest, int version, String state, Instant publishedAt) {}

    /** What would be frozen if the draft were published now. */
    public Plan plan(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> plan(looking.at(drafts.of(slug))));
    }

    private Plan plan(Looking.Draft draft) {
        Optional<PublishedRow> before = editions.latest(draft.row().id);
        List<String> obstacles = new ArrayList<>(draft.obstacles());
        Optional<Edition> edition = obstacles.isEmpty() ? Optional.of(edition(draft, before)) : Optional.empty();
        if (before.isPresent() && edition.isPresent() && edition.get().version() == before.get().version) {
            obstacles.add("Nothing has changed since version " + before.get().version + ".");
        }
        Optional<Edition> earlier = before.map(PublishedRow::edition);
        List<String> changes = edition.isPresent() && earlier.isPresent()
                ? edition.get().since(earlier.get()).stream()
                        .map(Change::sentence)
                        .toList()
                : List.of();
        return new Plan(
                obstacles.isEmpty() ? edition.orElseThrow().digest().hex() : "",
                edition.map(Edition::version)
                        .orElse(before.map(row -> row.version + 1).orElse(1)),
                (int) draft.made().keySet().stream()
                        .map(Stimulus::item)
                        .distinct()
                        .count(),
                (int) draft.made().keySet().stream()
                        .map(Stimulus::condition)
                        .distinct()
                        .count(),
                draft.made().size(),
                draft.made().values().stream().mapToLong(row -> row.bytes).sum(),
                draft.study().map(study -> study.recruitment().target()).orElse(0),
                changes,
                edition.isPresent() && earlier.isPresent() && edition.get().poolsWith(earlier.get()),
                obstacles);
    }

    private static Edition edition(Looking.Draft draft, Optional<PublishedRow> before) {
        SortedMap<Stimulus, Digest> made = new TreeMap<>();
        draft.made().forEach((stimulus, row) -> made.put(stimulus, new Digest(row.sha256)));
        Study study = draft.study().orElseThrow();
        return before.isPresent()
                ? before.get().edition().next(study, made)
                : new Edition(1, study, made, Optional.empty());
    }

    /**
     * Freezes the draft and opens it to participants; an earlier edition takes no further ones.
     *
     * @param digest of the plan that was looked at
     * @throws org.antiphon.platform.ProblemException 409 if that is not what would be published now
     */
    public Published publish(String slug, String digest) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Looking.Draft draft = looking.at(drafts.hold(slug));
            Plan plan = plan(draft);
            if (!plan.obstacles().isEmpty()) {
                throw new Problem(
                                "This cannot be published yet",
                                409,
                                String.join(" ", plan.obstacles()),
                                "not-publishable")
                        .exception();
            }
            if (!plan.digest().equals(digest)) {
                throw new Problem(
                                "The study has changed meanwhile",
                                409,
                                "Look at what would be published once more.",
                                "changed-meanwhile")
                        .exception();
            }
            return freeze(draft);
        });
    }

    private Published freeze(Looking.Draft draft) {
        Edition edition = edition(draft, editions.latest(draft.row().id));
        for (PublishedRow earlier : editions.of(draft.row().id)) {
            if (earlier.state.equals("open")) {
                earlier.state = "paused";
            }
        }
        PublishedRow row = new PublishedRow();
        row.digest = edition.digest().hex();
        row.studyId = draft.row().id;
        row.version = edition.version();
        row.frozen = edition.bytes();
        row.document = draft.row().draft;
        row.state = "open";
        row.publishedAt = clock.instant();
        draft.tryOut().ifPresent(row::tryOut);
        editions.persistAndFlush(row);
        draft.made().forEach((stimulus, made) -> stimuli.persist(PublishedStimulusRow.of(row.digest, stimulus, made)));
        stimuli.flush();
        pairs.add(draft.study().orElseThrow(), draft.made());
        return published(row);
    }

    /** Whether participants can take part in a study. */
    public boolean isOpen(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> editions.takesParticipants(slug));
    }

    /** The editions of a study, the newest first. */
    public List<Published> editions(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> editions.of(drafts.of(slug).id).stream()
                .map(Publishing::published)
                .toList());
    }

    private static Published published(PublishedRow row) {
        return new Published(row.digest, row.version, row.state, row.publishedAt);
    }

    /**
     * Lets the newest edition take participants, or not; closing is for good, and for all editions.
     *
     * @param state open, paused or closed
     */
    public void state(String slug, String state) {
        if (!List.of("open", "paused", "closed").contains(state)) {
            throw Problem.badRequest("bad-state", "There is no such state", "Send open, paused or closed.")
                    .exception();
        }
        QuarkusTransaction.requiringNew().run(() -> {
            List<PublishedRow> all = editions.of(drafts.hold(slug).id);
            if (all.isEmpty()) {
                throw new Problem("Nothing is published yet", 409, "Publish the study first.", "not-published")
                        .exception();
            }
            if (all.get(0).state.equals("closed")) {
                throw new Problem(
                                "The study is closed",
                                409,
                                "It stays closed. Publish a new version to go on.",
                                "closed")
                        .exception();
            }
            if (state.equals("closed")) {
                all.forEach(row -> row.state = state);
            } else {
                all.get(0).state = state;
            }
        });
    }

    /**
     * Makes links for one person each.
     *
     * @param note whom they are for, if it is said
     * @return the tokens, which are told once and never again
     */
    public List<String> invite(String slug, int count, Optional<String> note) {
        if (count < 1 || count > MOST_INVITATIONS || note.orElse("").length() > 200) {
            throw Problem.badRequest(
                            "bad-invitations",
                            "So many cannot be made at once",
                            "Ask for 1 to " + MOST_INVITATIONS + ", with a note of at most 200 characters.")
                    .exception();
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            Long study = drafts.of(slug).id;
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String token = seeds.id().substring(0, TOKEN_LENGTH);
                IssuedRow row = new IssuedRow();
                row.studyId = study;
                row.tokenSha256 =
                        Digest.of(token.getBytes(StandardCharsets.UTF_8)).hex();
                row.note = note.orElse(null);
                row.createdAt = clock.instant();
                invitations.persist(row);
                tokens.add(token);
            }
            return tokens;
        });
    }

    /** How many invitations were made for a study. */
    public long invited(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> invitations.count("studyId", drafts.of(slug).id));
    }
}
