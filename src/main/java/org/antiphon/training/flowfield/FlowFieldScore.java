package org.antiphon.training.flowfield;

import static org.antiphon.model.flowfield.MotionCodes.POINTS;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Timeline;
import org.antiphon.model.flowfield.FlowFieldModel;
import org.antiphon.model.flowfield.MotionCodes;
import org.antiphon.model.flowfield.MotionGenerator;
import org.antiphon.model.flowfield.PriorMotion;

/**
 * How near generated motion comes to the truth on held-out performances, from annotated latents and the first frame as
 * prior: error of the points and endpoint error of the flow, each as a share of what standing still would get.
 */
final class FlowFieldScore {

    private static final int RECORDINGS = 12;
    private static final int FIELDS = 3;
    private static final int STEPS = 6;

    private double error;
    private double still;

    private FlowFieldScore() {}

    static Map<String, Double> of(NDManager manager, FlowFieldModel model, List<MotionSource> sources) {
        Map<String, FlowFieldScore> scores = new LinkedHashMap<>();
        MotionGenerator expected = new MotionGenerator(model, 0, 0);
        MotionGenerator sampled = new MotionGenerator(model, STEPS, MotionGenerator.TEMPERATURE);
        for (int i = 0; i < sources.size(); i += (sources.size() + RECORDINGS - 1) / RECORDINGS) {
            MotionSource source = sources.get(i);
            float[] truth = source.points(0, source.frames());
            float[] prior = FlowFieldObjective.jittered(source.points(0, 1), 0, null);
            int steps = source.frames() * Timeline.LATENT_STEPS_PER_FRAME;
            float[] latent = source.latent(0, steps);
            Seed seed = new Seed(i);
            float[] mean = expected.generate(manager, latent, steps, prior, OptionalInt.of(0), seed, Progress.NONE);
            float[] sample = sampled.generate(manager, latent, steps, prior, OptionalInt.of(0), seed, Progress.NONE);
            score(scores, "expected-points").points(mean, truth);
            score(scores, "sampled-points").points(sample, truth);
            if (source.flowStep() > 0) {
                flow(
                        manager,
                        model,
                        source,
                        prior,
                        Map.of(
                                "expected",
                                mean,
                                "sampled",
                                sample,
                                "true-points",
                                FlowFieldObjective.jittered(truth, 0, null)),
                        scores);
            }
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        scores.forEach((name, score) -> shares.put(name + "-share", score.still == 0 ? 0 : score.error / score.still));
        return shares;
    }

    private static FlowFieldScore score(Map<String, FlowFieldScore> scores, String name) {
        return scores.computeIfAbsent(name, key -> new FlowFieldScore());
    }

    private static void flow(
            NDManager manager,
            FlowFieldModel model,
            MotionSource source,
            float[] prior,
            Map<String, float[]> motions,
            Map<String, FlowFieldScore> scores) {
        List<FlowField> fields = source.flow();
        PriorMotion picture = new PriorMotion(model, source.picture(0), prior, source.instrument());
        for (int k = 1; k <= FIELDS; k++) {
            int at = k * (fields.size() - 1) / FIELDS;
            motions.forEach((name, points) -> score(scores, name + "-flow")
                    .flow(
                            picture.flow(manager, points, at * source.flowStep(), 1)
                                    .get(0),
                            fields.get(at)));
        }
    }

    private void points(float[] found, float[] truth) {
        for (int i = 0; i < truth.length / 3; i++) {
            int p = i % POINTS;
            double trust = MotionCodes.moves(p) ? Math.min(truth[3 * p + 2], truth[3 * i + 2]) : 0;
            error += trust * Math.hypot(found[2 * i] - truth[3 * i], found[2 * i + 1] - truth[3 * i + 1]);
            still += trust * Math.hypot(truth[3 * p] - truth[3 * i], truth[3 * p + 1] - truth[3 * i + 1]);
        }
    }

    private void flow(FlowField found, FlowField truth) {
        for (int i = 0; i < truth.dx().length; i++) {
            error += Math.hypot(found.dx()[i] - truth.dx()[i], found.dy()[i] - truth.dy()[i]);
            still += Math.hypot(truth.dx()[i], truth.dy()[i]);
        }
    }
}
