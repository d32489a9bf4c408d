package org.antiphon.dataset.etude.stage;

/** A hand of five fingers with four joints each, thumb first, drawn from knuckles and fingertips. */
final class Hand {

    static final int FINGERS = 5;

    private final Scene scene;
    private final Look look;
    private final double size;
    private final int[] palm = new int[FINGERS];
    private final int[][] bones = new int[FINGERS][3];
    private final Point[] joints = new Point[20];

    /** The parts join the scene when they are added, so that an instrument can come between thumb and fingers. */
    Hand(Scene scene, Look look, double size) {
        this.scene = scene;
        this.look = look;
        this.size = size;
    }

    void addThumb() {
        addFinger(0);
    }

    void addPalm() {
        Paint skin = Paint.plain(Colour.scale(look.skin(), 0.97));
        for (int f = 0; f < FINGERS; f++) {
            palm[f] = scene.add(new Limb(4.8 * size, 4.3 * size, 0.08, skin));
        }
    }

    /** Adds the four fingers, the index finger in front. */
    void addFingers() {
        for (int f = FINGERS - 1; f > 0; f--) {
            addFinger(f);
        }
    }

    private void addFinger(int f) {
        double r = (f == 0 ? 3.7 : f == 4 ? 2.9 : 3.3) * size;
        int skin = look.skin();
        int tip = Colour.mix(skin, 0xF7C9B5, 0.35);
        bones[f][0] = scene.add(new Limb(r, r * 0.95, 0.20, Paint.plain(skin)));
        bones[f][1] = scene.add(new Limb(r * 0.95, r * 0.9, 0.20, Paint.plain(Colour.scale(skin, 1.02))));
        bones[f][2] = scene.add(new Limb(r * 0.9, r * 0.78, 0.20, (x, y) -> Colour.mix(skin, tip, 2 * x - 0.8)));
    }

    /**
     * @param knuckles the first joint of each finger
     * @param bulge how far the middle joints stand out to the left of the line from knuckle to tip (negative: right)
     */
    void pose(Point wrist, Point[] knuckles, Point[] tips, double bulge) {
        for (int f = 0; f < FINGERS; f++) {
            Point base = knuckles[f];
            Point tip = tips[f];
            double length = Math.max(1e-6, base.distance(tip));
            double nx = (tip.y() - base.y()) / length * bulge;
            double ny = -(tip.x() - base.x()) / length * bulge;
            Point second = base.towards(tip, 0.42).plus(nx, ny);
            Point third = base.towards(tip, 0.76).plus(nx * 0.75, ny * 0.75);
            joints[4 * f] = base;
            joints[4 * f + 1] = second;
            joints[4 * f + 2] = third;
            joints[4 * f + 3] = tip;
            scene.span(palm[f], wrist, base);
            scene.span(bones[f][0], base, second);
            scene.span(bones[f][1], second, third);
            scene.span(bones[f][2], third, tip);
        }
    }

    /** Twenty joints: five fingers from the thumb, four each from knuckle to tip. */
    Point[] joints() {
        return joints;
    }
}
