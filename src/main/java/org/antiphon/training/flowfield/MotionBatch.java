package org.antiphon.training.flowfield;

import static org.antiphon.model.flowfield.MotionCodes.CODES;
import static org.antiphon.model.flowfield.MotionCodes.POINTS;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.antiphon.clip.Timeline;
import org.antiphon.model.flowfield.InstrumentFrame;
import org.antiphon.model.flowfield.Moment;
import org.antiphon.model.flowfield.MotionCodes;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.training.spectrogram.LatentDisturbance;

/**
 * Windows of performances and how they move away from a prior picture.
 *
 * @param latent (B, CHANNELS, 2T)
 * @param prior (B, CODES) the prior's points as its instrument's frame tells them
 * @param motion (B, CODES, T) displacement from them in that frame
 * @param moment (B, CHANNELS, Moment.STEPS) what is heard about the prior's frame, 0 where that is not told
 * @param sure (B, CODES, T) how much each is to count
 * @param items where each window is from
 */
record MotionBatch(NDArray latent, NDArray prior, NDArray moment, NDArray motion, NDArray sure, List<Item> items) {

    private static final float POINT_NOISE = 0.004f;
    private static final double DISTURBED = 0.8;
    private static final double UNTOLD = 0.15;
    private static final int FILMED = 4;

    /**
     * A window of a performance and the prior it moves away from.
     *
     * @param from its first frame
     * @param first the prior's frame
     * @param points x and y of the prior's points as somebody found them
     */
    record Item(MotionSource source, int from, int first, float[] points) {}

    /** Random windows, one in {@value #FILMED} of a recording with known flow, and priors whose points are a little off. */
    static MotionBatch draw(
            NDManager manager,
            List<MotionSource> sources,
            List<MotionSource> filmed,
            int size,
            int frames,
            RandomGenerator random) {
        Builder builder = new Builder(size, frames);
        for (int i = 0; i < size; i++) {
            List<MotionSource> among = i % FILMED == 0 ? filmed : sources;
            MotionSource source = among.get(random.nextInt(among.size()));
            int from = random.nextInt(Math.max(0, source.frames() - frames) + 1);
            int first = random.nextBoolean() ? 0 : another(source, random);
            builder.set(i, source, from, first, random);
        }
        return builder.build(manager);
    }

    /** A frame whose flow is known, where there is one. */
    private static int another(MotionSource source, RandomGenerator random) {
        return source.flowStep() > 0
                ? random.nextInt(source.flow().size()) * source.flowStep()
                : random.nextInt(source.frames());
    }

    private static final class Builder {

        private final int size;
        private final int frames;
        private final int steps;
        private final float[] latent;
        private final float[] prior;
        private final float[] moment;
        private final float[] motion;
        private final float[] sure;
        private final List<Item> items = new java.util.ArrayList<>();

        Builder(int size, int frames) {
            this.size = size;
            this.frames = frames;
            steps = frames * Timeline.LATENT_STEPS_PER_FRAME;
            latent = new float[size * LatentLayout.CHANNELS * steps];
            prior = new float[size * CODES];
            moment = new float[size * LatentLayout.CHANNELS * Moment.STEPS];
            motion = new float[size * CODES * frames];
            sure = new float[motion.length];
        }

        void set(int i, MotionSource source, int from, int first, RandomGenerator random) {
            boolean disturbed = random.nextDouble() < DISTURBED;
            float[] heard = source.latent(from * Timeline.LATENT_STEPS_PER_FRAME, steps);
            if (disturbed) {
                LatentDisturbance.disturb(heard, steps, random);
            }
            System.arraycopy(heard, 0, latent, i * heard.length, heard.length);
            if (random.nextDouble() >= UNTOLD) {
                float[] then = moment(source, first, disturbed, random);
                System.arraycopy(then, 0, moment, i * then.length, then.length);
            }
            float[] origin = source.points(first, 1);
            float[] found = FlowFieldObjective.jittered(origin, POINT_NOISE, random);
            InstrumentFrame frame = new InstrumentFrame(found);
            System.arraycopy(frame.told(found), 0, prior, i * CODES, CODES);
            float[] before = frame.inside(FlowFieldObjective.jittered(origin, 0, null));
            float[] after = source.points(from, frames);
            for (int t = 0; t < frames; t++) {
                float[] then = java.util.Arrays.copyOfRange(after, 3 * t * POINTS, 3 * (t + 1) * POINTS);
                float[] now = frame.inside(FlowFieldObjective.jittered(then, 0, null));
                for (int c = 0; c < CODES; c++) {
                    int p = c / 2;
                    boolean counts = MotionCodes.moves(p) && from + t < source.frames();
                    int to = (i * CODES + c) * frames + t;
                    sure[to] = counts ? Math.min(origin[3 * p + 2], then[3 * p + 2]) : 0;
                    motion[to] = sure[to] > 0 ? now[c] - before[c] : 0;
                }
            }
            items.add(new Item(source, from, first, found));
        }

        private static float[] moment(MotionSource source, int frame, boolean disturbed, RandomGenerator random) {
            int all = source.frames() * Timeline.LATENT_STEPS_PER_FRAME;
            int from = Math.max(0, Moment.firstStep(frame));
            int count = Math.min(all, Moment.firstStep(frame) + Moment.STEPS) - from;
            float[] heard = source.latent(from, count);
            if (disturbed) {
                LatentDisturbance.disturb(heard, count, random);
            }
            return Moment.of(heard, count, OptionalInt.of(frame - from / Timeline.LATENT_STEPS_PER_FRAME));
        }

        MotionBatch build(NDManager manager) {
            return new MotionBatch(
                    manager.create(latent, new Shape(size, LatentLayout.CHANNELS, steps)),
                    manager.create(prior, new Shape(size, CODES)),
                    manager.create(moment, new Shape(size, LatentLayout.CHANNELS, Moment.STEPS)),
                    manager.create(motion, new Shape(size, CODES, frames)),
                    manager.create(sure, new Shape(size, CODES, frames)),
                    items);
        }
    }
}
