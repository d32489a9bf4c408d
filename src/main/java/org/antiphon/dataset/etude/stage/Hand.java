package org.antiphon.dataset.etude.stage;

/** A hand of five fingers with four joints each, thumb first, drawn from knuckles and fingertips. */
final class Hand {

    static final int FINGERS = 5;

    private final Scene scene;
    private final int[] palm = new int[FINGERS];
    private final int[][] bones = new int[FINGERS][3];
    private final Point[] joints = new Point[20];

    private Hand(Scene scene) {
        this.scene = scene;
    }

    /** Adds palm and thumb to the scene now; fingers follow with {@link #addFingers}. */
    static Hand palm(Scene scene, Look look, double size, boolean thumbBehind) {
        Hand hand = new Hand(scene);
        if (thumbBehind) {
            hand.addFinger(look, 0, size);
        }
        for (int f = 0; f < FINGERS; f++) {
            hand.palm[f] = scene.add(new Limb(4.6 * size, 4.4 * size, 0.12, Paint.plain(Colour.scale(look.skin(), 0.96))));
        }
        return hand;
    }

    void addFingers(Look look, double size, boolean thumbToo) {
        if (thumbToo) {
            addFinger(look, 0, size);
        }
        for (int f = FINGERS - 1; f > 0; f--) {
            addFinger(look, f, size);
        }
    }

    private void addFinger(Look look, int f, double size) {
        double r = (f == 0 ? 3.7 : f == 4 ? 2.9 : 3.3) * size;
        int skin = look.skin();
        int tip = Colour.mix(skin, 0xF7C9B5, 0.35);
        bones[f][0] = scene.add(new Limb(r, r * 0.95, 0.28, Paint.plain(skin)));
        bones[f][1] = scene.add(new Limb(r * 0.95, r * 0.9, 0.28, Paint.plain(Colour.scale(skin, 1.02))));
        bones[f][2] = scene.add(new Limb(r * 0.9, r * 0.78, 0.28, (x, y) -> Colour.mix(skin, tip, 2 * x - 0.8)));
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
