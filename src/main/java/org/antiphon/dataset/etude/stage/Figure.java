package org.antiphon.dataset.etude.stage;

import org.antiphon.dataset.etude.Intention;

/** Head, trunk and arms of a player who faces us: the player's right is at the left of the picture. */
final class Figure {

    private final Scene scene;
    private final Look look;
    private final double size;
    private final double shoulders;
    private int torso;
    private int neck;
    private int head;
    private final int[] upper = new int[2];
    private final int[] fore = new int[2];
    private final Point[] joints = new Point[7];
    private Point headCentre;
    private Point chest;
    private final double radius;

    /** @param shoulders from the neck to a shoulder, in stage units */
    Figure(Scene scene, Look look, double size, double shoulders) {
        this.scene = scene;
        this.look = look;
        this.size = size;
        this.shoulders = shoulders * size;
        this.radius = 29 * size;
    }

    void addTorso() {
        torso = scene.add(new Sprite(Wardrobe.torso(look, shoulders)));
        int skin = Colour.scale(look.skin(), 0.9);
        neck = scene.add(new Limb(10 * size, 11 * size, 0.15, (x, y) -> Colour.scale(skin, 0.86 + 0.12 * x)));
    }

    void addHead(Intention intention) {
        head = scene.add(new Sprite(Portrait.head(look, radius, intention)));
    }

    /** @param side 0 right, 1 left */
    void addUpperArm(int side) {
        upper[side] = scene.add(new Limb(13.5 * size, 10 * size, 0.14, Wardrobe.sleeve(look, false)));
    }

    void addForearm(int side) {
        fore[side] = scene.add(new Limb(10 * size, 6.2 * size, 0.16, Wardrobe.sleeve(look, true)));
    }

    /** Poses trunk and head; gives the trunk's frame, with its origin at the base of the neck. */
    Frame lean(Point base, double headTurn, Sway.Lean lean) {
        Frame trunk = Frame.at(base.plus(lean.x(), lean.y()), lean.turn());
        scene.place(torso, trunk);
        Frame skull = trunk.then(0, -9 * size, headTurn + lean.nodTurn());
        skull = new Frame(skull.ox(), skull.oy() + lean.nodY(), skull.ux(), skull.uy());
        scene.place(head, skull);
        scene.span(neck, trunk.place(0, 6 * size), skull.place(0, -0.2 * radius));
        headCentre = skull.place(0, -0.92 * radius);
        chest = trunk.place(0, 60 * size);
        joints[0] = trunk.place(0, 0);
        joints[1] = trunk.place(-shoulders, 20 * size);
        joints[4] = trunk.place(shoulders, 20 * size);
        return trunk;
    }

    Point shoulder(int side) {
        return joints[side == 0 ? 1 : 4];
    }

    void arm(int side, Point elbow, Point wrist) {
        int at = side == 0 ? 1 : 4;
        joints[at + 1] = elbow;
        joints[at + 2] = wrist;
        scene.span(upper[side], joints[at], elbow);
        scene.span(fore[side], elbow, wrist);
    }

    Point headCentre() {
        return headCentre;
    }

    Point chest() {
        return chest;
    }

    Point[] joints(Hand right, Hand left) {
        Point[] all = new Point[47];
        System.arraycopy(joints, 0, all, 0, 7);
        System.arraycopy(right.joints(), 0, all, 7, 20);
        System.arraycopy(left.joints(), 0, all, 27, 20);
        return all;
    }
}
