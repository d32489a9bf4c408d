package org.antiphon.model.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SamplerTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void followsAConstantVelocityExactlyInOneStep() {
        assertThat(end(Sampler.EULER, (x, t) -> x.zerosLike().add(2f), 1)).isEqualTo(3f);
    }

    @Test
    void approachesTheExponentialOfAGrowingVelocityAndMidpointFaster() {
        Velocity growth = (x, t) -> x; // x(1) = e x(0)
        assertThat(end(Sampler.EULER, growth, 100)).isCloseTo((float) Math.E, within(0.02f));
        assertThat(end(Sampler.MIDPOINT, growth, 100)).isCloseTo((float) Math.E, within(0.0002f));
    }

    @Test
    void tellsTheVelocityTheTime() {
        Velocity late = (x, t) -> x.zerosLike().add((float) (2 * t)); // x(1) = x(0) + 1
        assertThat(end(Sampler.MIDPOINT, late, 3)).isCloseTo(2f, within(1e-5f));
    }

    @Test
    void guidanceExaggeratesTheConditionByItsStrength() {
        Velocity guided = Velocity.guided(
                (x, t) -> x.zerosLike().add(3f), (x, t) -> x.zerosLike().add(1f), 2);
        assertThat(end(Sampler.EULER, guided, 1)).isEqualTo(6f);
    }

    @Test
    void tellsHowFarItIs() {
        List<Double> heard = new ArrayList<>();
        Progress progress = (stage, share) -> heard.add(share);
        Sampler.EULER.sample((x, t) -> x, manager.create(1f), 2, "sampling", progress);
        assertThat(heard).containsExactly(0.5, 1.0);
    }

    @Test
    void refusesToSampleInNoStep() {
        assertThatIllegalArgumentException().isThrownBy(() -> end(Sampler.EULER, (x, t) -> x, 0));
    }

    @Test
    void noiseIsNormalAndDependsOnPlaceAndSeedAlone() {
        Noise noise = new Noise(new Seed(1));
        float[] all = noise.rows(0, 50, 40);
        assertThat(noise.rows(20, 10, 40)).isEqualTo(Arrays.copyOfRange(all, 800, 1200));
        assertThat(new Noise(new Seed(2)).rows(0, 50, 40)).isNotEqualTo(all);
        double mean = 0;
        double power = 0;
        for (float value : all) {
            mean += value / all.length;
            power += value * value / all.length;
        }
        assertThat(mean).isCloseTo(0, within(0.1));
        assertThat(power).isCloseTo(1, within(0.1));
    }

    private float end(Sampler sampler, Velocity velocity, int steps) {
        return sampler.sample(velocity, manager.create(1f), steps, "sampling", Progress.NONE)
                .getFloat();
    }
}
