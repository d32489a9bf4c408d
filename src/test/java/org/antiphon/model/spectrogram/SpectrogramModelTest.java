package org.antiphon.model.spectrogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.nn.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpectrogramModelTest {

    private static final SpectrogramConfig TINY =
            new SpectrogramConfig(LatentLayout.CHANNELS, 100, 8, 16, 1, 1, 3, 0.5f);

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void expectsTwoFramesAStepForAnyBatchAndLength() {
        SpectrogramNetwork network = new SpectrogramNetwork(new Weights(manager, 1).root(), TINY);
        for (int batch : new int[] {1, 3}) {
            for (int steps : new int[] {1, 9}) {
                SpectrogramNetwork.Expectation expected =
                        network.expect(manager.zeros(new Shape(batch, LatentLayout.CHANNELS, steps)));
                assertThat(expected.mean().getShape()).isEqualTo(new Shape(batch, steps, 200));
                assertThat(network.velocity(
                                        expected.mean(),
                                        manager.zeros(new Shape(batch)),
                                        expected.mean(),
                                        expected.features())
                                .getShape())
                        .isEqualTo(new Shape(batch, steps, 200));
            }
        }
    }

    @Test
    void refusesALatentOfOtherChannels() {
        SpectrogramNetwork network = new SpectrogramNetwork(new Weights(manager, 1).root(), TINY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.expect(manager.zeros(new Shape(1, 7, 4))))
                .withMessageContaining("(1, 7, 4)");
    }

    @Test
    void paintsTwoFramesForEveryStepAndTheSameForTheSameSeed() {
        SpectrogramModel model = model(1);
        PerformanceTrack track = silence(1203);
        Mel mel = model.paint(manager, track, new Seed(1), 2, Progress.NONE);
        assertThat(mel.frames()).isEqualTo(2406);
        assertThat(mel.bins()).isEqualTo(100);
        assertThat(model.paint(manager, track, new Seed(1), 2, Progress.NONE).values())
                .isEqualTo(mel.values());
        assertThat(model.paint(manager, track, new Seed(2), 2, Progress.NONE).values())
                .isNotEqualTo(mel.values());
    }

    @Test
    void withoutStepsTheRegressionAloneIsPaintedWhateverTheSeed() {
        SpectrogramModel model = model(1);
        assertThat(model.paint(manager, silence(40), new Seed(1), 0, Progress.NONE)
                        .values())
                .isEqualTo(model.paint(manager, silence(40), new Seed(2), 0, Progress.NONE)
                        .values());
    }

    @Test
    void savedWeightsPaintAsTheyDid(@TempDir Path folder) throws Exception {
        Weights weights = new Weights(manager, 1);
        SpectrogramModel before = new SpectrogramModel(new SpectrogramNetwork(weights.root(), TINY));
        weights.save(folder.resolve("w.safetensors"), false);
        Weights other = new Weights(manager, 2);
        SpectrogramModel after = new SpectrogramModel(new SpectrogramNetwork(other.root(), TINY));
        other.load(folder.resolve("w.safetensors"));
        assertThat(after.paint(manager, silence(5), new Seed(1), 1, Progress.NONE)
                        .values())
                .isEqualTo(before.paint(manager, silence(5), new Seed(1), 1, Progress.NONE)
                        .values());
    }

    private SpectrogramModel model(long seed) {
        return new SpectrogramModel(new SpectrogramNetwork(new Weights(manager, seed).root(), TINY));
    }

    private static PerformanceTrack silence(int steps) {
        int keys = steps * PerformanceTrack.SEMITONES;
        return new PerformanceTrack(
                steps,
                new float[steps],
                new float[steps],
                new float[keys],
                new float[keys],
                new float[steps],
                new float[steps],
                new float[steps],
                new float[steps],
                0,
                new float[0],
                new float[steps]);
    }
}
