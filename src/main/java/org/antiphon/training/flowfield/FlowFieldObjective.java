package org.antiphon.training.flowfield;

import static org.antiphon.model.flowfield.MotionCodes.CODES;
import static org.antiphon.nn.Scalars.atMost;
import static org.antiphon.nn.Scalars.over;
import static org.antiphon.nn.Scalars.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.antiphon.model.flowfield.FlowBatch;
import org.antiphon.model.flowfield.FlowDecoder;
import org.antiphon.model.flowfield.FlowFieldConfig;
import org.antiphon.model.flowfield.FlowFieldModel;
import org.antiphon.model.flowfield.InstrumentFrame;
import org.antiphon.model.flowfield.MotionCodes;
import org.antiphon.model.flowfield.MotionNetwork;
import org.antiphon.nn.Weights;
import org.antiphon.training.ConfigFile;
import org.antiphon.training.Example;
import org.antiphon.training.Losses;
import org.antiphon.training.Objective;
import org.antiphon.training.Recipe;
import org.antiphon.training.Shards;

/**
 * The expected motion by L1 on codes and on their changes from frame to frame, flow matching on what the expectation
 * leaves (optimal-transport path: x_t = (1 − t) x_0 + t x_1, target x_1 − x_0; it does not pull at the expectation), the
 * decoder by endpoint error where the true flow is known, moving places counting more, and visibility by cross-entropy.
 * Most of the decoder's pairs have the points that the expectation gives: a decoder that has only seen true points trusts
 * every one, and moves thin things to places where they are not.
 *
 * <p>Recipe data: {@code frames} a window, {@code pairs} of pictures a step.
 */
public final class FlowFieldObjective implements Objective {

    private static final float CHANGE = 1.5f;
    private static final float MATCHING = 0.3f;
    private static final float ENDPOINT = 0.5f;
    private static final float VISIBILITY = 0.3f;
    private static final float MOVING = 0.5f;
    private static final float POINT_NOISE = 0.004f;
    private static final float SMALLEST_DEVIATION = 0.01f;

    private final FlowFieldModel model;
    private final List<MotionSource> train;
    private final List<MotionSource> filmed;
    private final List<MotionSource> heldOut;
    private final int batch;
    private final int frames;
    private final int pairs;

    /** @throws IllegalArgumentException if there is nothing to learn from, or no recording with true flow */
    public FlowFieldObjective(NDManager device, Recipe recipe, List<MotionSource> train, List<MotionSource> heldOut) {
        this.train = List.copyOf(train);
        this.heldOut = List.copyOf(heldOut);
        filmed = train.stream().filter(source -> source.flowStep() > 0).toList();
        batch = recipe.batch();
        frames = ((Number) recipe.data().getOrDefault("frames", 96)).intValue();
        pairs = ((Number) recipe.data().getOrDefault("pairs", 8)).intValue();
        if (filmed.isEmpty() || heldOut.isEmpty()) {
            throw new IllegalArgumentException("the flow-field model needs recordings with true flow to train on, and "
                    + "held-out ones; has " + filmed.size() + " and " + heldOut.size());
        }
        model = new FlowFieldModel(new Weights(device, recipe.seed()), recipe.model(FlowFieldConfig.class));
        calibrate();
    }

    /** The objective over a prepared corpus. */
    public static FlowFieldObjective of(Recipe recipe, Shards shards, NDManager device) {
        List<Example> heldOut = shards.validation().isEmpty() ? shards.train() : shards.validation();
        return new FlowFieldObjective(
                device,
                recipe,
                shards.train().stream().map(FilmedExample::of).toList(),
                heldOut.stream().map(FilmedExample::of).toList());
    }

    public FlowFieldModel model() {
        return model;
    }

    @Override
    public Weights weights() {
        return model.weights();
    }

    @Override
    public Losses step(NDManager scope, long step, RandomGenerator random) {
        Map<String, NDArray> parts = new LinkedHashMap<>();
        MotionBatch data = MotionBatch.draw(scope, train, filmed, batch, frames, random);
        MotionNetwork.Expectation expected = model.motion().expect(data.latent(), data.prior(), data.moment());
        NDArray motion = motion(data, expected, random, parts);
        return new Losses(motion.add(flow(scope, new Guesses(data, expected), random, parts)), parts);
    }

