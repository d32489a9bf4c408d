package org.antiphon.study.session.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.antiphon.study.design.Examples;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.assignment.SimulatedStudy.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thousand sessions of every way to assign pages; many of them end at the first page, in the middle, at the last. */
class DropoutTest {

    private static final int SESSIONS = 1000;
    private static final Id TASK = new Id("judging");

    private static final String STUDY = """
            format: 1
            id: dropouts
            languages: [en]
            title: Who stays?
            presentation: {medium: sound}
            conditions:
              - {id: performed, kind: ground-truth}
              - {id: low-pass, kind: anchor, cutoff: 3500}
              - {id: mid-pass, kind: anchor, cutoff: 7000}
              - {id: vocoded, kind: vocoded, vocoder: etude}
            items:
              - {id: one, source: {kind: etude, seed: 1, number: 1}}
              - {id: two, source: {kind: etude, seed: 1, number: 2}}
              - {id: three, source: {kind: etude, seed: 1, number: 3}}
              - {id: four, source: {kind: etude, seed: 1, number: 4}}
            scales:
              - {id: quality, kind: acr, attribute: quality, question: How good is the sound?}
            tasks:
              - id: judging
                paradigm: %s
                assignment: %s
            consent: {text: You hear etudes.}
            flow:
              - kind: consent
              - {kind: trials, task: judging}
            recruitment:
              target: 100000
              ways: [{kind: open-link}]
            """;

    private static final String RATING = "{kind: rating, scales: [quality]}";
    private static final String PAIRS = "{kind: preference, question: Which one?}";

    /** Who leaves is noticed before somebody comes, as it is where people come one after the other. */
    @ParameterizedTest(name = "{0}, {1} leave")
    @CsvSource({
        "latin-square, 0.1",
        "latin-square, 0.5",
        "latin-square, 0.9",
        "williams, 0.1",
        "williams, 0.5",
        "williams, 0.9",
        "subset, 0.1",
        "subset, 0.5",
        "subset, 0.9",
        "pairs, 0.5"
    })
    void isWithinOneHoweverManyLeaveWhereverTheyLeave(String kind, double leave) {
        SimulatedStudy simulated = new SimulatedStudy(study(kind));
        Random random = new Random(kind.hashCode());
        for (int i = 0; i < SESSIONS; i++) {
            Visit visit = simulated.arrive(i, one -> false);
            visit.left = random.nextDouble() < leave;
            visit.completed = !visit.left;
            if (i % 100 == 99) {
                balanced(simulated, kind, 1);
            }
        }
    }

    /**
     * A handful at a time. Some leave at once, some in the middle, some before the last page: they are waited for until then,
     * and not longer. Those who are there in the end complete.
     */
    @ParameterizedTest(name = "{0}, dropouts after {1} of their time")
    @CsvSource({
        "latin-square, 0", "latin-square, 0.5", "latin-square, 0.95",
        "williams, 0", "williams, 0.5", "williams, 0.95",
        "subset, 0", "subset, 0.5", "subset, 0.95",
        "pairs, 0.5"
    })
    void isWithinOneThoughOthersComeBeforeItIsKnownWhoLeaves(String kind, double after) {
        SimulatedStudy simulated = new SimulatedStudy(study(kind));
        Random random = new Random(kind.hashCode());
        int there = 6;
        for (int i = 0; i < SESSIONS; i++) {
            simulated.arrive(i, one -> !one.completed && !one.left);
            if (i >= there) {
                Visit oldest = simulated.visits.get(i - there);
                oldest.completed = !oldest.left;
            }
            // somebody who came a while ago turns out to have gone
            int gone = i - (int) (after * there);
            if (gone >= 0 && random.nextDouble() < 0.4) {
                Visit visit = simulated.visits.get(gone);
                visit.left = !visit.completed;
            }
        }
        simulated.visits.forEach(visit -> visit.completed = !visit.left);
        // the last who are there have drawn for places that others have freed since
        balanced(simulated, kind, 2);
        for (int i = 0; i < 2 * there; i++) {
            simulated.arrive(SESSIONS + i, one -> false).completed = true;
        }
        balanced(simulated, kind, 1);
    }

    private static void balanced(SimulatedStudy simulated, String kind, int most) {
        TaskAssignment any = simulated.visits.get(0).assignment.of(TASK);
        assertThat(simulated.spreadOfRows(TASK, any.why().rows()))
                .as("rows of %s", kind)
                .isLessThanOrEqualTo(kind.equals("subset") || kind.equals("pairs") ? Integer.MAX_VALUE : most);
        if (!kind.equals("williams") && !kind.equals("everything")) {
            assertThat(simulated.spreadOfPages(TASK, kind.equals("pairs") ? 24 : 16))
                    .as("pages of %s", kind)
                    .isLessThanOrEqualTo(most);
        }
    }

    private static Study study(String kind) {
        boolean pairs = kind.equals("pairs");
        String assignment =
                switch (kind) {
                    case "subset" -> "{kind: subset, seed: 5, trials: 8}";
                    case "pairs" -> "{kind: subset, seed: 5, trials: 6}";
                    default -> "{kind: " + kind + ", seed: 5}";
                };
        return Examples.accepted(STUDY.formatted(pairs ? PAIRS : RATING, assignment));
    }
}
