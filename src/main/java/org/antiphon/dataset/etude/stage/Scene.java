package org.antiphon.dataset.etude.stage;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;

/** A backdrop and parts from back to front, posed for one instant at a time. */
final class Scene {

    static final int SIZE = 256;

    final Camera camera;
    private final byte[] backdrop;
    private final List<Part> parts = new ArrayList<>();
    private final List<Pose> poses = new ArrayList<>();
    private final List<Pose> first = new ArrayList<>();

    Scene(Camera camera, byte[] backdrop) {
        this.camera = camera;
        this.backdrop = backdrop;
    }

    /** Adds a part in front of all others and gives its number. */
    int add(Part part) {
        parts.add(part);
        poses.add(new Pose());
        return parts.size() - 1;
    }

    void place(int part, Frame frame) {
        Pose pose = poses.get(part);
        pose.ox = camera.x(frame.ox());
        pose.oy = camera.y(frame.oy());
        pose.ux = frame.ux() * camera.scale();
        pose.uy = frame.uy() * camera.scale();
    }

    /** Places a limb between two joints. */
    void span(int part, Point from, Point to) {
        double length = Math.max(0.01, from.distance(to));
        place(part, new Frame(from.x(), from.y(), (to.x() - from.x()) / length, (to.y() - from.y()) / length));
        poses.get(part).length = length;
    }

    void brighten(int part, double gain) {
        poses.get(part).gain = gain;
    }

    /** Keeps the present poses as those of the first frame, which flow points to. */
    void rememberFirst() {
        first.clear();
        for (Pose pose : poses) {
            Pose copy = new Pose();
            copy.set(pose);
            first.add(copy);
        }
    }

    Picture picture() {
        byte[] rgb = backdrop.clone();
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).paint(rgb, SIZE, poses.get(i));
        }
        return new Picture(SIZE, SIZE, rgb);
    }

    FlowField flowToFirst(int size) {
        float[] dx = new float[size * size];
        float[] dy = new float[size * size];
        float[] seen = new float[size * size];
        double cell = (double) SIZE / size;
        double[] own = new double[2];
        double[] other = new double[2];
        for (int i = 0; i < size * size; i++) {
            double px = (i % size + 0.5) * cell;
            double py = (i / size + 0.5) * cell;
            int part = topmost(poses, px, py, own);
            if (part < 0) {
                seen[i] = topmost(first, px, py, other) < 0 ? 1 : 0;
                continue;
            }
            parts.get(part).locate(first.get(part), own);
            dx[i] = (float) ((own[0] - px) / cell);
            dy[i] = (float) ((own[1] - py) / cell);
            boolean inside = own[0] >= 0 && own[1] >= 0 && own[0] < SIZE && own[1] < SIZE;
            seen[i] = inside && topmost(first, own[0], own[1], other) == part ? 1 : 0;
        }
        return new FlowField(size, size, dx, dy, seen);
    }

    private int topmost(List<Pose> at, double px, double py, double[] own) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).covers(at.get(i), px, py, own)) {
                return i;
            }
        }
        return -1;
    }
}
