package org.antiphon.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.antiphon.study.design.document.Id;
import org.junit.jupiter.api.Test;

class ShufflingTest {

    @Test
    void givesEachItemTheSoundOfAnotherAndEachSoundOnce() {
        Study study = Examples.study("etudes");
        for (long seed = 0; seed < 200; seed++) {
            Map<Id, Id> sounds = of(study, seed);
            assertThat(sounds.keySet()).hasSize(8).allSatisfy(item -> assertThat(sounds.get(item))
                    .isNotEqualTo(item));
            assertThat(sounds.values()).doesNotHaveDuplicates();
        }
    }

    @Test
    void drawsTheSameFromTheSameSeedAndAnotherFromAnother() {
        Study study = Examples.study("etudes");
        assertThat(of(study, 3)).isEqualTo(of(study, 3)).isNotEqualTo(of(study, 4));
    }

    private static Map<Id, Id> of(Study study, long seed) {
        return Shuffling.of(study, new Condition.Shuffled(new Id("x"), new Id("performed"), seed));
    }
}
