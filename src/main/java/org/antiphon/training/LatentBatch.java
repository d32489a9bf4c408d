package org.antiphon.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.antiphon.clip.Timeline;
import org.antiphon.model.latent.LatentLayout;

/**
 * Windows of recordings as tensors.
 *
 * @param frames (B, T, 3, 96, 96), or null
 * @param flow (B, T, 2, 48, 48), or null
 * @param mel (B, 100, 4T) scaled log-mel
 * @param latent (B, CHANNELS, 2T) the truth
 * @param points (B, T, 24, 3) control points with confidence
 */
record LatentBatch(NDArray frames, NDArray flow, NDArray mel, NDArray latent, NDArray points) {

    static final float MEL_SHIFT = 5;
    static final float MEL_SCALE = 5;

    private static final int PIXELS = Example.PICTURE * Example.PICTURE;

    /** A window of a recording, and how its pictures are to be varied. */
    record Window(Example example, int from, PictureVariation variation) {}

    /** Random windows; the second half of a window may lie beyond the end of a recording. */
    static List<Window> draw(List<Example> examples, int count, int frames, RandomGenerator random) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> {
                    Example example = examples.get(random.nextInt(examples.size()));
                    int room = Math.max(0, example.timeline().videoFrames() - frames);
                    return new Window(example, random.nextInt(room + 1), PictureVariation.draw(random));
                })
                .toList();
    }

    static LatentBatch of(NDManager manager, List<Window> windows, int frames) {
        return of(manager, windows, frames, true);
    }

    /** @param seen false to leave pictures and flow away (null) */
    static LatentBatch of(NDManager manager, List<Window> windows, int frames, boolean seen) {
        int b = windows.size();
        float[] pictures = new float[seen ? b * frames * 3 * PIXELS : 0];
        int flowSize = 2 * Example.FLOW * Example.FLOW;
        float[] flow = new float[seen ? b * frames * flowSize : 0];
        int melFrames = frames * Timeline.MEL_FRAMES_PER_FRAME;
        float[] mel = new float[b * melFrames * Example.BINS];
        int steps = frames * Timeline.LATENT_STEPS_PER_FRAME;
        float[] latent = new float[b * LatentLayout.CHANNELS * steps];
        float[] points = new float[b * frames * Example.POINTS * 3];
        for (int i = 0; i < b; i++) {
            Window window = windows.get(i);
            Example example = window.example();
            int from = window.from();
            float[] marks = example.points(from, frames);
            for (int k = 2; !example.pointsAreTrue() && k < marks.length; k += 3) {
                marks[k] = 0;
            }
            window.variation().move(marks);
            if (seen) {
                int at = i * frames * 3 * PIXELS;
                example.frames(from, frames, pictures, at);
                example.flow(from, frames, flow, i * frames * flowSize);
                window.variation().apply(pictures, at, frames, flow, i * frames * flowSize);
            }
            float[] heard = example.mel(from * Timeline.MEL_FRAMES_PER_FRAME, melFrames);
            for (int k = 0; k < heard.length; k++) {
                mel[i * heard.length + k] = scaled(heard[k]);
            }
            float[] truth = example.latent(from * Timeline.LATENT_STEPS_PER_FRAME, steps);
            System.arraycopy(truth, 0, latent, i * truth.length, truth.length);
            System.arraycopy(marks, 0, points, i * marks.length, marks.length);
        }
        return new LatentBatch(
                seen ? manager.create(pictures, new Shape(b, frames, 3, Example.PICTURE, Example.PICTURE)) : null,
                seen ? manager.create(flow, new Shape(b, frames, 2, Example.FLOW, Example.FLOW)) : null,
                manager.create(mel, new Shape(b, melFrames, Example.BINS)).transpose(0, 2, 1),
                manager.create(latent, new Shape(b, LatentLayout.CHANNELS, steps)),
                manager.create(points, new Shape(b, frames, Example.POINTS, 3)));
    }

    /** A natural log-mel value as the audio encoder takes it. */
    static float scaled(float mel) {
        return (mel + MEL_SHIFT) / MEL_SCALE;
    }
}
