package org.antiphon.dataset.etude.stage;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.dataset.etude.EtudeNote;
import org.antiphon.dataset.etude.Performance;
import org.antiphon.dataset.etude.Performer;

/** The left hand on a fingerboard: which finger is where along the string, across it, and pressed or lifted. */
final class FingerMotion {

    /** The finger has arrived this long before the sound begins. */
    static final double LEAD = 0.040;

    private static final double TRAVEL = 0.07;
    private static final double REST = 0.30;
    private static final int[] VIOLIN = {0, 0, 0, 1, 1, 2, 2, 3};
    private static final int[] CELLO = {0, 0, 0, 1, 2, 3, 0, 0, 1, 2, 3};
    private static final double[] VIOLIN_SPREAD = {0, 1.7, 3.4, 5.0};
    private static final double[] CELLO_SPREAD = {0, 1.05, 2.1, 3.2};

    private final Fingerboard board;
    private final Performance performance;
    private final double[] spread;
    private final List<Grip> grips = new ArrayList<>();

    /** From {@code begin} to {@code arrive} the hand takes this grip: index place, finger 0–3 or -1, string, place. */
    private record Grip(
            double begin, double arrive, double hand, int finger, int string, double place, EtudeNote note) {}

    FingerMotion(Performance performance, Fingerboard board) {
        this.board = board;
        this.performance = performance;
        boolean violin = performance.performer() == Performer.VIOLIN;
        this.spread = violin ? VIOLIN_SPREAD : CELLO_SPREAD;
        plan(violin);
    }

    private void plan(boolean violin) {
        double hand = board.place(2);
        double busyUntil = -1;
        grips.add(new Grip(-2, -1, hand, -1, 1, 0, null));
        for (EtudeNote note : performance.notes()) {
            if (note.onset() - busyUntil > REST && busyUntil > 0) {
                grips.add(new Grip(busyUntil + 0.02, busyUntil + 0.16, hand, -1, 1, 0, null));
            }
            double arrive = note.onset() - LEAD;
            double earliest = grips.get(grips.size() - 1).arrive() + 0.02;
            double begin = Math.min(arrive - 0.03, Math.max(arrive - TRAVEL, earliest));
            int finger = note.finger() <= 0 ? -1 : fingerFor(note.finger(), violin);
            double place = board.place(note.finger());
            if (finger >= 0) {
                hand = place - offset(finger, hand);
            }
            grips.add(new Grip(begin, arrive, hand, finger, note.string(), place, note));
            busyUntil = note.offset();
        }
        grips.add(new Grip(busyUntil + 0.02, busyUntil + 0.16, hand, -1, 1, 0, null));
    }

    private static int fingerFor(int semitones, boolean violin) {
        int[] table = violin ? VIOLIN : CELLO;
        if (semitones < table.length) {
            return table[semitones];
        }
        return violin ? (semitones - 7) % 4 : (semitones - 10) % 4;
    }

    /** How far finger {@code k} naturally is from the index finger when that is at {@code hand}. */
    private double offset(int k, double hand) {
        return (board.length() - hand) * (1 - StrictMath.pow(2, -spread[k] / 12));
    }

    /** The index finger's natural place along the string, from the nut, in stage units. */
    double hand(double time) {
        int i = gripAt(time);
        Grip grip = grips.get(i);
        double before = i == 0 ? grip.hand() : grips.get(i - 1).hand();
        return Ease.mix(before, grip.hand(), share(grip, time)) + 0.6 * vibrato(time);
    }

    /** The tip of finger 0 (index) to 3 (little): x from the nut along the string, y across the board. */
    Point tip(int finger, double time) {
        int i = gripAt(time);
        Grip grip = grips.get(i);
        Point after = tip(grip, finger);
        if (i == 0) {
            return after;
        }
        double share = share(grip, time);
        Point before = tip(grips.get(i - 1), finger);
        boolean same = grip.finger() == grips.get(i - 1).finger();
        double hop = same && before.distance(after) > 0.5 ? 3 * 4 * share * (1 - share) : 0;
        Point tip = before.towards(after, share);
        double shake = grip.finger() == finger ? vibrato(time) : 0.6 * vibrato(time);
        return tip.plus(shake, hop);
    }

    private Point tip(Grip grip, int finger) {
        if (grip.finger() == finger) {
            return new Point(grip.place(), board.across(grip.string(), grip.place()));
        }
        double natural = grip.hand() + offset(finger, grip.hand());
        return new Point(natural, board.halfWidth(natural) + 4);
    }

    /** The pressing finger at a time, -1 where an open string sounds, the hand moves or rests. */
    int pressing(double time) {
        Grip grip = grips.get(gripAt(time));
        return time >= grip.arrive() ? grip.finger() : -1;
    }

    /** The finger that presses, is about to, or did last. */
    int leading(double time) {
        int i = gripAt(time);
        while (i > 0 && grips.get(i).finger() < 0) {
            i--;
        }
        return Math.max(0, grips.get(i).finger());
    }

    /** Displacement of the pressing finger towards the bridge by vibrato, a little larger than life. */
    private double vibrato(double time) {
        Grip grip = grips.get(gripAt(time));
        EtudeNote note = grip.note();
        float[] f0 = performance.f0();
        int k = (int) Math.floor(time / Performance.F0_HOP);
        if (note == null
                || grip.finger() < 0
                || time < note.onset()
                || time > note.offset()
                || k < 0
                || k + 1 >= f0.length) {
            return 0;
        }
        double u = time / Performance.F0_HOP - k;
        if (f0[k] <= 0 || f0[k + 1] <= 0) {
            return 0;
        }
        double hertz = f0[k] + (f0[k + 1] - f0[k]) * u;
        double semitones = 12 * StrictMath.log(hertz / note.hertz()) / StrictMath.log(2);
        double quiet = Ease.between(time, note.onset(), note.onset() + 0.08)
                * (1 - Ease.between(time, note.offset() - 0.06, note.offset()));
        double shift = 1.5 * quiet * semitones * (board.length() - grip.place()) * 0.0578;
        return Math.min(2.5, Math.max(-2.5, shift));
    }

    private static double share(Grip grip, double time) {
        return Ease.between(time, grip.begin(), grip.arrive());
    }

    private int gripAt(double time) {
        int i = grips.size() - 1;
        while (i > 0 && grips.get(i).begin() > time) {
            i--;
        }
        return i;
    }
}
