package org.antiphon.dataset.etude.stage;

import java.util.List;
import org.antiphon.dataset.etude.BowStroke;
import org.antiphon.dataset.etude.EtudeNote;
import org.antiphon.dataset.etude.Performance;

/** Where the bow is: its place along itself, the string it is on, and whether it is lifted, as functions of time. */
final class BowMotion {

    /** Shares of the bow used at most: from -0.5 near the frog to 0.5 near the tip. */
    private static final double REACH = 0.5;

    private static final double LONG_REST = 0.16;

    private final List<BowStroke> strokes;
    private final List<EtudeNote> notes;
    private final double[] from;
    private final double[] to;

    BowMotion(Performance performance) {
        this.strokes = performance.strokes();
        this.notes = performance.notes();
        this.from = new double[strokes.size()];
        this.to = new double[strokes.size()];
        planEnds();
    }

    /**
     * Chooses where strokes turn: travel as close as possible to each stroke's length, strokes near the middle of the
     * bow, and every stroke beginning where the last one ended unless there is a rest to travel in.
     */
    private void planEnds() {
        int n = strokes.size();
        double[] ends = new double[n + 1];
        for (int i = 0; i < n; i++) {
            ends[i + 1] = sign(i) * strokes.get(i).length() / 2;
        }
        ends[0] = n == 0 ? 0 : -ends[1];
        for (int sweep = 0; sweep < 60; sweep++) {
            for (int i = 1; i <= n; i++) {
                double centred = sign(i - 1) * strokes.get(i - 1).length() / 2;
                double start = free(i - 1) ? -centred : ends[i - 1];
                double sum = start + sign(i - 1) * strokes.get(i - 1).length() + 0.25 * centred;
                double weight = 1.25;
                if (i < n && !free(i)) {
                    sum += ends[i + 1] - sign(i) * strokes.get(i).length();
                    weight += 1;
                }
                ends[i] = Math.min(REACH, Math.max(-REACH, sum / weight));
            }
        }
        for (int i = 0; i < n; i++) {
            double half = sign(i) * strokes.get(i).length() / 2;
            from[i] = free(i) ? -half : ends[i];
            to[i] = ends[i + 1];
            if (sign(i) * (to[i] - from[i]) < 0.06) {
                to[i] = from[i] + sign(i) * 0.06;
                ends[i + 1] = to[i];
            }
        }
    }

    /** Whether the bow can be carried to where stroke {@code i} begins. */
    private boolean free(int i) {
        return i == 0
                || strokes.get(i).start() - strokes.get(i - 1).end() > LONG_REST
                || strokes.get(i).down() == strokes.get(i - 1).down();
    }

    private double sign(int i) {
        return strokes.get(i).down() ? 1 : -1;
    }

    /** Place on the bow that is over the string, -0.5 near the frog to 0.5 near the tip. */
    double place(double time) {
        int i = strokeAt(time);
        if (strokes.isEmpty()) {
            return 0;
        }
        if (i < 0) {
            return from[0];
        }
        BowStroke stroke = strokes.get(i);
        if (time < stroke.end()) {
            double u = (time - stroke.start()) / (stroke.end() - stroke.start());
            double lean = stroke.down() ? 0.42 : -0.42;
            return Ease.mix(from[i], to[i], u + lean * u * (1 - u));
        }
        if (i + 1 < strokes.size()) {
            double start = strokes.get(i + 1).start();
            double begin = Math.min(start - 0.03, stroke.end() + 0.02);
            return Ease.mix(to[i], from[i + 1], Ease.between(time, begin, start));
        }
        return to[i];
    }

    /** How far the bow is off the string, 0 to 1. */
    double lift(double time) {
        int i = strokeAt(time);
        double last = i < 0 ? -1 : strokes.get(i).end();
        double next = i + 1 < strokes.size() ? strokes.get(i + 1).start() : 1e9;
        if (time < last || next - last < LONG_REST) {
            return 0;
        }
        double away = i < 0 ? 1 : Ease.between(time, last, last + 0.10);
        return Math.min(away, 1 - Ease.between(time, next - 0.12, next));
    }

    /** The string under the bow, fractional while it crosses from one to the next. */
    double string(double time) {
        if (notes.isEmpty()) {
            return 1.5;
        }
        double string = notes.get(0).string();
        for (int i = 1; i < notes.size() && notes.get(i).onset() - 0.08 < time; i++) {
            double onset = notes.get(i).onset();
            double begin = Math.max(
                    onset - 0.08, Math.min(onset - 0.04, notes.get(i - 1).onset() + 0.04));
            string = Ease.mix(string, notes.get(i).string(), Ease.between(time, begin, onset));
        }
        return string;
    }

    /** The last stroke begun at or before a time, -1 before the first. */
    private int strokeAt(double time) {
        int i = strokes.size() - 1;
        while (i >= 0 && strokes.get(i).start() > time) {
            i--;
        }
        return i;
    }
}
