package org.antiphon.study.edition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.antiphon.account.Access;
import org.antiphon.account.KnownStudies;
import org.antiphon.account.Right;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Problem;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.StudyDocument;
import org.antiphon.study.design.document.Id;

/** The studies of this installation as their researchers write them. Every method is one transaction. */
@ApplicationScoped
public class Drafts implements KnownStudies {

    private static final int LONGEST = 2_000_000;
    private static final int LONGEST_TITLE = 500;
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|]");

    private final DraftRows drafts;
    private final DraftFileRows files;
    private final PublishedRows editions;
    private final ArtifactStore store;
    private final Access access;
    private final Clock clock;

    @Inject
    Drafts(
            DraftRows drafts,
            DraftFileRows files,
            PublishedRows editions,
            ArtifactStore store,
            Access access,
            Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.editions = editions;
        this.store = store;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A study in the list.
     *
     * @param state of its newest edition, or {@code draft} if there is none
     * @param version of its newest edition, 0 if there is none
     */
    public record Overview(String slug, String title, String state, int version, Instant savedAt) {}

    /** @param revision how often it was saved; whoever saves names the one they began with */
    public record Draft(String slug, String title, String document, int revision, Instant savedAt) {}

    /** A file that was uploaded with a study. */
    public record UploadedFile(String name, long bytes) {}

    /** The studies that whoever asks may look at, the last saved first. */
    public List<Overview> readable() {
        Predicate<String> readable = access.readable();
        return all().stream().filter(study -> readable.test(study.slug())).toList();
    }

    /** All studies, the last saved first. */
    public List<Overview> all() {
        return QuarkusTransaction.requiringNew().call(() -> drafts.own().stream()
                .sorted(Comparator.comparing((DraftRow row) -> row.savedAt).reversed())
                .map(row -> {
                    Optional<PublishedRow> edition = editions.latest(row.id);
                    return new Overview(
                            row.slug,
                            row.called(),
                            edition.map(found -> found.state).orElse("draft"),
                            edition.map(found -> found.version).orElse(0),
                            row.savedAt);
                })
                .toList());
    }

    @Override
    public Optional<Named> named(String slug) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> drafts.find("slug", slug).firstResultOptional())
                .map(row -> new Named(row.slug, row.called()));
    }

    @Override
    public List<Named> every() {
        return QuarkusTransaction.joiningExisting().call(() -> drafts.own().stream()
                .sorted(Comparator.comparing((DraftRow row) -> row.slug))
                .map(row -> new Named(row.slug, row.called()))
                .toList());
    }

    /** @throws org.antiphon.platform.ProblemException 404 if there is none of that name */
    public Draft of(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> draft(drafts.of(slug)));
    }

    /** What the draft says: a study, or everything that is wrong with it. */
    public StudyDocument.Reading read(String slug) {
        return StudyDocument.read(of(slug).document().getBytes(StandardCharsets.UTF_8), clock.instant());
    }

    /**
     * Begins a study; whoever asks for it is its researcher. Where a study of that name is none of theirs, theirs has a number
     * behind the name: to be refused would tell what drafts others write.
     *
     * @throws org.antiphon.platform.ProblemException 409 if they have a study of that name, 400 if it is none
     */
    public Draft create(String slug, String document) {
        try {
            new Id(slug);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                            "bad-name",
                            "That is no name for a study",
                            "It stands in addresses: lower-case letters, digits and hyphens, beginning with a letter.")
                    .exception();
        }
        limit(document);
        return QuarkusTransaction.requiringNew().call(() -> {
            String free = slug;
            for (int i = 2; drafts.count("slug", free) > 0 && !ours(free); i++) {
                free = slug + "-" + i;
            }
            if (drafts.count("slug", free) > 0) {
                throw new Problem(
                                "The name is taken",
                                409,
                                "There is a study “" + free + "” already. Take another name.",
                                "name-taken")
                        .exception();
            }
            DraftRow row = new DraftRow();
            row.slug = free;
            row.createdAt = clock.instant();
            row.revision = 1;
            write(row, called(document, slug, free));
            drafts.persist(row);
            drafts.flush();
            access.begun(free);
            return draft(row);
        });
    }

    /** Programs on this machine know all studies. */
    private boolean ours(String slug) {
        return access.who().isEmpty() || access.may(Right.READ, slug);
    }

    private static String called(String document, String before, String now) {
        return before.equals(now)
                ? document
                : document.replaceFirst("(?m)^id:[ \"']*" + Pattern.quote(before) + "[ \"']*$", "id: " + now);
    }

    /**
     * Saves a document, right or wrong.
     *
     * @param revision the one it was made from
     * @throws org.antiphon.platform.ProblemException 409 if somebody else has saved meanwhile
     */
    public Draft save(String slug, String document, int revision) {
        limit(document);
        return QuarkusTransaction.requiringNew().call(() -> {
            DraftRow row = drafts.hold(slug);
            if (row.revision != revision) {
                throw new Problem(
                                "Somebody else has saved this study",
                                409,
                                "It was saved in another window since you opened it. Copy your document, load the "
                                        + "page again and put in what is missing.",
                                "saved-elsewhere")
                        .exception();
            }
            if (!row.draft.equals(document)) {
                row.revision++;
                write(row, document);
            }
            return draft(row);
        });
    }

    private static void limit(String document) {
        if (document.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new Problem("The document is too long", 413, "At most 2 MB are kept.", "too-large").exception();
        }
    }

    /** A document that cannot be read leaves the title as it was. */
    private void write(DraftRow row, String document) {
        row.draft = document;
        row.savedAt = clock.instant();
        if (StudyDocument.read(document.getBytes(StandardCharsets.UTF_8), row.savedAt)
                instanceof StudyDocument.Reading.Accepted accepted) {
            Study study = accepted.study();
            String title = study.title().in(study.languages().get(0));
            row.title = title.substring(0, Math.min(LONGEST_TITLE, title.length()));
        } else if (row.title == null) {
            row.title = row.slug;
        }
    }

    private static Draft draft(DraftRow row) {
        return new Draft(row.slug, row.called(), row.draft, row.revision, row.savedAt);
    }

    /** The files of a study by name. */
    public List<UploadedFile> files(String slug) {
        return QuarkusTransaction.requiringNew()
                .call(() -> files.list("studyId = ?1 order by name", drafts.of(slug).id).stream()
                        .map(row -> new UploadedFile(row.name, row.bytes))
                        .toList());
    }

    /**
     * Takes a file, in the place of one of the same name.
     *
     * @param name may have folders, divided by /
     */
    public UploadedFile addFile(String slug, String name, Path content) throws IOException {
        if (name.isBlank()
                || name.length() > 200
                || UNSAFE.matcher(name).find()
                || name.startsWith("/")
                || name.contains("..")) {
            throw Problem.badRequest("bad-file-name", "That is no name for a file", "Rename “" + name + "”.")
                    .exception();
        }
        ArtifactStore.Entry entry = store.put(content);
        if (entry.bytes() == 0) {
            throw Problem.badRequest("empty-file", "The file is empty", "“" + name + "” holds nothing.")
                    .exception();
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            Long study = drafts.hold(slug).id;
            files.deleteById(new DraftFileRow.Key(study, name));
            files.flush();
            DraftFileRow row = new DraftFileRow();
            row.studyId = study;
            row.name = name;
            row.sha256 = entry.digest().hex();
            row.bytes = entry.bytes();
            row.createdAt = clock.instant();
            files.persist(row);
            return new UploadedFile(name, row.bytes);
        });
    }

    /** Forgets a file; what is published keeps its own copies. */
    public void removeFile(String slug, String name) {
        QuarkusTransaction.requiringNew().run(() -> files.deleteById(new DraftFileRow.Key(drafts.of(slug).id, name)));
    }
}
