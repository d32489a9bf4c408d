package org.antiphon.dataset.etude.stage;

import java.util.List;
import java.util.Random;
import org.antiphon.dataset.etude.EtudeNote;
import org.antiphon.dataset.etude.Performance;

/** A vibraphonist behind two rows of bars, accidentals nearer to us. */
final class MalletPlayer implements Actor {

    private static final double NATURALS = 169;
    private static final double ACCIDENTALS = 222;
    private static final Point NECK = new Point(128, 76);
    private static final double HALF_WAY = 60;

    private final Scene scene;
    private final List<EtudeNote> notes;
    private final Sway sway;
    private final Figure figure;
    private final double size;
    private final Keys keys;
    private final int[] bars;
    private final MalletMotion[] motions = new MalletMotion[2];
    private final Hand[] hands = new Hand[2];
    private final int[] sticks = new int[2];
    private final int[] heads = new int[2];
    private final int[] shadows = new int[2];
    private final Point[] tools = new Point[8];
    private final boolean[] present = {true, true, true, false, true, true, true, true};

    MalletPlayer(Scene scene, Look look, Performance performance, Random random) {
        this.scene = scene;
        this.notes = performance.notes();
        this.sway = new Sway(performance, random, this::hands);
        this.size = 0.92 + 0.10 * random.nextDouble();
        this.figure = new Figure(scene, look, size, 46);
        this.keys = new Keys(
                performance.performer().lowestNote(), performance.performer().highestNote(), 226);
        this.bars = new int[keys.highest - keys.lowest + 1];
        for (int side = 0; side < 2; side++) {
            Point rest = new Point(side == 0 ? 84 : 172, NATURALS);
            motions[side] = new MalletMotion(notes, 1 - side, this::bar, rest);
        }
        build(look, performance);
    }

    private void build(Look look, Performance performance) {
        figure.addTorso();
        figure.addHead(performance.intention());
        figure.addUpperArm(0);
        figure.addUpperArm(1);
        int stand = scene.add(new Sprite(Workshop.vibraphone(look)));
        scene.place(stand, new Frame(0, 0, 1, 0));
        for (int midi = keys.lowest; midi <= keys.highest; midi++) {
            bars[midi - keys.lowest] = scene.add(new Sprite(Workshop.bar(look, keys.step - 1.3, halfLength(midi))));
        }
        for (int side = 0; side < 2; side++) {
            shadows[side] = scene.add(new Sprite(Workshop.shadow(9, 6, 0.30)));
            figure.addForearm(side);
            hands[side] = new Hand(scene, look, 0.92 * size);
            hands[side].addThumb();
            hands[side].addPalm();
            sticks[side] = scene.add(new Limb(1.5, 1.3, 0.3, Paint.plain(0xE4CFA2)));
            heads[side] =
                    scene.add(new Sprite(Workshop.malletHead(side == 0 ? look.accent() : look.trim(), look.grain())));
            hands[side].addFingers();
        }
    }

    private double halfLength(int midi) {
        double share = (double) (midi - keys.lowest) / (keys.highest - keys.lowest);
        return Keys.accidental(midi) ? Ease.mix(25, 18, share) : Ease.mix(27, 19, share);
    }

    /** The middle of a bar. */
    private Point bar(int midi) {
        int known = keys.clamp(midi);
        return new Point(keys.x(known), Keys.accidental(known) ? ACCIDENTALS : NATURALS);
    }

    /** Where the two heads are on average, from the left end of the stage to its right. */
    private double hands(double time) {
        double middle =
                (motions[0].at(time).over().x() + motions[1].at(time).over().x()) / 2;
        return (middle - NECK.x()) / HALF_WAY;
    }

    @Override
    public void pose(double time) {
        figure.lean(NECK, 0, sway.at(time));
        poseBars(time);
        for (int side = 0; side < 2; side++) {
            poseHand(side, time);
        }
        EtudeNote nearest = motions[0].near(time);
        tools[2] = nearest == null ? tools[0] : bar(nearest.midi());
        present[2] = nearest != null && Math.abs(nearest.onset() - time) < 0.1;
        tools[4] = figure.headCentre();
        tools[5] = bar(keys.lowest);
        tools[6] = bar(keys.highest);
        tools[7] = figure.chest();
    }

    private void poseBars(double time) {
        double[] dip = new double[bars.length];
        double[] shine = new double[bars.length];
        for (EtudeNote note : notes) {
            double since = time - note.onset();
            int i = keys.clamp(note.midi()) - keys.lowest;
            if (since >= 0 && since < 0.4) {
                double strength = 0.6 + 0.4 * note.velocity();
                dip[i] = Math.max(dip[i], 2.2 * strength * StrictMath.exp(-since / 0.05));
                shine[i] = Math.max(shine[i], 0.45 * strength * StrictMath.exp(-since / 0.07));
            }
            if (since >= 0 && time < note.offset()) {
                shine[i] = Math.max(shine[i], 0.15);
            }
        }
        for (int i = 0; i < bars.length; i++) {
            Point middle = bar(keys.lowest + i);
            scene.place(bars[i], new Frame(middle.x(), middle.y() + dip[i], 1, 0));
            scene.brighten(bars[i], 1 + shine[i]);
        }
    }

    private void poseHand(int side, double time) {
        MalletMotion.Position position = motions[side].at(time);
        Point over = position.over();
        double h = position.height();
        Point head = over.plus(0, -h);
        Point shoulder = figure.shoulder(side);
        Point grip = new Point(0.66 * over.x() + 0.34 * shoulder.x(), 120 + 0.36 * (over.y() - NATURALS) - 0.42 * h);
        double length = Math.max(1, grip.distance(head));
        Frame stick = new Frame(grip.x(), grip.y(), (head.x() - grip.x()) / length, (head.y() - grip.y()) / length);
        scene.span(sticks[side], stick.place(-9, 0), stick.place(length - 3, 0));
        scene.place(heads[side], new Frame(head.x(), head.y(), stick.ux(), stick.uy()));
        scene.place(shadows[side], new Frame(over.x() + 2 + 0.2 * h, over.y() + 2.5, 1, 0));
        poseGrip(side, stick, shoulder);
        tools[side] = head;
    }

    private void poseGrip(int side, Frame stick, Point shoulder) {
        double out = side == 0 ? 1 : -1;
        Point[] knuckles = new Point[5];
        Point[] tips = new Point[5];
        for (int k = 1; k < 5; k++) {
            knuckles[k] = stick.place(8 - 4.8 * k, out * 8.5);
            tips[k] = stick.place(9 - 4.6 * k, out * -3.5);
        }
        knuckles[0] = stick.place(-9, out * 2);
        tips[0] = stick.place(8, -out * 1.5);
        Point wrist = stick.place(-11, out * 17);
        double outward = side == 0 ? -1 : 1;
        double away = wrist.x() - (shoulder.x() + outward * 6);
        Point elbow = shoulder.plus(outward * 19 + 0.35 * away, 37);
        figure.arm(side, elbow, wrist);
        hands[side].pose(wrist, knuckles, tips, out * 2.5);
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
        return present.clone();
    }
}
