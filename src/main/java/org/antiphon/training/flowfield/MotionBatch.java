package org.antiphon.training.flowfield;

import static org.antiphon.model.flowfield.MotionCodes.CODES;
import static org.antiphon.model.flowfield.MotionCodes.POINTS;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.antiphon.clip.Timeline;
import org.antiphon.model.flowfield.MotionCodes;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.training.spectrogram.LatentDisturbance;

/**
 * Windows of performances and how they move away from a prior picture.
 *
 * @param latent (B, CHANNELS, 2T)
 * @param prior (B, CODES) the prior's points about the middle
 * @param motion (B, CODES, T) displacement from them in picture widths
 * @param sure (B, CODES, T) how much each is to count
 */
record MotionBatch(NDArray latent, NDArray prior, NDArray motion, NDArray sure) {

    private static final float POINT_NOISE = 0.006f;
    private static final float SHIFT = 0.03f;
    private static final float SCALE = 0.05f;
    private static final double DISTURBED = 0.8;

    /** Random windows and priors, varied by shift, scale and noise. */
    static MotionBatch draw(
            NDManager manager, List<MotionSource> sources, int size, int frames, RandomGenerator random) {
        Builder builder = new Builder(size, frames);
        for (int i = 0; i < size; i++) {
            MotionSource source = sources.get(random.nextInt(sources.size()));
            int from = random.nextInt(Math.max(0, source.frames() - frames) + 1);
            int first = random.nextBoolean() ? 0 : random.nextInt(source.frames());
            builder.set(i, source, from, first, random);
        }
        return builder.build(manager);
    }

    /** The beginnings of performances, moving away from their first frame, as they are. */
    static MotionBatch plain(NDManager manager, List<MotionSource> sources, int frames) {
        Builder builder = new Builder(sources.size(), frames);
        for (int i = 0; i < sources.size(); i++) {
            builder.set(i, sources.get(i), 0, 0, null);
        }
        return builder.build(manager);
    }

    private static final class Builder {

        private final int size;
        private final int frames;
        private final int steps;
        private final float[] latent;
        private final float[] prior;
        private final float[] motion;
        private final float[] sure;

        Builder(int size, int frames) {
            this.size = size;
            this.frames = frames;
            steps = frames * Timeline.LATENT_STEPS_PER_FRAME;
            latent = new float[size * LatentLayout.CHANNELS * steps];
            prior = new float[size * CODES];
            motion = new float[size * CODES * frames];
            sure = new float[motion.length];
        }

        /** @param random of the variation, or null for none */
        void set(int i, MotionSource source, int from, int first, RandomGenerator random) {
            float[] heard = source.latent(from * Timeline.LATENT_STEPS_PER_FRAME, steps);
            float[] before = source.points(first, 1);
            float[] after = source.points(from, frames);
            float scale = 1;
            if (random != null) {
                if (random.nextDouble() < DISTURBED) {
                    LatentDisturbance.disturb(heard, steps, random);
                }
                scale = 1 + SCALE * (2 * random.nextFloat() - 1);
                vary(before, scale, random);
            }
            System.arraycopy(heard, 0, latent, i * heard.length, heard.length);
            float[] points = new float[CODES];
            float[] origin = source.points(first, 1);
            for (int p = 0; p < POINTS; p++) {
                points[2 * p] = before[3 * p];
                points[2 * p + 1] = before[3 * p + 1];
                for (int t = 0; t < frames; t++) {
                    int at = 3 * (t * POINTS + p);
                    float trust = MotionCodes.moves(p) && from + t < source.frames()
                            ? Math.min(origin[3 * p + 2], after[at + 2])
                            : 0;
                    for (int c = 0; c < 2; c++) {
                        int to = (i * CODES + 2 * p + c) * frames + t;
                        motion[to] = trust > 0 ? scale * (after[at + c] - origin[3 * p + c]) : 0;
                        sure[to] = trust;
                    }
                }
            }
            System.arraycopy(MotionCodes.centred(points), 0, prior, i * CODES, CODES);
        }

        private static void vary(float[] points, float scale, RandomGenerator random) {
            float[] shift = {SHIFT * (2 * random.nextFloat() - 1), SHIFT * (2 * random.nextFloat() - 1)};
            for (int p = 0; p < POINTS; p++) {
                for (int c = 0; c < 2; c++) {
                    int k = 3 * p + c;
                    points[k] = 0.5f
                            + scale * (points[k] - 0.5f)
                            + shift[c]
                            + POINT_NOISE * (float) random.nextGaussian();
                }
            }
        }

        MotionBatch build(NDManager manager) {
            return new MotionBatch(
                    manager.create(latent, new Shape(size, LatentLayout.CHANNELS, steps)),
                    manager.create(prior, new Shape(size, CODES)),
                    manager.create(motion, new Shape(size, CODES, frames)),
                    manager.create(sure, new Shape(size, CODES, frames)));
        }
    }
}
