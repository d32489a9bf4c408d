package org.antiphon.model.vivit.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antiphon.nn.Safetensors;
import org.antiphon.nn.Safetensors.Tensor;
import org.antiphon.nn.TensorScope;
import org.antiphon.nn.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against what transformers computes from the same checkpoint and pixels. */
class VivitTest {

    private NDManager manager;
    private Weights weights;
    private Vivit vivit;
    private Map<String, Tensor> expected;

    @BeforeEach
    void open() throws IOException {
        manager = NDManager.newBaseManager();
        weights = new Weights(manager, 0);
        try (VivitCheckpoint checkpoint = VivitCheckpoint.open(Golden.FOLDER)) {
            vivit = Vivit.of(weights.root(), checkpoint);
        }
        expected = Safetensors.read(Golden.FOLDER.resolve("expected.safetensors"));
    }

    @AfterEach
    void close() {
        weights.close();
        manager.close();
    }

    private NDArray pixels(NDManager on) {
        return on.create(expected.get("pixel_values").values(), new Shape(2, 8, 3, 32, 32));
    }

    @Test
    void hiddenStatesAndLogitsAreThoseOfTransformers() {
        List<float[]> states = new ArrayList<>();
        try (TensorScope scope = new TensorScope(manager)) {
            NDArray last = vivit.encode(pixels(scope.manager()), state -> states.add(state.toFloatArray()));
            for (int i = 0; i < states.size(); i++) {
                float[] wanted = expected.get("hidden_state_" + i).values();
                assertThat(Golden.largestDifference(states.get(i), wanted))
                        .as("hidden state " + i)
                        .isLessThan(1e-4);
            }
            assertThat(states).hasSize(4);
            assertThat(Golden.largestDifference(
                            last.toFloatArray(),
                            expected.get("last_hidden_state").values()))
                    .isLessThan(1e-4);
            assertThat(Golden.largestDifference(
                            vivit.logits(last).orElseThrow().toFloatArray(),
                            expected.get("logits").values()))
                    .isLessThan(1e-4);
        }
    }

    @Test
    void aSlotIsTheMeanOfItsTokensWithoutTheClassToken() {
        float[] states = expected.get("last_hidden_state").values();
        try (TensorScope scope = new TensorScope(manager)) {
            float[] slots = vivit.slots(scope.manager().create(states, new Shape(2, 65, 48)))
                    .toFloatArray();
            assertThat(slots).hasSize(2 * 4 * 48);
            for (int c : new int[] {0, 17, 47}) {
                double sum = 0;
                for (int token = 1 + 3 * 16; token < 1 + 4 * 16; token++) {
                    sum += states[(65 + token) * 48 + c];
                }
                assertThat((double) slots[(4 + 3) * 48 + c])
                        .as("second clip, last slot, channel " + c)
                        .isCloseTo(sum / 16, org.assertj.core.data.Offset.offset(1e-5));
            }
        }
    }

    @Test
    void bfloat16ComesNear() {
        vivit.useBfloat16();
        try (TensorScope scope = new TensorScope(manager)) {
            float[] logits = vivit.logits(vivit.encode(pixels(scope.manager())))
                    .orElseThrow()
                    .toFloatArray();
            assertThat(Golden.largestDifference(logits, expected.get("logits").values()))
                    .isBetween(1e-7, 0.2);
        }
    }

    @Test
    void aGradientReachesEveryParameter() {
        weights.requireGradients();
        try (TensorScope scope = new TensorScope(manager)) {
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray states = vivit.encode(pixels(scope.manager()));
                NDArray loss = vivit.slots(states).square().sum();
                collector.backward(
                        loss.add(vivit.logits(states).orElseThrow().square().sum()));
            }
            weights.trained().forEach((name, array) -> assertThat(
                            array.getGradient().abs().sum().getFloat())
                    .as(name)
                    .isPositive());
        }
    }

    @Test
    void aGradientIsTheSlopeOfTheLoss() {
        weights.requireGradients();
        NDArray bias = weights.all().get("layers.1.expand.bias");
        double slope;
        try (TensorScope scope = new TensorScope(manager)) {
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(loss(scope.manager()));
            }
            slope = bias.getGradient().getFloat(5);
        }
        double step = 0.05;
        assertThat((lossWith(bias, 5, step) - lossWith(bias, 5, -step)) / (2 * step))
                .isCloseTo(slope, org.assertj.core.data.Offset.offset(0.02 * Math.abs(slope) + 1e-3));
    }

    private NDArray loss(NDManager on) {
        return vivit.slots(vivit.encode(pixels(on))).square().sum();
    }

    private double lossWith(NDArray parameter, int at, double change) {
        float[] values = parameter.toFloatArray();
        float before = values[at];
        values[at] += (float) change;
        parameter.set(java.nio.FloatBuffer.wrap(values.clone()));
        try (TensorScope scope = new TensorScope(manager)) {
            return loss(scope.manager()).getFloat();
        } finally {
            values[at] = before;
            parameter.set(java.nio.FloatBuffer.wrap(values));
        }
    }

    @Test
    void refusesPixelsOfAnotherShape() {
        assertThatThrownBy(() -> vivit.encode(manager.zeros(new Shape(1, 8, 3, 32, 16))))
                .hasMessageContaining("(1, 8, 3, 32, 32)")
                .hasMessageContaining("(1, 8, 3, 32, 16)");
    }
}
