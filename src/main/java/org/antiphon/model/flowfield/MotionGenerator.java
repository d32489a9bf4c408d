package org.antiphon.model.flowfield;

import static org.antiphon.model.flowfield.MotionCodes.CODES;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.OptionalInt;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Timeline;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.model.sampler.Noise;
import org.antiphon.model.sampler.Sampler;
import org.antiphon.model.sampler.Velocity;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.TensorScope;

/**
 * Says where the control points are in every frame of a performance of any length. Long performances go in stretches
 * with the networks' whole reach on both sides and noise that depends on seed and frame alone, so no seam shows.
 */
public final class MotionGenerator {

    /** Enough to keep motion from looking averaged, little enough to stay near what is most likely. */
    public static final float TEMPERATURE = 0.2f;

    private static final int STRETCH = 500;
    private static final float FARTHEST = 3;

    /** First frames of unseen etudes are hardly ever farther than this from where the etude begins. */
    private static final double NEAR = 0.3;

    private final FlowFieldModel model;
    private final int steps;
    private final float temperature;

    /**
     * @param steps Euler steps of the refinement; 0 gives the expected motion
     * @param temperature deviation of the noise it starts from; 1 samples, less stays nearer to what is most likely
     */
    public MotionGenerator(FlowFieldModel model, int steps, float temperature) {
        if (steps < 0 || !(temperature >= 0)) {
            throw new IllegalArgumentException(
                    "steps and temperature must not be negative, were " + steps + " and " + temperature);
        }
        this.model = model;
        this.steps = steps;
        this.temperature = temperature;
    }

    /**
     * As {@link #generate(NDManager, float[], int, float[], OptionalInt, Seed, Progress)}, for a prior of which nobody knows what
     * it shows: where its player is as one would be who is about to begin, it is the first frame; else another moment's.
     */
    public float[] generate(NDManager manager, PerformanceTrack track, float[] prior, Seed seed, Progress progress) {
        float[] latent = LatentLayout.toChannels(track);
        boolean begins = awayFromBeginning(manager, latent, track.steps(), prior) < NEAR;
        OptionalInt shown = begins ? OptionalInt.of(0) : OptionalInt.empty();
        return generate(manager, latent, track.steps(), prior, shown, seed, progress);
    }

    /**
     * How far the player of a prior is from where the performance begins: mean over the codes of bodies, each in its own
     * deviation and at most {@value #FARTHEST}.
     *
     * @param latent channel-major (CHANNELS, latentSteps)
     * @param prior x and y of the prior's 24 points, 0 to 1 of the square picture
     */
    public double awayFromBeginning(NDManager manager, float[] latent, int latentSteps, float[] prior) {
        int frames = Math.min(
                latentSteps / Timeline.LATENT_STEPS_PER_FRAME, model.config().reach());
        if (frames == 0) {
            return 0;
        }
        Known known =
                new Known(new InstrumentFrame(prior).told(prior), Moment.of(latent, latentSteps, OptionalInt.empty()));
        double far = 0;
        int count = 0;
        try (TensorScope scope = new TensorScope(manager)) {
            float[] codes = expect(scope.manager(), cut(latent, latentSteps, 0, frames), known, frames)
                    .mean()
                    .toFloatArray();
            for (int c = 0; c < CODES; c++) {
                if (MotionCodes.ofBody(c / 2)) {
                    far += Math.min(FARTHEST, Math.abs(codes[c * frames]));
                    count++;
                }
            }
        }
        return far / count;
    }

    /**
     * @param latent channel-major (CHANNELS, latentSteps)
     * @param latentSteps two a frame; an odd last step is left out
     * @param prior x and y of the prior's 24 points, 0 to 1 of the square picture
     * @param shown the frame of this performance that the prior shows; empty if it is another's
     * @return x and y of the 24 points in each frame
     */
    public float[] generate(
            NDManager manager,
            float[] latent,
            int latentSteps,
            float[] prior,
            OptionalInt shown,
            Seed seed,
            Progress progress) {
        int frames = latentSteps / Timeline.LATENT_STEPS_PER_FRAME;
        float[] points = new float[frames * CODES];
        float[] deviation = model.motion().deviation().toFloatArray();
        InstrumentFrame frame = new InstrumentFrame(prior);
        float[] place = frame.inside(prior);
        Known known = new Known(frame.told(prior), Moment.of(latent, latentSteps, shown));
        int reach = model.config().reach();
        for (int from = 0; from < frames; from += STRETCH) {
            int to = Math.min(frames, from + STRETCH);
            int start = Math.max(0, from - reach);
            int end = Math.min(frames, to + reach);
            try (TensorScope scope = new TensorScope(manager)) {
                float[] codes = stretch(scope.manager(), cut(latent, latentSteps, start, end), known, start, end, seed);
                float[] own = new float[CODES];
                for (int t = from; t < to; t++) {
                    for (int c = 0; c < CODES; c++) {
                        own[c] = place[c] + codes[c * (end - start) + t - start] * deviation[c];
                    }
                    System.arraycopy(frame.outside(own), 0, points, t * CODES, CODES);
                }
            }
            progress.at("moving the player", (double) to / frames);
        }
        return points;
    }

    /** What is known of a prior: its points as the networks are told them, and what is heard at its moment. */
    private record Known(float[] points, float[] moment) {}

    private float[] stretch(NDManager manager, float[] latent, Known known, int start, int end, Seed seed) {
        int frames = end - start;
        MotionNetwork.Expectation expected = expect(manager, latent, known, frames);
        if (steps == 0) {
            return expected.mean().toFloatArray();
        }
        float[] rows = new Noise(seed.derive("motion")).rows(start, frames, CODES);
        NDArray noise =
                Scalars.times(manager.create(rows, new Shape(1, frames, CODES)).transpose(0, 2, 1), temperature);
        Velocity velocity =
                (x, time) -> model.motion().velocity(x, manager.create(new float[] {(float) time}), expected);
        NDArray x = Sampler.EULER.sample(velocity, noise, steps, "moving the player", Progress.NONE);
        return expected.mean().add(Scalars.times(x, model.config().spread())).toFloatArray();
    }

    private MotionNetwork.Expectation expect(NDManager manager, float[] latent, Known known, int frames) {
        NDArray input = manager.create(
                latent, new Shape(1, LatentLayout.CHANNELS, (long) frames * Timeline.LATENT_STEPS_PER_FRAME));
        NDArray place = manager.create(known.points(), new Shape(1, CODES));
        NDArray moment = manager.create(known.moment(), new Shape(1, LatentLayout.CHANNELS, Moment.STEPS));
        return model.motion().expect(input, place, moment);
    }

    private static float[] cut(float[] latent, int steps, int start, int end) {
        int from = start * Timeline.LATENT_STEPS_PER_FRAME;
        int count = (end - start) * Timeline.LATENT_STEPS_PER_FRAME;
        float[] out = new float[LatentLayout.CHANNELS * count];
        for (int c = 0; c < LatentLayout.CHANNELS; c++) {
            System.arraycopy(latent, c * steps + from, out, c * count, count);
        }
        return out;
    }
}
