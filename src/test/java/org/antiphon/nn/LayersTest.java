package org.antiphon.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayersTest {

    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private NDArray ramp(long... shape) {
        Shape s = new Shape(shape);
        float[] values = new float[(int) s.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(0.37 * i);
        }
        return manager.create(values, s);
    }

    @Test
    void linearIsTheMatrixProductWithItsTransposedWeight() {
        try (Weights weights = new Weights(manager, 3)) {
            Linear linear = new Linear(weights.root(), 3, 2);
            NDArray x = ramp(4, 3);
            float[] w = weights.all().get("weight").toFloatArray();
            float[] y = linear.apply(x).toFloatArray();
            float[] in = x.toFloatArray();
            for (int r = 0; r < 4; r++) {
                for (int o = 0; o < 2; o++) {
                    double sum = 0;
                    for (int i = 0; i < 3; i++) {
                        sum += (double) in[r * 3 + i] * w[o * 3 + i];
                    }
                    assertThat((double) y[r * 2 + o]).isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-5));
                }
            }
        }
    }

    @Test
    void attentionThatIsLetThroughToItselfAloneKeepsPositionsApart() {
        try (Weights weights = new Weights(manager, 5)) {
            TransformerLayer layer = new TransformerLayer(weights.root(), 8, 2, 16);
            NDArray apart = manager.eye(5).sub(1).mul(1e9).reshape(1, 1, 5, 5);
            NDArray x = ramp(1, 5, 8);
            NDArray together = layer.apply(x, apart).get("0, 2:3");
            NDArray alone = layer.apply(x.get(":, 2:3")).get(0);
            assertThat(together.sub(alone).abs().max().getFloat()).isLessThan(1e-5f);
        }
    }

    @Test
    void refusesHeadsThatDoNotDivideTheChannels() {
        try (Weights weights = new Weights(manager, 5)) {
            assertThatThrownBy(() -> new TransformerLayer(weights.root(), 10, 3, 16))
                    .hasMessageContaining("3 heads");
        }
    }

    @Test
    void adaptiveNormBeginsAsIdentity() {
        try (Weights weights = new Weights(manager, 5)) {
            ConvNeXtBlock block = new ConvNeXtBlock(weights.root().child("block"), 6, 12, 3);
            AdaLayerNorm ada = new AdaLayerNorm(weights.root().child("ada"), 4, 6);
            AdaLayerNorm.Modulation m = ada.apply(ramp(2, 4));
            NDArray x = ramp(2, 6, 9);
            NDArray gap = block.apply(x, m.gain(), m.shift()).sub(block.apply(x));
            assertThat(gap.abs().max().getFloat()).isLessThan(1e-6f);
        }
    }

    @Test
    void aGradientReachesEveryParameterOfATransformer() {
        try (Weights weights = new Weights(manager, 7)) {
            TransformerLayer layer = new TransformerLayer(weights.root(), 8, 2, 16);
            weights.requireGradients();
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(layer.apply(ramp(2, 5, 8)).mul(ramp(2, 5, 8)).sum());
            }
            weights.trained().forEach((name, array) -> assertThat(
                            array.getGradient().abs().sum().getFloat())
                    .as(name)
                    .isPositive());
        }
    }

    @Test
    void weightsAreTheSameWhereverTheyAreBuiltAndReadBackAsTheyWereSaved(@TempDir Path folder) throws Exception {
        try (Weights one = new Weights(manager, 9);
                Weights other = new Weights(manager, 9);
                Weights third = new Weights(manager, 10)) {
            new Linear(one.root().child("a"), 4, 4);
            new Linear(other.root().child("a"), 4, 4);
            new Linear(third.root().child("a"), 4, 4);
            float[] values = one.all().get("a.weight").toFloatArray();
            assertThat(values).isEqualTo(other.all().get("a.weight").toFloatArray());
            assertThat(values).isNotEqualTo(third.all().get("a.weight").toFloatArray());
            one.save(folder.resolve("w"), false);
            third.load(folder.resolve("w"));
            assertThat(third.all().get("a.weight").toFloatArray()).isEqualTo(values);
        }
    }

    @Test
    void namesEveryWeightThatDoesNotFit() {
        try (Weights weights = new Weights(manager, 9)) {
            new Linear(weights.root().child("a"), 4, 4);
            Map<String, Safetensors.Tensor> values = Map.of(
                    "a.weight", new Safetensors.Tensor(new float[8], new long[] {2, 4}),
                    "b", new Safetensors.Tensor(new float[1], new long[] {1}));
            assertThatThrownBy(() -> weights.restore("file", values))
                    .hasMessageContaining("a.weight")
                    .hasMessageContaining("a.bias is missing")
                    .hasMessageContaining("b is unknown");
        }
    }

    @Test
    void aNetworkThatHasGrownBeginsWithWhatItHadBefore(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("w");
        try (Weights small = new Weights(manager, 1);
                Weights grown = new Weights(manager, 2);
                Weights other = new Weights(manager, 3)) {
            new Linear(small.root().child("a"), 4, 4);
            small.save(file, false);
            new Linear(grown.root().child("a"), 4, 4);
            new Linear(grown.root().child("b"), 4, 4);
            assertThat(grown.begin(file)).containsExactly("b.bias", "b.weight");
            assertThat(grown.all().get("a.weight").toFloatArray())
                    .isEqualTo(small.all().get("a.weight").toFloatArray());
            new Linear(other.root().child("a"), 4, 5);
            assertThatThrownBy(() -> other.begin(file)).hasMessageContaining("a.weight is [4, 4], must be (5, 4)");
        }
    }

    @Test
    void theAverageOfWeightsThatStandStillIsThoseWeights() {
        try (Weights weights = new Weights(manager, 9)) {
            new Linear(weights.root(), 3, 3);
            float[] before = weights.all().get("weight").toFloatArray();
            try (Ema ema = new Ema(weights, 0.9)) {
                for (int step = 0; step < 20; step++) {
                    ema.update(step);
                }
                ema.swap();
            }
            float[] after = weights.all().get("weight").toFloatArray();
            for (int i = 0; i < before.length; i++) {
                assertThat(after[i]).isCloseTo(before[i], org.assertj.core.data.Offset.offset(1e-6f));
            }
        }
    }

    @Test
    void aScopeLeavesNothingBehind() {
        NDArray inside;
        try (TensorScope scope = new TensorScope(manager)) {
            inside = scope.manager().ones(new Shape(3)).add(1);
        }
        NDArray gone = inside;
        assertThatThrownBy(gone::toFloatArray).isInstanceOf(IllegalStateException.class);
    }
}
