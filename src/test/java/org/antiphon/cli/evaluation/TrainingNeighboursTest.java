package org.antiphon.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.antiphon.clip.Hop;
import org.antiphon.clip.Mel;
import org.antiphon.clip.SampleRate;
import org.junit.jupiter.api.Test;

class TrainingNeighboursTest {

    @Test
    void aCopyOfTrainingIsFoundAndSomethingElseIsNot() {
        TrainingNeighbours neighbours = new TrainingNeighbours(List.of(mel(1), mel(2)));
        assertThat(neighbours.distance(mel(2))).isCloseTo(0, within(1e-6));
        assertThat(neighbours.distance(mel(3))).isGreaterThan(1);
    }

    @Test
    void spectrogramsBecomePicturesWithLowFrequenciesAtTheBottom() {
        float[] values = new float[3 * 100];
        java.util.Arrays.fill(values, -20);
        values[100] = 2; // frame 1, bin 0
        var picture = Looks.spectrogram(new Mel(values, 3, 100, Hop.MODEL, SampleRate.MODEL));
        assertThat(picture.width()).isEqualTo(3);
        assertThat(picture.height()).isEqualTo(200);
        assertThat(picture.at(1, 199, 0)).isGreaterThan(200);
        assertThat(picture.at(1, 0, 0)).isLessThan(20);
        assertThat(picture.at(0, 199, 0)).isLessThan(20);
    }

    private static Mel mel(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[300 * 100];
        for (int b = 0; b < 100; b += 4) {
            float level = (float) random.nextGaussian() * 3;
            for (int t = 0; t < 300; t++) {
                for (int i = 0; i < 4; i++) {
                    values[t * 100 + b + i] = level;
                }
            }
        }
        return new Mel(values, 300, 100, Hop.MODEL, SampleRate.MODEL);
    }
}
