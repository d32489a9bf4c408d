package org.antiphon.model.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.antiphon.clip.Hop;
import org.antiphon.clip.Mel;
import org.antiphon.clip.SampleRate;
import org.antiphon.nn.Weights;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodecTest {

    private static final CodecConfig TINY = new CodecConfig(5, 8, 16, 2, 3, 4, 3, 6);

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void eachCodebookNamesWhatTheOnesBeforeItLeft() {
        ResidualQuantizer quantizer = new ResidualQuantizer(new Weights(manager, 1).root(), 2, 3, 2);
        quantizer.codebook(0).set(FloatBuffer.wrap(new float[] {0, 0, 10, 0, 0, 10}));
        quantizer.codebook(1).set(FloatBuffer.wrap(new float[] {0, 0, 1, 1, -1, 0}));
        NDArray rows = manager.create(new float[] {9.1f, 0.2f, 1.2f, 11, 0.3f, 0.1f, -0.9f, 0}, new Shape(4, 2));
        List<NDArray> indices = quantizer.quantize(rows);
        assertThat(indices.get(0).toLongArray()).containsExactly(1, 2, 0, 0);
        assertThat(indices.get(1).toLongArray()).containsExactly(2, 1, 0, 2);
        assertThat(quantizer.sum(indices).toFloatArray()).containsExactly(9, 0, 1, 11, 0, 0, -1, 0);
        assertThat(quantizer.sum(indices.subList(0, 1)).toFloatArray()).containsExactly(10, 0, 0, 10, 0, 0, 0, 0);
    }

    @Test
    void theNearestIsTheNearestOfAllByBruteForce() {
        ResidualQuantizer quantizer = new ResidualQuantizer(new Weights(manager, 1).root(), 1, 50, 6);
        SplittableRandom random = new SplittableRandom(3);
        float[] rows = new float[40 * 6];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) (0.1 * random.nextGaussian());
        }
        float[] vectors = quantizer.codebook(0).toFloatArray();
        long[] found =
                quantizer.nearest(0, manager.create(rows, new Shape(40, 6))).toLongArray();
        for (int n = 0; n < found.length; n++) {
            double own = apart(rows, n, vectors, (int) found[n], 6);
            for (int entry = 0; entry < 50; entry++) {
                assertThat(own).isLessThanOrEqualTo(apart(rows, n, vectors, entry, 6) + 1e-6);
            }
        }
    }

    private static double apart(float[] rows, int row, float[] vectors, int entry, int dim) {
        double sum = 0;
        for (int i = 0; i < dim; i++) {
            sum += Math.pow(rows[row * dim + i] - vectors[entry * dim + i], 2);
        }
        return sum;
    }

    @Test
    void aSpectrogramOfAnyLengthBecomesATokenACodebookAndStepAndBack() {
        Codec codec = codec(1);
        for (int frames : new int[] {1, 2, 7, 2400}) {
            int[][] tokens = codec.encode(manager, mel(frames));
            assertThat(tokens).hasNumberOfRows(3);
            assertThat(tokens[0]).hasSize((frames + 1) / 2);
            assertThat(Arrays.stream(tokens).flatMapToInt(Arrays::stream)).allMatch(token -> token >= 0 && token < 6);
            Mel back = codec.decode(manager, tokens);
            assertThat(back.frames()).isEqualTo((frames + 1) / 2 * 2);
            assertThat(back.bins()).isEqualTo(5);
            assertThat(codec.decode(manager, tokens).values()).isEqualTo(back.values());
        }
    }

    @Test
    void stretchesLeaveNoSeam() {
        Codec codec = codec(1);
        int[][] tokens = codec.encode(manager, mel(2400));
        Mel whole = codec.decode(manager, tokens);
        int[][] part = Arrays.stream(tokens)
                .map(row -> Arrays.copyOfRange(row, 400, 700))
                .toArray(int[][]::new);
        Mel alone = codec.decode(manager, part);
        for (int frame = 20; frame < 580; frame++) { // away from the ends of the part
            assertThat(alone.at(frame, 3)).isCloseTo(whole.at(800 + frame, 3), Offset.offset(1e-4f));
        }
    }

    @Test
    void namesWhatLiesNearestToItsCode() {
        Codec codec = codec(1);
        float[] code = codec.code(manager, mel(9));
        assertThat(code).hasSize(5 * 4);
        int[][] tokens = codec.encode(manager, mel(9));
        float[] vectors = codec.codebook(0);
        for (int t = 0; t < 5; t++) {
            double own = apart(code, t, vectors, tokens[0][t], 4);
            for (int entry = 0; entry < 6; entry++) {
                assertThat(own).isLessThanOrEqualTo(apart(code, t, vectors, entry, 4) + 1e-6);
            }
        }
    }

    @Test
    void fewerCodebooksMayBeDecoded() {
        Codec codec = codec(1);
        int[][] tokens = codec.encode(manager, mel(20));
        assertThat(codec.decode(manager, new int[][] {tokens[0]}).frames()).isEqualTo(20);
    }

    @Test
    void savedWeightsAndCodebooksCodeAsTheyDid(@TempDir Path folder) throws Exception {
        Weights weights = new Weights(manager, 1);
        CodecNetwork network = new CodecNetwork(weights.root(), TINY);
        network.quantizer().codebook(1).addi(0.3f);
        int[][] before = new Codec(network).encode(manager, mel(31));
        weights.save(folder.resolve("w.safetensors"), false);
        Weights other = new Weights(manager, 2);
        Codec after = new Codec(new CodecNetwork(other.root(), TINY));
        other.load(folder.resolve("w.safetensors"));
        assertThat(after.encode(manager, mel(31))).isDeepEqualTo(before);
    }

    @Test
    void refusesWhatIsNoTokenAndOtherBins() {
        Codec codec = codec(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.decode(manager, new int[][] {{0}, {6}}))
                .withMessageContaining("token 6")
                .withMessageContaining("codebook 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.decode(manager, new int[4][1]))
                .withMessageContaining("4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.encode(manager, new Mel(new float[8], 2, 4, Hop.MODEL, SampleRate.MODEL)))
                .withMessageContaining("4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodecConfig(5, 8, 16, 2, 4, 4, 3, 6))
                .withMessageContaining("kernel");
    }

    @Test
    void tellsItsBitrate() {
        assertThat(new CodecConfig(100, 8, 8, 1, 3, 8, 4, 512).bitrate()).isEqualTo(1800);
    }

    private Codec codec(long seed) {
        return new Codec(new CodecNetwork(new Weights(manager, seed).root(), TINY));
    }

    private static Mel mel(int frames) {
        float[] values = new float[frames * 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (-5 + 3 * Math.sin(0.37 * i) * Math.sin(0.011 * i));
        }
        return new Mel(values, frames, 5, Hop.MODEL, SampleRate.MODEL);
    }
}
