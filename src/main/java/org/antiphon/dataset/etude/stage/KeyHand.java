package org.antiphon.dataset.etude.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antiphon.dataset.etude.EtudeNote;

/** One hand on a keyboard: where it is, which finger plays which note, and where every fingertip is. */
final class KeyHand {

    /** A finger and its key go down during this many seconds before the sound begins. */
    static final double PRESS = 0.030;

    private static final double RELEASE = 0.040;
    private static final double REACH = 2.3;

    private final Keys keys;
    private final double towardsLittle;
    private final List<Move> moves = new ArrayList<>();
    private final List<Touch> touches = new ArrayList<>();

    private record Move(double begin, double arrive, double anchor) {}

    /** One note under one finger. */
    record Touch(EtudeNote note, int finger, Point key) {}

    /** @param right whether this is the player's right hand, whose little finger points to high notes */
    KeyHand(List<EtudeNote> all, boolean right, Keys keys, java.util.function.IntFunction<Point> place) {
        this.keys = keys;
        this.towardsLittle = right ? -1 : 1;
        List<EtudeNote> notes = new ArrayList<>();
        for (EtudeNote note : all) {
            if (note.hand() == (right ? 1 : 0)) {
                notes.add(note);
            }
        }
        double anchor = notes.isEmpty()
                ? (right ? 80 : 176)
                : place.apply(notes.get(0).midi()).x();
        moves.add(new Move(-2, -1, anchor));
        int i = 0;
        while (i < notes.size()) {
            int end = i + 1;
            while (end < notes.size() && notes.get(end).onset() - notes.get(i).onset() < 0.035) {
                end++;
            }
            anchor = play(
                    notes.subList(i, end),
                    anchor,
                    i == 0 ? -1 : notes.get(i - 1).onset(),
                    place);
            i = end;
        }
    }

    private double play(
            List<EtudeNote> chord, double before, double lastOnset, java.util.function.IntFunction<Point> place) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (EtudeNote note : chord) {
            double x = place.apply(note.midi()).x();
            low = Math.min(low, x);
            high = Math.max(high, x);
        }
        double reach = REACH * keys.step;
        double anchor = Math.min(low + reach, Math.max(high - reach, before));
        if (high - low > 2 * reach) {
            anchor = (low + high) / 2;
        }
        double onset = chord.get(0).onset();
        double arrive = onset - 0.05;
        moves.add(new Move(Math.min(arrive - 0.04, Math.max(onset - 0.24, lastOnset + 0.03)), arrive, anchor));
        List<EtudeNote> sorted = new ArrayList<>(chord);
        sorted.sort(Comparator.comparingDouble(note -> place.apply(note.midi()).x() * towardsLittle));
        int least = 0;
        for (int k = 0; k < sorted.size(); k++) {
            EtudeNote note = sorted.get(k);
            Point key = place.apply(note.midi());
            int wished = (int) Math.floor((key.x() - anchor) * towardsLittle / keys.step + 2.5);
            int most = Math.max(least, 4 - (sorted.size() - 1 - k));
            int finger = Math.min(4, Math.min(most, Math.max(least, wished)));
            touches.add(new Touch(note, finger, key));
            least = finger + 1;
        }
        return anchor;
    }

    /** The place of the middle finger across the keyboard. */
    double anchor(double time) {
        int i = moves.size() - 1;
        while (i > 0 && moves.get(i).begin() > time) {
            i--;
        }
        Move move = moves.get(i);
        return i == 0
                ? move.anchor()
                : Ease.mix(moves.get(i - 1).anchor(), move.anchor(), Ease.between(time, move.begin(), move.arrive()));
    }

    /** The tip of a finger (0 the thumb) where hovering fingers are at {@code hover} across the keys' length. */
    Point tip(int finger, double time, double hover) {
        double arc = finger == 0 ? 5 : finger == 4 ? 2.5 : finger == 2 ? -1.5 : 0;
        Point tip = new Point(anchor(time) + (finger - 2) * towardsLittle * keys.step, hover - arc);
        for (Touch touch : touches) {
            if (touch.finger() == finger && time > touch.note().onset() - 0.2) {
                double onset = touch.note().onset();
                double offset = touch.note().offset();
                double over = Ease.between(time, onset - 0.10, onset - PRESS)
                        * (1 - Ease.between(time, offset, offset + 0.08));
                double down = pressed(touch.note(), time, offset);
                tip = tip.towards(touch.key().plus(0, 6 * down - 5), over);
            }
        }
        return tip;
    }

    /** The touch that began or is about to begin last, null before the first. */
    Touch latest(double time) {
        Touch latest = touches.isEmpty() ? null : touches.get(0);
        for (Touch touch : touches) {
            if (touch.note().onset() - 0.05 <= time) {
                latest = touch;
            }
        }
        return latest;
    }

    /** How far down a note's key is, 0 to 1: all the way exactly from onset to {@code offset}. */
    static double pressed(EtudeNote note, double time, double offset) {
        if (time <= note.onset()) {
            return Ease.between(time, note.onset() - PRESS, note.onset());
        }
        return 1 - Ease.between(time, offset, offset + RELEASE);
    }
}
