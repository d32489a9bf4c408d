package org.antiphon.training.codec;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.antiphon.model.codec.CodecConfig;
import org.antiphon.model.codec.CodecNetwork;
import org.antiphon.model.codec.ResidualQuantizer;
import org.antiphon.nn.Weights;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CodebookLearnerTest {

    private final NDManager manager = NDManager.newBaseManager();
    private final ResidualQuantizer quantizer =
            new CodecNetwork(new Weights(manager, 1).root(), new CodecConfig(2, 4, 4, 1, 3, 1, 1, 2)).quantizer();
    private final CodebookLearner learner = new CodebookLearner(quantizer);

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void aVectorMovesAHundredthOfTheWayToTheMeanOfWhatFallsToIt() {
        set(new float[] {0, 10}, new float[] {2, 2});
        learner.learn(0, rows(1, 3, 10, 12), indices(0, 0, 1, 1), new SplittableRandom(1));
        // usage stays 0.99 · 2 + 0.01 · 2; the vector is (0.99 · 2 · 0 + 0.01 · 4) / 2
        assertThat(quantizer.usage(0).toFloatArray()).containsExactly(new float[] {2, 2}, Offset.offset(1e-6f));
        assertThat(quantizer.codebook(0).toFloatArray())
                .containsExactly(new float[] {0.02f, 10.01f}, Offset.offset(1e-5f));
    }

    @Test
    void aVectorThatNothingFallsToBeginsAnewAsOneOfTheRows() {
        set(new float[] {0, 100}, new float[] {4, 0.05f});
        learner.learn(0, rows(1, 1, 1, 1), indices(0, 0, 0, 0), new SplittableRandom(1));
        assertThat(quantizer.codebook(0).toFloatArray()[1]).isEqualTo(1);
        assertThat(quantizer.usage(0).toFloatArray()[1]).isEqualTo(2);
    }

    @Test
    void aCodebookThatHasSeenNothingBeginsAsRowsAndOnlyOnce() {
        learner.begin(0, rows(7, 7, 7), new SplittableRandom(1));
        assertThat(quantizer.codebook(0).toFloatArray()).containsExactly(7, 7);
        learner.begin(0, rows(9, 9, 9), new SplittableRandom(1));
        assertThat(quantizer.codebook(0).toFloatArray()).containsExactly(7, 7);
    }

    @Test
    void evenUseCountsAsManyEntriesAsThereAre() {
        assertThat(CodecObjective.perplexity(new float[] {3, 3, 3, 3})).isCloseTo(4, Offset.offset(1e-9));
        assertThat(CodecObjective.perplexity(new float[] {3, 0, 0, 0})).isCloseTo(1, Offset.offset(1e-9));
    }

    private void set(float[] codebook, float[] usage) {
        quantizer.codebook(0).set(FloatBuffer.wrap(codebook));
        quantizer.usage(0).set(FloatBuffer.wrap(usage));
    }

    private NDArray rows(float... values) {
        return manager.create(values, new Shape(values.length, 1));
    }

    private NDArray indices(long... values) {
        return manager.create(values);
    }
}
