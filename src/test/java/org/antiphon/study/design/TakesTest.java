package org.antiphon.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antiphon.study.design.document.Id;
import org.junit.jupiter.api.Test;

class TakesTest {

    private static final String STUDY = """
            format: 1
            id: takes
            languages: [en]
            title: Takes
            presentation: {medium: video}
            conditions:
              - {id: performed, kind: ground-truth}
              - {id: low-pass, kind: anchor, cutoff: 3500}
              - {id: mid-pass, kind: anchor, cutoff: 7000}
              - {id: vocoded, kind: vocoded, vocoder: etude}
              - {id: exchanged, kind: shuffled, of: performed, seed: 3}
            items:
              - {id: one, source: {kind: etude, seed: 1, number: 1}}
              - {id: two, source: {kind: etude, seed: 1, number: 2}}
            scales:
              - {id: quality, kind: acr, attribute: quality, question: How good is it?}
            tasks:
              - id: judging
            %s
                assignment: {kind: everything, seed: 1}
            %s
            consent: {text: You hear etudes.}
            flow:
              - kind: consent
              - {kind: trials, task: judging}
            recruitment:
              target: 10
              ways: [{kind: open-link}]
            """;

    private static final String THREE = "\n    conditions: [performed, low-pass, vocoded]";

    private static Takes takes(String paradigm, String checks, String condition) {
        Study study =
                Examples.accepted(STUDY.formatted(("    " + paradigm).indent(0).stripTrailing(), checks));
        return Takes.of(study, new Stimulus(new Id("one"), new Id(condition)));
    }

    @Test
    void needsOneWhereAClipIsJudgedOnce() {
        assertThat(takes("paradigm: {kind: rating, scales: [quality]}", "", "performed"))
                .isEqualTo(new Takes(0, 1));
        assertThat(takes(
                        "paradigm: {kind: match, question: Where?}\n    conditions: [performed, exchanged]",
                        "",
                        "exchanged"))
                .isEqualTo(new Takes(0, 1));
    }

    @Test
    void needsAnotherForTheOpenReferenceAndForX() {
        String mushra = "paradigm: {kind: mushra, question: How close?, reference: performed}"
                + "\n    conditions: [performed, low-pass, mid-pass, vocoded]";
        assertThat(takes(mushra, "", "performed")).isEqualTo(new Takes(1, 1));
        assertThat(takes(mushra, "", "vocoded")).isEqualTo(new Takes(0, 1));
        assertThat(takes("paradigm: {kind: abx, question: Which one?}" + THREE, "", "performed"))
                .isEqualTo(new Takes(2, 2));
        String one = "paradigm: {kind: abx, question: Which one?, pairs: [{a: performed, b: low-pass}]}" + THREE;
        assertThat(takes(one, "", "performed")).isEqualTo(new Takes(1, 1));
    }

    @Test
    void needsAnotherForPagesThatAreRepeated() {
        String repeated = "checks:\n  - {id: again, kind: repeated, task: judging, trials: 1}";
        assertThat(takes("paradigm: {kind: rating, scales: [quality]}", repeated, "performed"))
                .isEqualTo(new Takes(0, 2));
    }

    @Test
    void givesNoTakeTwiceAsLongAsThereAreOthersAndNeverAKnownOneToBeJudged() {
        Takes takes = new Takes(2, 3);
        for (int begin : List.of(0, 1, 7, 1 << 24)) {
            Set<Integer> known = new HashSet<>();
            Set<Integer> judged = new HashSet<>();
            for (int number = 0; number < 2; number++) {
                known.add(takes.take(true, begin + number, 5));
            }
            for (int number = 0; number < 3; number++) {
                judged.add(takes.take(false, begin + number, 5));
            }
            assertThat(known).containsExactlyInAnyOrder(0, 1);
            assertThat(judged).containsExactlyInAnyOrder(2, 3, 4);
        }
        assertThat(takes.take(true, 3, 1)).as("an edition from before").isZero();
    }

    @Test
    void findsTakesInAFile() {
        assertThat(Takes.in(1000, 1000)).isEqualTo(1);
        assertThat(Takes.in(Takes.offset(1000, 3) - 8, 1000)).isEqualTo(3);
    }
}
