package org.antiphon.study.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.StudyDocument;
import org.antiphon.study.design.document.Finding;

/** Looks at a draft as something that participants could get. To be called in a transaction. */
@ApplicationScoped
class Looking {

    private final DraftFileRows files;
    private final Readiness readiness;
    private final PreparedRows prepared;
    private final Clock clock;

    @Inject
    Looking(DraftFileRows files, Readiness readiness, PreparedRows prepared, Clock clock) {
        this.files = files;
        this.readiness = readiness;
        this.prepared = prepared;
        this.clock = clock;
    }

    /**
     * What there is of a draft.
     *
     * @param study empty if the document has problems
     * @param made the stimuli that are prepared
     * @param tryOut the clip by which browser and level are tried out
     * @param obstacles why participants cannot get it, as sentences
     */
    record Draft(
            DraftRow row,
            Optional<Study> study,
            SortedMap<Stimulus, PreparedRow> made,
            Optional<PreparedRow> tryOut,
            List<String> obstacles) {}

    Draft at(DraftRow row) {
        List<String> obstacles = new ArrayList<>();
        StudyDocument.Reading reading = StudyDocument.read(row.draft.getBytes(StandardCharsets.UTF_8), clock.instant());
        if (!(reading instanceof StudyDocument.Reading.Accepted accepted)) {
            List<Finding> findings = ((StudyDocument.Reading.Refused) reading).findings();
            long grave = findings.stream()
                    .filter(finding -> finding.severity() == Finding.Severity.REFUSED)
                    .count();
            obstacles.add(grave == 1 ? "The document has a problem." : "The document has " + grave + " problems.");
            return new Draft(row, Optional.empty(), new TreeMap<>(), Optional.empty(), obstacles);
        }
        Study study = accepted.study();
        if (!study.id().text().equals(row.slug)) {
            obstacles.add("The document calls itself “" + study.id() + "”, but this study is “" + row.slug
                    + "”. Change its id back, or begin a new study.");
        }
        Readiness.Recipes recipes = readiness.recipes(study, files.uploads(row.id));
        obstacles.addAll(recipes.obstacles());
        SortedMap<Stimulus, PreparedRow> made = readiness.stimuli(study, recipes);
        int needed = Stimulus.of(study).size();
        if (made.size() < needed) {
            obstacles.add((needed - made.size()) + " of " + needed + " stimuli are not prepared yet.");
        }
        Optional<PreparedRow> tryOut = prepared.of(Readiness.tryOut(study.presentation())).values().stream()
                .findFirst();
        return new Draft(row, Optional.of(study), made, tryOut, obstacles);
    }
}
