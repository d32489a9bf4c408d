package org.antiphon.training.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.antiphon.clip.Progress;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.model.tokens.Leftover;
import org.antiphon.model.tokens.TokensConfig;
import org.antiphon.nn.TensorScope;
import org.antiphon.training.Loop;
import org.antiphon.training.Recipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensObjectiveTest {

    private static final int ENTRIES = 4;

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void learnsTokensThatFollowFromTheLatentAndFromEachOther(@TempDir Path folder) throws Exception {
        TokensObjective objective = objective(recipe(80));
        Map<String, Double> before;
        try (TensorScope scope = new TensorScope(manager)) {
            before = objective.validate(scope.manager());
        }
        assertThat(before.get("held-out-surprise-0")).isBetween(1.2, 1.7); // ln 4 is knowing nothing
        Map<String, Double> after = new Loop(recipe(80), objective, folder, Progress.NONE, () -> 0)
                .run(false)
                .validation();
        assertThat(after.get("held-out-right-0")).isGreaterThan(0.7);
        assertThat(after.get("held-out-right-1")).isGreaterThan(0.7);
    }

    @Test
    void gradientReachesEveryWeight() {
        TokensObjective objective = objective(recipe(1));
        for (String codebook : List.of("codebook0", "codebook1")) {
            objective.weights().all().get(codebook).set(FloatBuffer.wrap(new float[] {1, 0, 0, 1, 2, 0, 0, 3}));
        }
        objective.weights().requireGradients();
        try (TensorScope scope = new TensorScope(manager);
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(
                    objective.step(scope.manager(), 0, new SplittableRandom(1)).total());
            for (Map.Entry<String, NDArray> weight :
                    objective.weights().trained().entrySet()) {
                assertThat(weight.getValue().getGradient().abs().sum().getFloat())
                        .as(weight.getKey())
                        .isPositive();
            }
        }
    }

    @Test
    void whatGoesInIsFollowedByWhatMustComeOut() {
        TokensConfig config = new TokensConfig(LatentLayout.CHANNELS, 2, ENTRIES, 1, 1, 3, 4, 4, 1, 1, 4);
        TokenBatch batch = new TokenBatch(config, 1);
        Leftover leftover = new Leftover(new float[][] {{0, 10, 20, 30}, {0, 1, 2, 3}}, 1);
        batch.put(
                0,
                given(new int[][] {{1, 2, 3, 0}, {3, 2, 1, 0}}, 13, 22, 31, 0),
                0,
                0,
                leftover,
                new SplittableRandom(1));
        List<NDArray> inputs = batch.inputs(manager);
        assertThat(inputs.get(0).toLongArray()).containsExactly(4, 1, 2, 3, 0);
        assertThat(inputs.get(1).toLongArray()).containsExactly(4, 4, 3, 2, 1);
        assertThat(batch.target(manager, 0).toLongArray()).containsExactly(1, 2, 3, 0, 0);
        assertThat(batch.mask(manager, 0).toFloatArray()).containsExactly(1, 1, 1, 1, 0);
        assertThat(batch.target(manager, 1).toLongArray()).containsExactly(0, 3, 2, 1, 0);
        assertThat(batch.mask(manager, 1).toFloatArray()).containsExactly(0, 1, 1, 1, 1);
        assertThat(batch.left(manager).get(0).toFloatArray()).containsExactly(13, 22, 31, 0, 0);
        assertThat(batch.left(manager).get(1).toFloatArray()).containsExactly(0, 3, 2, 1, 0);
        assertThat(batch.codes(manager).toFloatArray()).containsExactly(13, 22, 31, 0, 0);
    }

    @Test
    void exchangesOnlyWhatGoesIn() {
        TokensConfig config = new TokensConfig(LatentLayout.CHANNELS, 1, ENTRIES, 1, 1, 3, 4, 4, 1, 1, 200);
        TokenBatch batch = new TokenBatch(config, 1);
        Leftover leftover = new Leftover(new float[][] {{0, 0, 0, 0}}, 1);
        batch.put(0, given(new int[1][200], new float[200]), 0, 0.5, leftover, new SplittableRandom(1));
        long[] in = batch.inputs(manager).get(0).toLongArray();
        long wrong =
                java.util.Arrays.stream(in).skip(1).filter(token -> token != 0).count();
        assertThat(wrong).isBetween(50L, 100L); // three quarters of half of them become another
        assertThat(batch.target(manager, 0).toLongArray()).containsOnly(0);
    }

    @Test
    void repeatsWhatWasSaidInTheColumnsAfterItOfTheWindowsThatShall() {
        TokensConfig config = new TokensConfig(LatentLayout.CHANNELS, 2, ENTRIES, 1, 1, 3, 4, 4, 1, 1, 4);
        TokenBatch batch = new TokenBatch(config, 2);
        Leftover leftover = new Leftover(new float[2][ENTRIES], 1);
        TokenSource source = given(new int[2][4], new float[4]);
        batch.put(0, source, 0, 0, leftover, new SplittableRandom(1));
        batch.put(1, source, 0, 0, leftover, new SplittableRandom(1));
        long[] said = {1, 2, 3, 1, 2, 1, 2, 3, 1, 2};
        batch.repeat(1, said, new double[] {0, 1}, new SplittableRandom(1));
        assertThat(batch.inputs(manager).get(0).toLongArray()).containsExactly(4, 0, 0, 0, 0, 4, 0, 0, 0, 0);
        assertThat(batch.inputs(manager).get(1).toLongArray()).containsExactly(4, 4, 0, 0, 0, 4, 4, 2, 3, 1);
        assertThat(batch.target(manager, 1).toLongArray()).containsOnly(0);
    }

    @Test
    void saysThatARecipeMustNameACodec() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodedSounds.of(recipe(1), manager))
                .withMessageContaining("codec: models");
    }

    private TokensObjective objective(Recipe recipe) {
        return new TokensObjective(manager, recipe, List.of(steps()), List.of(steps()));
    }

    private static Recipe recipe(int steps) {
        Map<String, Object> sizes = new HashMap<>(Map.of(
                "channels",
                LatentLayout.CHANNELS,
                "codebooks",
                2,
                "entries",
                ENTRIES,
                "codeDim",
                2,
                "latentBlocks",
                1,
                "kernel",
                3));
        sizes.putAll(Map.of("dim", 16, "hidden", 16, "layers", 1, "heads", 2, "window", 32));
        return new Recipe("tokens", "tiny", 1, steps, 4, 0.02, 0, 0, 0.5, 10, 1000, 1000, 0, sizes, Map.of(), null);
    }

    /** A recording whose first token tells how loud it is, and whose second is what the first was. */
    private static TokenSource steps() {
        int[][] tokens = new int[2][300];
        float[] expected = new float[2 * 300];
        for (int t = 0; t < 300; t++) {
            tokens[0][t] = (int) Math.floorMod((long) (t * t) / 7, ENTRIES);
            tokens[1][t] = tokens[0][t];
            expected[2 * t] = 1;
        }
        return given(tokens, expected);
    }

    private static TokenSource given(int[][] tokens, float... expected) {
        return new TokenSource() {
            @Override
            public int steps() {
                return tokens[0].length;
            }

            @Override
            public float[] latent(int from, int count) {
                float[] latent = new float[LatentLayout.CHANNELS * count];
                for (int t = 0; t < count && from + t < steps(); t++) {
                    latent[LatentLayout.LOUDNESS * count + t] = tokens[0][from + t] / 2f - 1;
                }
                return latent;
            }

            @Override
            public float[] expected() {
                return expected;
            }

            @Override
            public int[][] tokens() {
                return tokens;
            }
        };
    }
}
