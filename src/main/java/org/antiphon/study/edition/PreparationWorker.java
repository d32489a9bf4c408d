package org.antiphon.study.edition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.antiphon.clip.Progress;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.Digest;
import org.antiphon.platform.ProblemException;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.StudyDocument;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.stimulus.Made;
import org.antiphon.study.stimulus.StimulusMaker;
import org.antiphon.study.stimulus.StimulusRefused;
import org.antiphon.study.stimulus.Uploads;
import org.jboss.logging.Logger;

/**
 * Makes what is missing of a study's stimuli, item by item. What is made stays made: an attempt that is killed costs one item,
 * and the next one goes on there.
 */
@ApplicationScoped
class PreparationWorker {

    private static final Logger LOG = Logger.getLogger(PreparationWorker.class);
    private static final int MOST_ATTEMPTS = 4;
    private static final Duration BETWEEN_NOTES = Duration.ofMillis(500);
    private static final Id TRY = new Id("try");

    private final DraftRows drafts;
    private final DraftFileRows files;
    private final PreparationRows preparations;
    private final PreparedRows prepared;
    private final Readiness readiness;
    private final StimulusMaker maker;
    private final Publishing publishing;
    private final ArtifactStore store;
    private final Clock clock;
    private volatile boolean stopping;

    @Inject
    PreparationWorker(
            DraftRows drafts,
            DraftFileRows files,
            PreparationRows preparations,
            PreparedRows prepared,
            Readiness readiness,
            StimulusMaker maker,
            Publishing publishing,
            ArtifactStore store,
            Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.preparations = preparations;
        this.prepared = prepared;
        this.readiness = readiness;
        this.maker = maker;
        this.publishing = publishing;
        this.store = store;
        this.clock = clock;
    }

    private record Order(String slug, Study study, Uploads uploads, Readiness.Recipes recipes, boolean publish) {}

    void stop() {
        stopping = true;
    }

    /** @return whether it is to be tried again */
    boolean work(long study) {
        try {
            Order order = QuarkusTransaction.requiringNew().call(() -> begin(study));
            if (order != null) {
                prepare(study, order);
            }
            return false;
        } catch (CancellationException e) {
            LOG.infof("preparing study %d goes on later: %s", study, e.getMessage());
            return true;
        } catch (StimulusRefused | ProblemException e) {
            fail(study, e.getMessage());
            return false;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.errorf(e, "preparing study %d failed", study);
            boolean last = QuarkusTransaction.requiringNew()
                    .call(() -> preparations.findById(study).attempts >= MOST_ATTEMPTS);
            if (last) {
                fail(study, "Something went wrong on our side; the log of the server says what.");
            }
            return !last;
        }
    }

    private Order begin(long id) {
        PreparationRow row = preparations.findById(id);
        if (row == null || row.state.equals("done") || row.state.equals("failed")) {
            return null;
        }
        DraftRow draft = drafts.findById(id);
        row.attempts++;
        row.state = "running";
        row.revision = draft.revision;
        row.updatedAt = clock.instant();
        StudyDocument.Reading reading =
                StudyDocument.read(draft.draft.getBytes(StandardCharsets.UTF_8), clock.instant());
        if (!(reading instanceof StudyDocument.Reading.Accepted accepted)) {
            end(row, "failed", "The document has problems; correct them first.");
            return null;
        }
        Uploads uploads = files.uploads(id);
        Readiness.Recipes recipes = readiness.recipes(accepted.study(), uploads);
        if (!recipes.obstacles().isEmpty()) {
            end(row, "failed", String.join("\n", recipes.obstacles()));
            return null;
        }
        return new Order(draft.slug, accepted.study(), uploads, recipes, row.publish);
    }

    private void prepare(long id, Order order) throws StimulusRefused, IOException {
        List<Id> items = List.copyOf(order.recipes().recipes().keySet());
        tryOut(order.study());
        for (int i = 0; i < items.size(); i++) {
            Id item = items.get(i);
            Digest recipe = order.recipes().recipes().get(item);
            List<Id> conditions = StimulusMaker.conditions(order.study(), item);
            boolean there = QuarkusTransaction.requiringNew()
                    .call(() -> !readiness.made(recipe, conditions).isEmpty());
            if (!there) {
                Progress progress = new Notes(id).part((double) i / items.size(), (double) (i + 1) / items.size());
                make(recipe, folder -> maker.make(order.study(), item, order.uploads(), folder, progress));
            }
        }
        QuarkusTransaction.requiringNew().run(() -> end(preparations.findById(id), "done", null));
        if (order.publish()) {
            publishing.publish(order.slug(), publishing.plan(order.slug()).digest());
            LOG.infof("study %s is published and open", order.slug());
        }
    }

    private void tryOut(Study study) throws StimulusRefused, IOException {
        Digest recipe = Readiness.tryOut(study.presentation());
        boolean there = QuarkusTransaction.requiringNew()
                .call(() -> !readiness.made(recipe, List.of(TRY)).isEmpty());
        if (!there) {
            make(recipe, folder -> Map.of(TRY, maker.tryOut(study.presentation(), folder)));
        }
    }

    private interface Making {
        Map<Id, Made> in(Path folder) throws StimulusRefused, IOException;
    }

    private void make(Digest recipe, Making making) throws StimulusRefused, IOException {
        Path folder = Files.createTempDirectory("stimuli");
        try {
            Map<Id, Made> made = making.in(folder);
            Map<Id, Digest> stored = new LinkedHashMap<>();
            for (Map.Entry<Id, Made> entry : made.entrySet()) {
                stored.put(entry.getKey(), store.put(entry.getValue().file()).digest());
            }
            QuarkusTransaction.requiringNew().run(() -> prepared.note(recipe, made, stored, clock.instant()));
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void fail(long id, String problem) {
        QuarkusTransaction.requiringNew().run(() -> end(preparations.findById(id), "failed", problem));
    }

    private void end(PreparationRow row, String state, String problem) {
        row.state = state;
        row.problem = problem;
        row.stage = state;
        row.progress = state.equals("done") ? 1 : row.progress;
        row.updatedAt = clock.instant();
    }

    /** Writes progress down, now and then; ends the work when the process is to stop. */
    private final class Notes implements Progress {
        private final long study;
        private Instant last = Instant.EPOCH;

        Notes(long study) {
            this.study = study;
        }

        @Override
        public void at(String stage, double share) {
            if (stopping) {
                throw new CancellationException("the server stops");
            }
            Instant now = clock.instant();
            if (Duration.between(last, now).compareTo(BETWEEN_NOTES) >= 0) {
                last = now;
                QuarkusTransaction.requiringNew()
                        .run(() -> preparations.update(
                                "stage = ?1, progress = ?2, updatedAt = ?3 where studyId = ?4",
                                stage,
                                Math.min(0.999, share),
                                now,
                                study));
            }
        }
    }
}