    private NDArray motion(
            MotionBatch data, MotionNetwork.Expectation expected, RandomGenerator random, Map<String, NDArray> parts) {
        NDArray truth = data.motion().div(model.motion().deviation().expandDims(2));
        NDArray sure = data.sure();
        NDArray norm = sure.sum().add(1f);
        NDArray gap = expected.mean().sub(truth).mul(sure);
        NDArray regression = gap.abs().sum().div(norm);
        NDArray change =
                gap.get(":, :, 1:").sub(gap.get(":, :, 0:-1")).abs().sum().div(norm);
        NDArray matching = matching(truth, sure, expected, random).div(norm);
        parts.put("regression", regression);
        parts.put("change", change);
        parts.put("matching", matching);
        return regression.add(times(change, CHANGE)).add(times(matching, MATCHING));
    }

    private NDArray matching(NDArray truth, NDArray sure, MotionNetwork.Expectation expected, RandomGenerator random) {
        MotionNetwork.Expectation fixed = new MotionNetwork.Expectation(
                expected.mean().stopGradient(), expected.features().stopGradient());
        int size = (int) truth.getShape().get(0);
        NDManager manager = truth.getManager();
        float[] noise = new float[(int) truth.size()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        float[] times = new float[size];
        for (int i = 0; i < size; i++) {
            times[i] = (i + random.nextFloat()) / size;
        }
        NDArray start = manager.create(noise, truth.getShape());
        NDArray end = over(truth.sub(fixed.mean()), model.config().spread());
        NDArray time = manager.create(times);
        NDArray late = time.reshape(size, 1, 1);
        NDArray x = start.mul(late.neg().add(1f)).add(end.mul(late));
        return model.motion()
                .velocity(x, time, fixed)
                .sub(end.sub(start))
                .square()
                .mul(sure)
                .sum();
    }

    /** Points that the motion network expects in this step's windows. */
    private final class Guesses {

        private final List<MotionBatch.Item> items;
        private final int[] filmed;
        private final float[] codes;
        private final float[] deviation;

        Guesses(MotionBatch data, MotionNetwork.Expectation expected) {
            items = data.items();
            filmed = IntStream.range(0, items.size())
                    .filter(i -> items.get(i).source().flowStep() > 0)
                    .toArray();
            codes = expected.mean().toFloatArray();
            deviation = model.motion().deviation().toFloatArray();
        }

        /** A pair of a filmed window's prior and one of its frames whose flow is known, or null where there is none. */
        Pair draw(int number, RandomGenerator random) {
            int i = filmed[number % filmed.length];
            MotionBatch.Item item = items.get(i);
            int step = item.source().flowStep();
            if (item.first() % step != 0) {
                return null;
            }
            int lowest = (item.from() + step - 1) / step;
            int highest = Math.min(item.source().flow().size() - 1, (item.from() + frames - 1) / step);
            if (lowest > highest) {
                return null;
            }
            int to = lowest + random.nextInt(highest - lowest + 1);
            InstrumentFrame frame = new InstrumentFrame(item.points());
            float[] own = frame.inside(item.points());
            for (int c = 0; c < CODES; c++) {
                own[c] += codes[(i * CODES + c) * frames + to * step - item.from()] * deviation[c];
            }
            return new Pair(item.source(), item.first() / step, to, item.points(), frame.outside(own));
        }
    }

    /** Two frames with known flow, and where somebody says that the points are in each. */
    private record Pair(MotionSource source, int from, int to, float[] before, float[] after) {}

    private Pair annotated(RandomGenerator random) {
        MotionSource source = filmed.get(random.nextInt(filmed.size()));
        int from = random.nextInt(3) > 0 ? 0 : random.nextInt(source.flow().size());
        int to = random.nextInt(source.flow().size());
        return new Pair(
                source,
                from,
                to,
                jittered(source.points(from * source.flowStep(), 1), POINT_NOISE, random),
                jittered(source.points(to * source.flowStep(), 1), POINT_NOISE / 2, random));
    }

    private NDArray flow(NDManager scope, Guesses guesses, RandomGenerator random, Map<String, NDArray> parts) {
        FlowBatch described = new FlowBatch(pairs);
        float[][] truth = new float[4][];
        List<Pair> drawn = new ArrayList<>();
        List<float[]> pictures = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            Pair guessed = i % 4 == 0 ? null : guesses.draw(i, random);
            Pair pair = guessed == null ? annotated(random) : guessed;
            float[] picture = pair.source().picture(pair.from() * pair.source().flowStep());
            light(picture, random);
            drawn.add(pair);
            pictures.add(picture);
            place(FlowPair.of(pair.source().flow(), pair.from(), pair.to()), i, truth);
        }
        IntStream.range(0, pairs).parallel().forEach(i -> {
            Pair pair = drawn.get(i);
            described.set(
                    i,
                    pictures.get(i),
                    pair.before(),
                    pair.after(),
                    pair.source().instrument());
        });
        int size = (int) Math.sqrt(truth[1].length / pairs);
        FlowDecoder.Decoded decoded = described.decode(scope, model.decoder());
        NDArray flow = scope.create(truth[0], new Shape(pairs, 2, size, size));
        NDArray known = scope.create(truth[1], new Shape(pairs, size, size));
        NDArray visible = scope.create(truth[2], new Shape(pairs, size, size));
        NDArray judged = scope.create(truth[3], new Shape(pairs, size, size));
        NDArray speed = flow.square().sum(new int[] {1}).sqrt();
        NDArray weight = known.mul(times(atMost(speed, 1), MOVING).add(1f));
        NDArray apart =
                decoded.flow().sub(flow).square().sum(new int[] {1}).add(1e-4f).sqrt();
        NDArray endpoint = apart.mul(weight).sum().div(weight.sum().add(1f));
        NDArray odds = decoded.visible();
        NDArray entropy = Activation.relu(odds)
                .sub(odds.mul(visible))
                .add(odds.abs().neg().exp().add(1f).log());
        NDArray visibility = entropy.mul(judged).sum().div(judged.sum().add(1f));
        parts.put("endpoint", endpoint);
        parts.put("visibility", visibility);
        return times(endpoint, ENDPOINT).add(times(visibility, VISIBILITY));
    }

