package org.antiphon.study.edition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.platform.Digest;
import org.antiphon.platform.Problem;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.StudyDocument;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.stimulus.StimulusMaker;

/** Orders the preparation of a study's stimuli and tells how far it is. */
@ApplicationScoped
public class Preparing {

    private final DraftRows drafts;
    private final DraftFileRows files;
    private final PreparationRows preparations;
    private final Readiness readiness;
    private final PreparationQueue queue;
    private final Clock clock;

    @Inject
    Preparing(
            DraftRows drafts,
            DraftFileRows files,
            PreparationRows preparations,
            Readiness readiness,
            PreparationQueue queue,
            Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.preparations = preparations;
        this.readiness = readiness;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * How far the latest order is.
     *
     * @param state waiting, running, done or failed
     * @param problem what stood in the way, if it failed
     */
    public record Progress(String state, String stage, double progress, Optional<String> problem, int revision) {}

    /**
     * A stimulus that is ready.
     *
     * @param loudness in LUFS; empty: silent
     * @param deviation in LU from the loudness of the study
     * @param gain in dB from the source
     * @param truePeak in dBTP
     */
    public record Ready(
            String condition,
            String sha256,
            String mediaType,
            long bytes,
            double seconds,
            Optional<Double> loudness,
            Optional<Double> deviation,
            double gain,
            Optional<Double> truePeak) {}

    /** What there is of one item; none while it is not prepared. */
    public record ItemReport(String item, List<Ready> stimuli) {}

    /** What there is of the draft's stimuli, and what stands in the way of the others. */
    public record Report(List<ItemReport> items, List<String> obstacles) {
        public boolean complete() {
            return obstacles.isEmpty()
                    && items.stream().noneMatch(item -> item.stimuli().isEmpty());
        }
    }

    /**
     * Orders what is missing; an order that waits or runs is left as it is.
     *
     * @param publish whether the study is to be published and opened by itself as soon as everything is there
     * @throws org.antiphon.platform.ProblemException 422 if the draft has problems
     */
    public void order(String slug, boolean publish) {
        QuarkusTransaction.requiringNew().run(() -> {
            DraftRow draft = drafts.hold(slug);
            study(draft);
            PreparationRow row = preparations.findById(draft.id);
            boolean fresh = row == null;
            if (fresh) {
                row = new PreparationRow();
                row.studyId = draft.id;
            } else if (row.state.equals("waiting") || row.state.equals("running") && row.revision == draft.revision) {
                return;
            }
            row.revision = draft.revision;
            row.state = "waiting";
            row.stage = "waiting for its turn";
            row.progress = 0;
            row.attempts = 0;
            row.problem = null;
            row.publish = publish;
            row.orderedAt = clock.instant();
            row.updatedAt = row.orderedAt;
            if (fresh) {
                preparations.persist(row);
            }
            queue.enqueue(draft.id);
        });
        queue.hurry();
    }

    /** How far the latest order is; empty if there never was one. */
    public Optional<Progress> progress(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> preparations
                .findByIdOptional(drafts.of(slug).id)
                .map(row -> new Progress(
                        row.state, row.stage, row.progress, Optional.ofNullable(row.problem), row.revision)));
    }

    /** @throws org.antiphon.platform.ProblemException 422 if the draft has problems */
    public Report report(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> {
            DraftRow draft = drafts.of(slug);
            Study study = study(draft);
            Readiness.Recipes recipes = readiness.recipes(study, files.uploads(draft.id));
            List<ItemReport> items = recipes.recipes().entrySet().stream()
                    .map(entry -> item(study, entry.getKey(), entry.getValue()))
                    .toList();
            return new Report(items, recipes.obstacles());
        });
    }

    private ItemReport item(Study study, Id item, Digest recipe) {
        List<Id> conditions = StimulusMaker.conditions(study, item);
        Map<Id, PreparedRow> made = readiness.made(recipe, conditions);
        return new ItemReport(
                item.text(),
                conditions.stream()
                        .filter(made::containsKey)
                        .map(condition -> ready(made.get(condition)))
                        .toList());
    }

    private static Ready ready(PreparedRow row) {
        return new Ready(
                row.condition,
                row.sha256,
                row.mediaType,
                row.bytes,
                row.seconds,
                Optional.ofNullable(row.loudness),
                Optional.ofNullable(row.deviation),
                row.gain,
                Optional.ofNullable(row.truePeak));
    }

    private Study study(DraftRow draft) {
        if (StudyDocument.read(draft.draft.getBytes(StandardCharsets.UTF_8), clock.instant())
                instanceof StudyDocument.Reading.Accepted accepted) {
            return accepted.study();
        }
        throw new Problem("The document has problems", 422, "Correct what is listed first.", "document-has-problems")
                .exception();
    }
}
