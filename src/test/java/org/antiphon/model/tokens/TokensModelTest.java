package org.antiphon.model.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.nn.TransformerLayer;
import org.antiphon.nn.Weights;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensModelTest {

    private static final int WINDOW = 16;
    private static final TokensConfig TINY =
            new TokensConfig(LatentLayout.CHANNELS, 3, 6, 4, 1, 3, 8, 16, 2, 2, WINDOW);

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void columnByColumnWithAMemorySaysWhatAllAtOnceWould() {
        TokensNetwork network = network();
        List<NDArray> columns = columns(2, 11);
        NDArray read = network.read(
                manager.randomUniform(-1, 1, new Shape(2, LatentLayout.CHANNELS, 11)),
                manager.randomUniform(-1, 1, new Shape(2, 11, 4)));
        List<NDArray> left = Collections.nCopies(3, manager.randomUniform(-1, 1, new Shape(2, 11, 4)));
        List<NDArray> whole = network.next(columns, read, left, null);
        List<TransformerLayer.Memory> memory = network.memory();
        int from = 0;
        for (int to : new int[] {4, 5, 6, 9, 11}) {
            List<NDArray> part = network.next(
                    part(columns, from, to), read.get(":, " + from + ":" + to), part(left, from, to), memory);
            for (int k = 0; k < 3; k++) {
                assertThat(part.get(k).toFloatArray())
                        .as("columns %d to %d", from, to)
                        .containsExactly(
                                whole.get(k).get(":, " + from + ":" + to).toFloatArray(), Offset.offset(1e-4f));
            }
            from = to;
        }
        assertThat(memory.get(0).length()).isEqualTo(11);
    }

    @Test
    void nothingLooksAheadButTheReadingOfTheLatent() {
        TokensNetwork network = network();
        NDArray read =
                network.read(manager.zeros(new Shape(1, LatentLayout.CHANNELS, 9)), manager.zeros(new Shape(1, 9, 4)));
        List<NDArray> left = Collections.nCopies(3, manager.zeros(new Shape(1, 9, 4)));
        List<NDArray> columns = columns(1, 9);
        float[] before =
                network.next(columns, read, left, null).get(1).get(":, :5").toFloatArray();
        List<NDArray> changed = new ArrayList<>();
        for (NDArray row : columns) {
            long[] values = row.toLongArray();
            for (int i = 5; i < 9; i++) {
                values[i] = (values[i] + 1) % 6;
            }
            changed.add(manager.create(values, row.getShape()));
        }
        assertThat(network.next(changed, read, left, null).get(1).get(":, :5").toFloatArray())
                .containsExactly(before, Offset.offset(1e-5f));
    }

    @Test
    void saysATokenACodebookAndStepForTracksOfAnyLength() {
        TokensModel model = new TokensModel(network());
        for (int steps : new int[] {1, WINDOW - 1, WINDOW, WINDOW + 1, 61}) {
            int[][] tokens =
                    model.say(manager, track(steps), code(steps), new Seed(1), TokenChoice.USUAL, Progress.NONE);
            assertThat(tokens).hasNumberOfRows(3);
            assertThat(tokens[2]).hasSize(steps);
            assertThat(Arrays.stream(tokens).flatMapToInt(Arrays::stream)).allMatch(token -> token >= 0 && token < 6);
        }
    }

    @Test
    void oneSeedGivesOneResult() {
        TokensModel model = new TokensModel(network());
        for (TokenChoice choice : List.of(TokenChoice.USUAL, new TokenChoice(1, 6))) {
            int[][] first = model.say(manager, track(40), code(40), new Seed(1), choice, Progress.NONE);
            assertThat(model.say(manager, track(40), code(40), new Seed(1), choice, Progress.NONE))
                    .isDeepEqualTo(first);
            assertThat(Arrays.deepEquals(
                            model.say(manager, track(40), code(40), new Seed(2), choice, Progress.NONE), first))
                    .isFalse();
        }
        int[][] likeliest = model.say(manager, track(40), code(40), new Seed(1), TokenChoice.LIKELIEST, Progress.NONE);
        assertThat(model.say(manager, track(40), code(40), new Seed(2), TokenChoice.LIKELIEST, Progress.NONE))
                .isDeepEqualTo(likeliest);
    }

    @Test
    void whatWasSaidBeforeDoesNotDependOnWhatComesLater() {
        TokensModel model = new TokensModel(network());
        int[][] shorter =
                model.say(manager, track(WINDOW * 2), code(WINDOW * 2), new Seed(1), TokenChoice.USUAL, Progress.NONE);
        int[][] longer =
                model.say(manager, track(WINDOW * 4), code(WINDOW * 4), new Seed(1), TokenChoice.USUAL, Progress.NONE);
        assertThat(Arrays.copyOf(longer[0], WINDOW)).isEqualTo(Arrays.copyOf(shorter[0], WINDOW));
    }

    @Test
    void withoutAnythingLearnedTheTokensAreThoseOfTheExpectation() {
        Weights weights = new Weights(manager, 1);
        TokensNetwork network = new TokensNetwork(weights.root(), TINY);
        float[] vectors = {0, 0, 0, 0, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0, 4, 4, 4, 0, 0};
        for (int k = 0; k < 3; k++) {
            float[] smaller = vectors.clone();
            for (int i = 0; i < smaller.length; i++) {
                smaller[i] *= (float) Math.pow(0.25, k);
            }
            weights.all().get("codebook" + k).set(FloatBuffer.wrap(smaller));
            weights.all().get("trust" + k).set(FloatBuffer.wrap(new float[] {20}));
        }
        float[] expected = new float[WINDOW * 2 * 4];
        for (int t = 0; t < WINDOW * 2; t++) {
            expected[t * 4 + t % 4] = 4; // a vector of the first codebook and one of the third
            expected[t * 4 + (t + 1) % 4] = 0.25f;
        }
        int[][] tokens = new TokensModel(network)
                .say(manager, track(WINDOW * 2), expected, new Seed(1), TokenChoice.USUAL, Progress.NONE);
        for (int t = 0; t < WINDOW * 2; t++) {
            assertThat(List.of(tokens[0][t], tokens[1][t], tokens[2][t]))
                    .containsExactly(t % 4 + 1, 0, (t + 1) % 4 + 1);
        }
    }

    @Test
    void refusesSizesThatMakeNoModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokensConfig(1, 3, 6, 4, 1, 3, 9, 16, 2, 2, WINDOW))
                .withMessageContaining("9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network().read(manager.zeros(new Shape(1, 7, 4)), manager.zeros(new Shape(1, 4, 4))))
                .withMessageContaining("(1, 7, 4)");
    }

    private TokensNetwork network() {
        return new TokensNetwork(new Weights(manager, 1).root(), TINY);
    }

    private List<NDArray> columns(int batch, int count) {
        SplittableRandom random = new SplittableRandom(1);
        List<NDArray> columns = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            long[] values = new long[batch * count];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(7);
            }
            columns.add(manager.create(values, new Shape(batch, count)));
        }
        return columns;
    }

    private static List<NDArray> part(List<NDArray> columns, int from, int to) {
        return columns.stream().map(row -> row.get(":, " + from + ":" + to)).toList();
    }

    private static float[] code(int steps) {
        float[] code = new float[steps * 4];
        for (int i = 0; i < code.length; i++) {
            code[i] = (float) Math.sin(0.2 * i);
        }
        return code;
    }

    private static PerformanceTrack track(int steps) {
        int keys = steps * PerformanceTrack.SEMITONES;
        float[] loudness = new float[steps];
        for (int t = 0; t < steps; t++) {
            loudness[t] = (float) (-40 + 30 * Math.sin(0.3 * t));
        }
        return new PerformanceTrack(
                steps,
                new float[steps],
                new float[steps],
                new float[keys],
                new float[keys],
                new float[steps],
                loudness,
                new float[steps],
                new float[steps],
                0,
                new float[0],
                new float[steps]);
    }
}
