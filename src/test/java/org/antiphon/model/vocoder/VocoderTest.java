package org.antiphon.model.vocoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.antiphon.clip.Hop;
import org.antiphon.clip.Mel;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.nn.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocoderTest {

    private static final VocoderConfig TINY = new VocoderConfig(10, 8, 16, 1, 3, 128, 32);

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void predictsOneSpectrumAFrameForAnyBatchAndLength() {
        VocoderNetwork network = network(1);
        for (int batch : new int[] {1, 3}) {
            for (int frames : new int[] {1, 2, 17}) {
                VocoderNetwork.Prediction said = network.predict(manager.zeros(new Shape(batch, 10, frames)));
                assertThat(said.logMagnitude().getShape()).isEqualTo(new Shape(batch, frames, 65));
                assertThat(said.binImaginary().getShape()).isEqualTo(new Shape(batch, frames, 65));
            }
        }
    }

    @Test
    void refusesAnotherNumberOfBins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(1).predict(manager.zeros(new Shape(1, 11, 4))))
                .withMessageContaining("(B, 10, T)");
    }

    @Test
    void playsExactlyTheSamplesAskedForAndTheSameForTheSameSeed() {
        Vocoder vocoder = new Vocoder(network(1));
        Mel mel = mel(50);
        float[] first = vocoder.play(manager, mel, 50 * 32, new Seed(5)).samples();
        assertThat(first).hasSize(50 * 32);
        assertThat(vocoder.play(manager, mel, 50 * 32, new Seed(5)).samples()).isEqualTo(first);
        assertThat(vocoder.play(manager, mel, 50 * 32, new Seed(6)).samples()).isNotEqualTo(first);
    }

    @Test
    void playsLongSpectrogramsInStretchesWithoutGaps() {
        float[] sound = new Vocoder(network(1), 1)
                .play(manager, mel(2300), 2300 * 32, new Seed(5))
                .samples();
        assertThat(sound).hasSize(2300 * 32);
        for (int t = 10; t < 2290; t++) {
            double level = 0;
            for (int i = 0; i < 32; i++) {
                level += Math.abs(sound[t * 32 + i]);
            }
            assertThat(level).as("frame " + t).isGreaterThan(0);
        }
    }

    @Test
    void savedWeightsPlayAsTheyDidUpToHalfPrecision(@TempDir Path folder) throws Exception {
        Weights weights = new Weights(manager, 1);
        VocoderNetwork network = new VocoderNetwork(weights.root(), TINY);
        weights.save(folder.resolve("w.safetensors"), true);
        Weights other = new Weights(manager, 2);
        VocoderNetwork loaded = new VocoderNetwork(other.root(), TINY);
        other.load(folder.resolve("w.safetensors"));
        float[] before =
                network.predict(manager.ones(new Shape(1, 10, 5))).timeReal().toFloatArray();
        float[] after =
                loaded.predict(manager.ones(new Shape(1, 10, 5))).timeReal().toFloatArray();
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isCloseTo(before[i], org.assertj.core.data.Offset.offset(0.01f));
        }
    }

    private VocoderNetwork network(long seed) {
        float[] filters = new float[65 * 10];
        for (int k = 0; k < 65; k++) {
            filters[k * 10 + k * 10 / 65] = 0.2f;
        }
        return new VocoderNetwork(new Weights(manager, seed).root(), TINY, filters);
    }

    private static Mel mel(int frames) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[frames * 10];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (-3 + random.nextDouble());
        }
        return new Mel(values, frames, 10, new Hop(32), SampleRate.MODEL);
    }
}
