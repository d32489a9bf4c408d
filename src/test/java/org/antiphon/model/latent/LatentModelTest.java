package org.antiphon.model.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import org.antiphon.model.vivit.VideoEncoder;
import org.antiphon.model.vivit.VideoEncoderConfig;
import org.antiphon.nn.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatentModelTest {

    private static final LatentModelConfig TINY = new LatentModelConfig(
            12, new VideoEncoderConfig(32, 4, 16, 2, 1, 16, 1, 2, 1), new AudioEncoderConfig(20, 16, 1));

    private NDManager manager;
    private LatentModel model;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager();
        model = new LatentModel(new Weights(manager, 1), TINY);
    }

    @AfterEach
    void close() {
        model.close();
        manager.close();
    }

    private NDArray noise(long... shape) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(4);
        Shape s = new Shape(shape);
        float[] values = new float[(int) s.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return manager.create(values, s);
    }

    @Test
    void bothEncodersWriteTwoStepsAFrame() {
        for (int frames : new int[] {2, 6, 10}) {
            LatentModel.Encoded seen = model.see(noise(3, frames, 3, 32, 32), noise(3, frames, 2, 16, 16));
            assertThat(seen.latent().getShape()).isEqualTo(new Shape(3, LatentLayout.CHANNELS, 2L * frames));
            VideoEncoder.Look look = model.look(noise(3, frames, 3, 32, 32), noise(3, frames, 2, 16, 16));
            assertThat(look.points().getShape()).isEqualTo(new Shape(3, frames, VideoEncoder.POINTS, 2));
            assertThat(look.logProbabilities().getShape()).isEqualTo(new Shape(3, frames, VideoEncoder.POINTS, 64));
            LatentModel.Encoded heard = model.hear(noise(3, 20, 4L * frames));
            assertThat(heard.latent().getShape()).isEqualTo(new Shape(3, LatentLayout.CHANNELS, 2L * frames));
        }
    }

    @Test
    void probabilitiesAreProbabilities() {
        float[] latent = model.hear(noise(1, 20, 40)).latent().toFloatArray();
        int steps = 20;
        for (int c : new int[] {LatentLayout.ONSET, LatentLayout.VOICED, LatentLayout.ATTACK, LatentLayout.PITCH + 5}) {
            assertThat(latent[c * steps + 3]).isBetween(0f, 1f);
        }
        double instruments = 0;
        for (int i = 0; i < LatentLayout.INSTRUMENTS; i++) {
            instruments += latent[(LatentLayout.LEARNED + i) * steps + 3];
        }
        assertThat(instruments).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void aClipIsSeenAlikeAloneAndInABatch() {
        NDArray frames = noise(2, 4, 3, 32, 32);
        NDArray flow = noise(2, 4, 2, 16, 16);
        NDArray together = model.see(frames, flow).latent().get("1:2");
        NDArray alone = model.see(frames.get("1:2"), flow.get("1:2")).latent();
        assertThat(together.sub(alone).abs().max().getFloat()).isLessThan(1e-4f);
    }

    @Test
    void refusesAnOddNumberOfFrames() {
        assertThatThrownBy(() -> model.see(noise(1, 3, 3, 32, 32), noise(1, 3, 2, 16, 16)))
                .hasMessageContaining("even T");
    }

    @Test
    void aGradientReachesEveryParameter() {
        model.weights().requireGradients();
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            VideoEncoder.Look look = model.look(noise(2, 4, 3, 32, 32), noise(2, 4, 2, 16, 16));
            LatentModel.Encoded seen = model.follow(look);
            LatentModel.Encoded heard = model.hear(noise(2, 20, 16));
            NDArray total = seen.raw().square().sum().add(heard.raw().square().sum());
            collector.backward(total.add(look.points().square().sum()));
        }
        model.weights().trained().forEach((name, array) -> assertThat(
                        array.getGradient().abs().sum().getFloat())
                .as(name)
                .isPositive());
    }

    @Test
    void anEncoderThatHasLearnedNothingIsNotTrusted() {
        assertThat(model.videoDomain().familiarity(new float[12 + VideoEncoder.POINTS]))
                .isZero();
    }

    @Test
    void doubtAboutAPointIsItsEntropy() {
        NDArray even = manager.ones(new Shape(1, 1, 1, 64)).div(64).log();
        NDArray certain = manager.create(new float[] {0, -30, -30, -30}, new Shape(1, 1, 1, 4));
        assertThat(new VideoEncoder.Look(null, even, null).doubt().getFloat())
                .isCloseTo((float) Math.log(64), org.assertj.core.data.Offset.offset(1e-4f));
        assertThat(new VideoEncoder.Look(null, certain, null).doubt().getFloat())
                .isLessThan(1e-6f);
    }

    @Test
    void whatLiesFarFromTrainingIsLessFamiliar() {
        DomainModel domain = model.audioDomain();
        float[][] training = new float[40][12];
        java.util.SplittableRandom random = new java.util.SplittableRandom(2);
        for (float[] row : training) {
            for (int c = 0; c < row.length; c++) {
                row[c] = (float) random.nextGaussian();
            }
        }
        domain.fit(training, training, 0.8);
        float[] far = new float[12];
        java.util.Arrays.fill(far, 6);
        assertThat(domain.familiarity(new float[12])).isCloseTo(0.8, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(domain.familiarity(far)).isLessThan(0.01);
    }
}
