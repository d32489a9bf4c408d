package org.antiphon.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScalarsTest {

    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private NDArray values() {
        return manager.create(new float[] {-3, 0.5f, 2});
    }

    /** The gradient of the sum, with the garbage collector between both passes. */
    private float[] gradient(UnaryOperator<NDArray> function) {
        NDArray x = values();
        x.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray sum = function.apply(x).sum();
            System.gc();
            collector.backward(sum);
        }
        return x.getGradient().toFloatArray();
    }

    @Test
    void computesAsTheEngineDoesWithANumber() {
        assertThat(Scalars.times(values(), 0.6)).isEqualTo(values().mul(0.6));
        assertThat(Scalars.over(values(), 3)).isEqualTo(values().div(3));
        assertThat(Scalars.atLeast(values(), 1e-5f)).isEqualTo(values().maximum(1e-5f));
        assertThat(Scalars.atMost(values(), 1)).isEqualTo(values().minimum(1));
    }

    @Test
    void scalesInPlace() {
        NDArray x = values();
        assertThat(Scalars.scale(x, 2)).isSameAs(x);
        assertThat(x.toFloatArray()).containsExactly(-6, 1, 4);
    }

    @Test
    void keepsSinglePrecisionEvenOfASum() {
        assertThat(Scalars.times(values().sum(), 0.1).getDataType()).isEqualTo(DataType.FLOAT32);
    }

    @Test
    void stillKnowsTheNumberWhenTheGradientIsComputed() {
        assertThat(gradient(x -> Scalars.times(x, 4))).containsExactly(4, 4, 4);
        assertThat(gradient(x -> Scalars.over(x, 4))).containsExactly(0.25f, 0.25f, 0.25f);
        assertThat(gradient(x -> Scalars.atLeast(x, 0))).containsExactly(0, 1, 1);
        assertThat(gradient(x -> Scalars.atMost(x, 1))).containsExactly(1, 1, 0);
    }
}
