package org.antiphon.dataset.etude.stage;

import java.util.List;
import java.util.Random;
import org.antiphon.dataset.etude.EtudeNote;
import org.antiphon.dataset.etude.Performance;

/** A pianist seen across the keyboard from above: the keys' fronts are towards the player. */
final class PianoPlayer implements Actor {

    private static final double TOP = 150;
    private static final double BOTTOM = 228;
    private static final double BLACK = 178;
    private static final Point NECK = new Point(128, 70);
    private static final double HALF_WAY = 60;

    private final Scene scene;
    private final List<EtudeNote> notes;
    private final double[] released;
    private final Sway sway;
    private final Figure figure;
    private final double size;
    private final Keys keys;
    private final int[] parts;
    private final KeyHand[] motions = new KeyHand[2];
    private final Hand[] hands = new Hand[2];
    private final int[] shadows = new int[2];
    private final Point[] tools = new Point[8];

    PianoPlayer(Scene scene, Look look, Performance performance, Random random) {
        this.scene = scene;
        this.notes = performance.notes();
        this.released = released(notes);
        this.sway = new Sway(performance, random, this::hands);
        this.size = 0.92 + 0.10 * random.nextDouble();
        this.figure = new Figure(scene, look, size, 46);
        this.keys = new Keys(
                performance.performer().lowestNote(), performance.performer().highestNote(), 234);
        this.parts = new int[keys.highest - keys.lowest + 1];
        for (int side = 0; side < 2; side++) {
            motions[side] = new KeyHand(notes, side == 0, keys, this::touchPlace);
        }
        build(look, performance);
    }

    /** When each note's key comes up: a key that is struck again comes up visibly before. */
    private static double[] released(List<EtudeNote> notes) {
        double[] released = new double[notes.size()];
        for (int i = 0; i < released.length; i++) {
            released[i] = notes.get(i).offset();
            for (int k = i + 1; k < released.length; k++) {
                if (notes.get(k).midi() == notes.get(i).midi()) {
                    double latest = notes.get(k).onset() - 0.075;
                    released[i] = Math.max(notes.get(i).onset() + 0.02, Math.min(released[i], latest));
                    break;
                }
            }
        }
        return released;
    }

    private void build(Look look, Performance performance) {
        figure.addTorso();
        figure.addHead(performance.intention());
        figure.addUpperArm(0);
        figure.addUpperArm(1);
        still(Workshop.keyBed(look, TOP, BOTTOM + 8));
        Sprite white = new Sprite(Workshop.whiteKey(keys.step - 0.5, BOTTOM - TOP, look.grain() + 41));
        Sprite black = new Sprite(Workshop.blackKey(keys.step * 0.62, BOTTOM - BLACK, look.grain() + 42));
        for (int pass = 0; pass < 2; pass++) {
            for (int midi = keys.lowest; midi <= keys.highest; midi++) {
                if (Keys.accidental(midi) == (pass == 1)) {
                    parts[midi - keys.lowest] = scene.add(pass == 0 ? white : black);
                }
            }
        }
        still(Workshop.fallBoard(look, BOTTOM));
        for (int side = 0; side < 2; side++) {
            shadows[side] = scene.add(new Sprite(Workshop.shadow(38, 20, 0.34)));
            figure.addForearm(side);
            hands[side] = new Hand(scene, look, 0.9 * size);
            hands[side].addThumb();
            hands[side].addPalm();
            hands[side].addFingers();
        }
    }

    private void still(Canvas canvas) {
        scene.place(scene.add(new Sprite(canvas)), new Frame(0, 0, 1, 0));
    }

    /** Where a finger touches a key. */
    private Point touchPlace(int midi) {
        int known = keys.clamp(midi);
        return new Point(keys.x(known), Keys.accidental(known) ? BLACK + 9 : TOP + 17);
    }

    /** Where the two hands are on average, from the left end of the stage to its right. */
    private double hands(double time) {
        return ((motions[0].anchor(time) + motions[1].anchor(time)) / 2 - NECK.x()) / HALF_WAY;
    }

    @Override
    public void pose(double time) {
        figure.lean(NECK, 0, sway.at(time));
        poseKeys(time);
        for (int side = 0; side < 2; side++) {
            poseHand(side, time);
        }
        tools[4] = figure.headCentre();
        tools[5] = touchPlace(keys.lowest);
        tools[6] = touchPlace(keys.highest);
        tools[7] = figure.chest();
    }

    private void poseKeys(double time) {
        double[] down = new double[parts.length];
        for (int i = 0; i < released.length; i++) {
            int key = keys.clamp(notes.get(i).midi()) - keys.lowest;
            down[key] = Math.max(down[key], KeyHand.pressed(notes.get(i), time, released[i]));
        }
        for (int key = 0; key < parts.length; key++) {
            int midi = keys.lowest + key;
            boolean black = Keys.accidental(midi);
            scene.place(parts[key], new Frame(keys.x(midi), (black ? BLACK : TOP) + 3 * down[key], 1, 0));
            scene.brighten(parts[key], 1 + (black ? 1.5 : -0.30) * down[key]);
        }
    }

    private void poseHand(int side, double time) {
        KeyHand motion = motions[side];
        double anchor = motion.anchor(time);
        double little = side == 0 ? -1 : 1;
        Point[] knuckles = new Point[5];
        Point[] tips = new Point[5];
        double lean = 0;
        double forward = 0;
        for (int f = 0; f < 5; f++) {
            tips[f] = motion.tip(f, time, TOP + 14);
            lean += (tips[f].x() - anchor) / 5;
            forward += Math.max(0, tips[f].y() - TOP - 18) / 5;
        }
        double x = anchor + 0.4 * lean;
        for (int f = 1; f < 5; f++) {
            knuckles[f] =
                    new Point(x + little * (f - 2.1) * 8.2, 131 + 1.6 * forward + (f == 4 ? 3 : 0) - (f == 2 ? 1 : 0));
        }
        knuckles[0] = new Point(x - little * 14, 128 + 1.6 * forward);
        Point wrist = new Point(x - little, 112 + 1.2 * forward);
        scene.place(shadows[side], new Frame(x + 5, 152, 1, 0));
        Point shoulder = figure.shoulder(side);
        Point elbow = shoulder.towards(wrist, 0.5).plus(little * 22, 16);
        figure.arm(side, elbow, wrist);
        hands[side].pose(wrist, knuckles, tips, little * 2);
        KeyHand.Touch latest = motion.latest(time);
        tools[side] = tips[latest == null ? 2 : latest.finger()];
    }

    @Override
    public Point[] joints() {
        return figure.joints(hands[0], hands[1]);
    }

    @Override
    public Point[] tools() {
        return tools.clone();
    }

    @Override
    public boolean[] present() {
        return new boolean[] {true, true, false, false, true, true, true, true};
    }
}