    private void place(FlowPair pair, int i, float[][] truth) {
        float[][] values = {pair.flow(), pair.known(), pair.visible(), pair.judged()};
        for (int k = 0; k < values.length; k++) {
            if (truth[k] == null) {
                truth[k] = new float[pairs * values[k].length];
            }
            System.arraycopy(values[k], 0, truth[k], i * values[k].length, values[k].length);
        }
    }

    private static void light(float[] picture, RandomGenerator random) {
        int plane = picture.length / 3;
        float contrast = 1 + 0.15f * (2 * random.nextFloat() - 1);
        for (int c = 0; c < 3; c++) {
            float offset = 0.15f * (2 * random.nextFloat() - 1);
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                picture[i] = picture[i] * contrast + offset;
            }
        }
    }

    /** x and y of points with confidence, with normal noise added. */
    static float[] jittered(float[] points, float deviation, RandomGenerator random) {
        float[] out = new float[points.length / 3 * 2];
        for (int p = 0; p < points.length / 3; p++) {
            for (int c = 0; c < 2; c++) {
                out[2 * p + c] = points[3 * p + c] + (deviation == 0 ? 0 : deviation * (float) random.nextGaussian());
            }
        }
        return out;
    }

    /** Tells the model where points are in first frames, and how far they go from there, over up to 64 recordings. */
    private void calibrate() {
        double[] places = new double[CODES];
        double[] squares = new double[CODES];
        double[] counts = new double[CODES];
        int recordings = 0;
        for (int i = 0; i < train.size(); i += Math.max(1, train.size() / 64)) {
            MotionSource source = train.get(i);
            float[] all = source.points(0, source.frames());
            float[] points = jittered(all, 0, null);
            InstrumentFrame frame = new InstrumentFrame(points);
            float[] own = frame.inside(points);
            recordings++;
            for (int k = 0; k < own.length; k++) {
                int c = k % CODES;
                places[c] += k < CODES && MotionCodes.moves(c / 2) ? own[k] : 0;
                double trust = Math.min(all[3 * (c / 2) + 2], all[3 * (k / 2) + 2]);
                squares[c] += trust * Math.pow(own[k] - own[c], 2);
                counts[c] += trust;
            }
        }
        float[] typical = new float[CODES];
        float[] deviations = new float[CODES];
        for (int c = 0; c < CODES; c++) {
            typical[c] = (float) (places[c] / recordings);
            deviations[c] = Math.max(SMALLEST_DEVIATION, (float) Math.sqrt(squares[c] / Math.max(1, counts[c])));
        }
        model.calibrate(typical, deviations);
    }

    @Override
    public Map<String, Double> validate(NDManager scope) {
        return FlowFieldScore.of(scope, model, heldOut);
    }

    @Override
    public void save(Path folder) throws IOException {
        ConfigFile.write(folder, model.config());
    }

    @Override
    public void close() {
        model.close();
    }
}
