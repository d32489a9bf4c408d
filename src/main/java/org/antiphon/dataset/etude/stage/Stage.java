package org.antiphon.dataset.etude.stage;

import java.util.Arrays;
import java.util.Random;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Timeline;
import org.antiphon.dataset.etude.Performance;

/**
 * Films a performance: 256 × 256 pictures, 25 a second, frame {@code i} evaluated exactly at {@code i / 25} s, with
 * the skeleton, the tools and the true flow that belong to them.
 *
 * <p>The same performance gives the same bytes everywhere. Not for several threads at once: each films its own.
 * Coordinates are continuous pixels of the 256 × 256 picture: (0, 0) is its top left corner, the middle of the first
 * pixel is (0.5, 0.5).
 */
public final class Stage {

    /** Pixels a side of every picture. */
    public static final int SIZE = Scene.SIZE;

    private static final boolean[] ALL_JOINTS = new boolean[47];

    static {
        Arrays.fill(ALL_JOINTS, true);
    }

    private final int frames;
    private final Scene scene;
    private final Actor actor;

    /** @throws IllegalArgumentException if the performance has no length */
    public Stage(Performance performance) {
        if (!(performance.seconds() > 0)) {
            throw new IllegalArgumentException("a performance needs a length, was " + performance.seconds() + " s");
        }
        Seed seed = new Seed(performance.seed());
        this.frames = Timeline.coveringSeconds(performance.seconds()).videoFrames();
        Random random = new Random(seed.derive("stage").value());
        Look look = Look.of(random);
        Camera camera = camera(performance, random);
        this.scene = new Scene(camera, Backdrop.paint(look, camera, random));
        this.actor = switch (performance.performer()) {
            case VIOLIN, CELLO -> new BowedPlayer(scene, look, performance, random);
            case VIBRAPHONE -> new MalletPlayer(scene, look, performance, random);
            case PIANO -> new PianoPlayer(scene, look, performance, random);
        };
        actor.pose(0);
        scene.rememberFirst();
    }

    private static Camera camera(Performance performance, Random random) {
        double scale = 0.94 + 0.12 * random.nextDouble();
        double widest = performance.performer().bowed() ? 10 : Math.min(10, 126 - 116 * scale);
        return new Camera(
                scale, Math.max(0, widest) * (2 * random.nextDouble() - 1), 9 * (2 * random.nextDouble() - 1));
    }

    /** How many pictures cover the performance. */
    public int frames() {
        return frames;
    }

    /** @throws IndexOutOfBoundsException if there is no such frame */
    public Picture frame(int i) {
        pose(i);
        return scene.picture();
    }

    /**
     * The 47 joints of every frame in Solos' order as x, y, confidence: {@code [T][47][3]}; confidence is 1 inside the
     * picture and 0.5 beyond its edge. The player's right is at the left of the picture.
     */
    public float[][][] skeletons() {
        float[][][] all = new float[frames][][];
        for (int i = 0; i < frames; i++) {
            pose(i);
            all[i] = seen(actor.joints(), ALL_JOINTS);
        }
        return all;
    }

    /**
     * The 8 tool points of every frame as x, y, confidence: {@code [T][8][3]}. 0 bow frog, right mallet head or right
     * playing fingertip; 1 bow tip, left mallet head or left playing fingertip; 2 where bow and string touch or the
     * bar the right mallet strikes; 3 the pressing finger; 4 head; 5, 6 ends of the instrument; 7 chest.
     * Confidence is 0 where there is no such point now; its place is then where it
     * was or will be, or (0, 0) where the performer has none.
     */
    public float[][][] tools() {
        float[][][] all = new float[frames][][];
        for (int i = 0; i < frames; i++) {
            pose(i);
            all[i] = seen(actor.tools(), actor.present());
        }
        return all;
    }

    /**
     * Where the content of frame {@code i} is in frame 0, exactly, at the middles of a size × size grid and in units
     * of that grid. Confidence is 1 where the content is visible in frame 0, else 0.
     */
    public FlowField flowToFirst(int i, int size) {
        pose(i);
        return scene.flowToFirst(size);
    }

    private void pose(int i) {
        if (i < 0 || i >= frames) {
            throw new IndexOutOfBoundsException("frame " + i + " of a performance of " + frames + " frames");
        }
        actor.pose(i / 25.0);
    }

    private float[][] seen(Point[] points, boolean[] present) {
        float[][] all = new float[points.length][3];
        for (int k = 0; k < points.length; k++) {
            if (points[k] != null) {
                double x = scene.camera.x(points[k].x());
                double y = scene.camera.y(points[k].y());
                boolean inside = x >= 0 && y >= 0 && x < SIZE && y < SIZE;
                all[k] = new float[] {(float) x, (float) y, !present[k] ? 0f : inside ? 1f : 0.5f};
            }
        }
        return all;
    }
}
