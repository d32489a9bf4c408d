package org.antiphon.dataset.etude.stage;

import java.util.Random;
import org.antiphon.dataset.etude.Performance;
import org.antiphon.dataset.etude.Performer;

/** A violinist or a cellist. */
final class BowedPlayer implements Actor {

    /** Stage units of bow travel for a stroke of the whole bow. */
    static final double TRAVEL = 95;

    /** Degrees the bow turns from one string to the next. */
    static final double STRING_ANGLE = 11;

    private static final double BOW = 152;

    /** What differs: the set of places before the body sways. */
    private record Set(
            Point neck,
            double shoulders,
            Point bridge,
            double axis,
            double bowSide,
            double tail,
            double contact,
            double headTurn) {}

    private static final Set VIOLIN =
            new Set(new Point(62, 84), 46, new Point(92, 106), Math.toRadians(34), 1, 0.36, 0.13, 0.20);
    private static final Set CELLO =
            new Set(new Point(107, 88), 50, new Point(139, 204), Math.toRadians(-84), -1, 0.42, 0.12, -0.06);

    private final Scene scene;
    private final Set set;
    private final boolean violin;
    private final Fingerboard board;
    private final BowMotion bowing;
    private final FingerMotion fingering;
    private final Sway sway;
    private final Figure figure;
    private final double size;
    private final Hand right;
    private final Hand left;
    private int instrument;
    private int bow;
    private Frame fiddle;
    private final Point[] tools = new Point[8];
    private final boolean[] present = {true, true, true, true, true, true, true, true};

    BowedPlayer(Scene scene, Look look, Performance performance, Random random) {
        this.scene = scene;
        this.violin = performance.performer() == Performer.VIOLIN;
        this.set = violin ? VIOLIN : CELLO;
        this.board = violin ? new Fingerboard(164, 5.8, 8.0) : new Fingerboard(168, 6.0, 8.4);
        this.bowing = new BowMotion(performance);
        this.fingering = new FingerMotion(performance, board);
        this.sway = new Sway(performance, random, time -> 2 * bowing.place(time));
        this.size = 0.96 + 0.10 * random.nextDouble();
        this.figure = new Figure(scene, look, size, set.shoulders());
        this.right = new Hand(scene, look, size);
        this.left = new Hand(scene, look, size);
        build(look, performance);
    }

    private void build(Look look, Performance performance) {
        figure.addTorso();
        if (!violin) {
            figure.addHead(performance.intention());
        }
        figure.addUpperArm(1);
        if (violin) {
            figure.addForearm(1);
            left.addThumb();
            left.addPalm();
        } else {
            left.addThumb();
        }
        instrument = scene.add(new Sprite(Luthier.instrument(look, board, set.tail())));
        if (violin) {
            figure.addHead(performance.intention());
        } else {
            figure.addForearm(1);
            left.addPalm();
        }
        left.addFingers();
        figure.addUpperArm(0);
        right.addThumb();
        right.addPalm();
        bow = scene.add(new Sprite(Luthier.bow(look, BOW)));
        figure.addForearm(0);
        right.addFingers();
    }

    @Override
    public void pose(double time) {
        Sway.Lean lean = sway.at(time);
        figure.lean(set.neck(), set.headTurn(), lean);
        double carry = violin ? 0.9 : 0.35;
        fiddle = Frame.at(set.bridge().plus(lean.x() * carry, lean.y() * carry), set.axis() + lean.turn() * carry);
        scene.place(instrument, fiddle);
        poseLeft(time);
        poseBow(time);
        tools[4] = figure.headCentre();
        tools[5] = fiddle.place(1.25 * board.length(), 0);
        tools[6] = fiddle.place(-set.tail() * board.length(), 0);
        tools[7] = figure.chest();
    }

    private void poseLeft(double time) {
        double l = board.length();
        double hand = fingering.hand(time);
        double middle = hand + 15;
        double edge = board.halfWidth(middle);
        Point[] knuckles = new Point[5];
        Point[] tips = new Point[5];
        for (int k = 0; k < 4; k++) {
            Point tip = fingering.tip(k, time);
            tips[k + 1] = fiddle.place(l - tip.x(), tip.y());
            knuckles[k + 1] = fiddle.place(l - (hand + 2 + 8.6 * k), edge + (k == 3 ? 19 : 22));
        }
        knuckles[0] = fiddle.place(l - (hand + 6), edge + 26);
        tips[0] = fiddle.place(l - (hand + 8), -edge - 4);
        Point wrist = fiddle.place(l - (middle + 4), edge + 44);
        Point shoulder = figure.shoulder(1);
        Point elbow = violin
                ? new Point(118 + 0.35 * (wrist.x() - 165), 250 + 0.3 * (wrist.y() - 220))
                : new Point(226 + 0.3 * (wrist.x() - 200), 152 + 0.35 * (wrist.y() - 80));
        figure.arm(1, elbow.towards(shoulder, 0.02), wrist);
        left.pose(wrist, knuckles, tips, violin ? 5 : -5);
        tools[3] = tips[fingering.leading(time) + 1];
        present[3] = fingering.pressing(time) >= 0;
    }

    private void poseBow(double time) {
        double l = board.length();
        double string = bowing.string(time);
        double x = set.contact() * l;
        Point contact = fiddle.place(x, board.across(string, l - x));
        double lift = bowing.lift(time);
        Point touch = contact.plus(-2 * lift * (violin ? 1 : 0), -8 * lift);
        double turn = Math.toRadians(STRING_ANGLE) * (1.5 - string);
        double axis = StrictMath.atan2(fiddle.uy(), fiddle.ux());
        // towards the tip: across the strings, away from the bow hand
        double direction = axis - set.bowSide() * Math.PI / 2 - set.bowSide() * -turn;
        Frame stick = Frame.at(touch, direction);
        double along = BOW / 2 + TRAVEL * bowing.place(time);
        Point frog = stick.place(-along, 0);
        Frame held = new Frame(frog.x(), frog.y(), stick.ux(), stick.uy());
        scene.place(bow, held);
        poseRight(held);
        tools[0] = frog;
        tools[1] = held.place(BOW, 0);
        tools[2] = touch;
        present[2] = lift < 0.5;
    }

    private void poseRight(Frame held) {
        Point[] knuckles = new Point[5];
        Point[] tips = new Point[5];
        for (int k = 1; k < 5; k++) {
            tips[k] = held.place(22 - 5.6 * k, k == 4 ? -4.5 : -0.5);
            knuckles[k] = held.place(10 - 5.4 * k, -15 + 0.6 * k);
        }
        knuckles[0] = held.place(-8, -10);
        tips[0] = held.place(10, 2);
        Point wrist = held.place(-20, -20);
        Point shoulder = figure.shoulder(0);
        Point elbow = shoulder.elbow(wrist, 56 * size);
        figure.arm(0, elbow, wrist);
        right.pose(wrist, knuckles, tips, 4);
    }

    @Override
    public Point[] joints() {
        return figure.joints(right, left);
    }

    @Override
    public Point[] tools() {
        return tools.clone();
    }

    @Override
    public boolean[] present() {
        return present.clone();
    }
}
