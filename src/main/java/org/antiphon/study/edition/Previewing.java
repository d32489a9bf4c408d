package org.antiphon.study.edition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antiphon.platform.Digest;
import org.antiphon.platform.Problem;
import org.antiphon.platform.Seeds;
import org.antiphon.study.design.Edition;
import org.antiphon.study.design.Recruitment;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.Way;
import org.antiphon.study.design.document.Id;

/**
 * Lets researchers walk a draft as a participant would. A preview is a study of its own under a name that nobody can guess:
 * the same pages, stimuli, draws and checks, but everybody who has its link may walk it. What is answered there is in no count
 * and no export of the study it shows, and is forgotten after a while.
 */
@ApplicationScoped
public class Previewing {

    private static final int MOST = 100_000;

    private final DraftRows drafts;
    private final Looking looking;
    private final PublishedRows editions;
    private final PublishedStimulusRows stimuli;
    private final Seeds seeds;
    private final Clock clock;

    @Inject
    Previewing(
            DraftRows drafts,
            Looking looking,
            PublishedRows editions,
            PublishedStimulusRows stimuli,
            Seeds seeds,
            Clock clock) {
        this.drafts = drafts;
        this.looking = looking;
        this.editions = editions;
        this.stimuli = stimuli;
        this.seeds = seeds;
        this.clock = clock;
    }

    /**
     * Begins a preview of the draft as it is now.
     *
     * @return its name, where participants' pages take that of a study
     * @throws org.antiphon.platform.ProblemException 409 if the draft has problems or its stimuli are not all prepared
     */
    public String begin(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Looking.Draft draft = looking.at(drafts.of(slug));
            if (!draft.obstacles().isEmpty()) {
                throw new Problem("This cannot be walked yet", 409, String.join(" ", draft.obstacles()), "not-walkable")
                        .exception();
            }
            return begin(draft);
        });
    }

    /** Whether this is the name of a preview. */
    public boolean isPreview(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> drafts.isPreview(slug));
    }

    private String begin(Looking.Draft draft) {
        String name = "preview-" + seeds.id();
        Study study = open(draft.study().orElseThrow(), new Id(name));
        SortedMap<Stimulus, Digest> files = new TreeMap<>();
        draft.made().forEach((stimulus, made) -> files.put(stimulus, new Digest(made.sha256)));
        Edition edition = Edition.first(study, files);
        DraftRow row = new DraftRow();
        row.slug = name;
        row.title = draft.row().title;
        row.draft = "";
        row.revision = 1;
        row.createdAt = clock.instant();
        row.savedAt = row.createdAt;
        row.previewOf = draft.row().id;
        drafts.persistAndFlush(row);
        PublishedRow published = new PublishedRow();
        published.digest = edition.digest().hex();
        published.studyId = row.id;
        published.version = edition.version();
        published.frozen = edition.bytes();
        published.document = "";
        published.state = "open";
        published.publishedAt = row.createdAt;
        draft.tryOut().ifPresent(published::tryOut);
        editions.persistAndFlush(published);
        draft.made()
                .forEach(
                        (stimulus, made) -> stimuli.persist(PublishedStimulusRow.of(published.digest, stimulus, made)));
        return name;
    }

    /** The same study for whoever has the link, without an end to those who come. */
    private static Study open(Study study, Id name) {
        Recruitment open = new Recruitment(
                MOST,
                Optional.empty(),
                List.of(new Way.OpenLink()),
                List.of(),
                study.recruitment().patience());
        return new Study(
                study.format(),
                name,
                study.languages(),
                study.title(),
                study.about(),
                study.presentation(),
                study.conditions(),
                study.items(),
                study.scales(),
                study.tasks(),
                study.checks(),
                study.questionnaires(),
                study.consent(),
                study.flow(),
                study.exclusions(),
                open,
                study.thanks());
    }
}
