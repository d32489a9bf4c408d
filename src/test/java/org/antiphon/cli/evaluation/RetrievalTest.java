package org.antiphon.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.antiphon.clip.PerformanceTrack;
import org.junit.jupiter.api.Test;

class RetrievalTest {

    @Test
    void findsTracksThatAreTheSameAndAtMostOneOfWindows() {
        Retrieval retrieval = new Retrieval();
        for (int i = 0; i < 6; i++) {
            retrieval.add(track(i, 300), track(i, 260));
        }
        assertThat(retrieval.size()).isEqualTo(12);
        assertThat(retrieval.soundForVideo()).isEqualTo(1);
        assertThat(retrieval.videoForSound()).isEqualTo(1);
    }

    @Test
    void guessesAmongTracksThatHaveNothingToDoWithEachOther() {
        Retrieval retrieval = new Retrieval();
        for (int i = 0; i < 30; i++) {
            retrieval.add(track(i, 130), track(1000 + i, 130));
        }
        assertThat(retrieval.soundForVideo()).isLessThan(0.3);
    }

    @Test
    void isFullWithAHundredWindows() {
        Retrieval retrieval = new Retrieval();
        retrieval.add(track(1, 99 * 128), track(1, 99 * 128));
        assertThat(retrieval.full()).isFalse();
        retrieval.add(track(2, 300), track(2, 300));
        assertThat(retrieval.full()).isTrue();
        assertThat(retrieval.size()).isEqualTo(100);
    }

    private static PerformanceTrack track(long seed, int steps) {
        int keys = PerformanceTrack.SEMITONES;
        float[] pitch = new float[steps * keys];
        float[] onset = new float[steps];
        SplittableRandom random = new SplittableRandom(seed);
        for (int t = 0; t < steps; t += 10) {
            int key = random.nextInt(keys);
            onset[t] = 1;
            for (int u = t; u < Math.min(steps, t + 10); u++) {
                pitch[u * keys + key] = 1;
            }
        }
        return new PerformanceTrack(
                steps,
                onset,
                new float[steps],
                new float[steps * keys],
                pitch,
                new float[steps],
                new float[steps],
                new float[steps],
                new float[steps],
                0,
                new float[0],
                new float[steps]);
    }
}
