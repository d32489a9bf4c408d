package org.antiphon.model.flowfield;

import static org.antiphon.model.flowfield.MotionCodes.CODES;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
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

    /** See {@link #generate(NDManager, float[], int, float[], Seed, Progress)}. */
    public float[] generate(NDManager manager, PerformanceTrack track, float[] prior, Seed seed, Progress progress) {
        return generate(manager, LatentLayout.toChannels(track), track.steps(), prior, seed, progress);
    }

    /**
     * @param latent channel-major (CHANNELS, latentSteps)
     * @param latentSteps two a frame; an odd last step is left out
     * @param prior x and y of the prior's 24 points, 0 to 1 of the square picture
     * @return x and y of the 24 points in each frame
     */
    public float[] generate(
            NDManager manager, float[] latent, int latentSteps, float[] prior, Seed seed, Progress progress) {
        int frames = latentSteps / Timeline.LATENT_STEPS_PER_FRAME;
        float[] points = new float[frames * CODES];
        float[] deviation = model.motion().deviation().toFloatArray();
        InstrumentFrame frame = new InstrumentFrame(prior);
        float[] place = frame.inside(prior);
        int reach = model.config().reach();
        for (int from = 0; from < frames; from += STRETCH) {
            int to = Math.min(frames, from + STRETCH);
            int start = Math.max(0, from - reach);
            int end = Math.min(frames, to + reach);
            try (TensorScope scope = new TensorScope(manager)) {
                float[] told = frame.told(prior);
                float[] codes = stretch(scope.manager(), cut(latent, latentSteps, start, end), told, start, end, seed);
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

    private float[] stretch(NDManager manager, float[] latent, float[] told, int start, int end, Seed seed) {
        int frames = end - start;
        NDArray input = manager.create(
                latent, new Shape(1, LatentLayout.CHANNELS, (long) frames * Timeline.LATENT_STEPS_PER_FRAME));
        NDArray place = manager.create(told, new Shape(1, CODES));
        MotionNetwork.Expectation expected = model.motion().expect(input, place);
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
