package org.antiphon.dataset.etude.stage;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.dataset.etude.EtudeNote;

/** One mallet: which place it is over and how high, as functions of time; height 0 exactly at each onset. */
final class MalletMotion {

    private static final double FALL = 0.08;
    private static final double RISE = 0.12;
    private static final double HEIGHT = 25;

    private final List<EtudeNote> notes = new ArrayList<>();
    private final List<Point> places = new ArrayList<>();
    private final Point rest;

    /** Where the head is over the bars, and its height above them. */
    record Position(Point over, double height) {}

    MalletMotion(List<EtudeNote> all, int hand, java.util.function.IntFunction<Point> place, Point rest) {
        this.rest = rest;
        for (EtudeNote note : all) {
            boolean again = !notes.isEmpty()
                    && note.onset() - notes.get(notes.size() - 1).onset() < 0.03;
            if (note.hand() == hand && !again) {
                notes.add(note);
                places.add(place.apply(note.midi()));
            }
        }
    }

    Position at(double time) {
        int next = 0;
        while (next < notes.size() && notes.get(next).onset() <= time) {
            next++;
        }
        double before = next == 0 ? -1e3 : notes.get(next - 1).onset();
        double after = next == notes.size() ? 1e3 : notes.get(next).onset();
        Point from = next == 0 ? restBefore() : places.get(next - 1);
        Point to = next == notes.size() ? restAfter() : places.get(next);
        double gap = after - before;
        double shrink = Math.min(1, gap / (FALL + RISE));
        double rise = Ease.clamp((time - before) / (RISE * shrink));
        double fall = Ease.clamp((time - (after - FALL * shrink)) / (FALL * shrink));
        double peak = HEIGHT * (0.4 + 0.6 * shrink);
        double height = peak * (1 - (1 - rise) * (1 - rise)) * (1 - fall * fall);
        double start = Math.max(before + 0.25 * RISE * shrink, after - 0.45);
        double end = after - 0.5 * FALL * shrink;
        if (next == notes.size()) {
            start = before + 0.2;
            end = before + 0.7;
        }
        return new Position(from.towards(to, Ease.between(time, start, end)), height);
    }

    private Point restBefore() {
        return places.isEmpty() ? rest : places.get(0).towards(rest, 0.3);
    }

    private Point restAfter() {
        return places.isEmpty() ? rest : places.get(places.size() - 1).towards(rest, 0.3);
    }

    /** The note struck closest to a time; null if this mallet strikes none. */
    EtudeNote near(double time) {
        EtudeNote best = null;
        for (EtudeNote note : notes) {
            double distance = Math.abs(note.onset() - time);
            if (best == null || distance < Math.abs(best.onset() - time)) {
                best = note;
            }
        }
        return best;
    }
}
