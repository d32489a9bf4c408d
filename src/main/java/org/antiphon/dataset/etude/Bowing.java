package org.antiphon.dataset.etude;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which string, which finger and which stroke of the bow plays each note. */
record Bowing(List<EtudeNote> notes, List<BowStroke> strokes) {

    /** The furthest a finger goes from the nut, in semitones. */
    static final int HIGHEST_FINGER = 9;

    private static final int[] VIOLIN = {55, 62, 69, 76};
    private static final int[] CELLO = {36, 43, 50, 57};
    private static final int LONGEST_SLUR = 3;

    /** MIDI numbers of the four open strings, lowest first. */
    static int[] openStrings(Performer performer) {
        return performer == Performer.VIOLIN ? VIOLIN : CELLO;
    }

    static Bowing of(List<PlannedNote> melody, Performer performer, Expression expression, Tuning tuning, Dice dice) {
        int[] strings = strings(melody, openStrings(performer), dice.between(0, 0.5));
        List<EtudeNote> notes = new ArrayList<>();
        List<BowStroke> strokes = new ArrayList<>();
        boolean down = dice.chance(0.75);
        int first = 0;
        while (first < melody.size()) {
            int last = endOfSlur(melody, first, expression, dice);
            double start = melody.get(first).onset();
            double strength = 0;
            double end = 0;
            for (int i = first; i <= last; i++) {
                PlannedNote note = melody.get(i);
                end = i < last ? melody.get(i + 1).onset() : end(note, i == melody.size() - 1, expression, dice);
                int finger = note.midi() - openStrings(performer)[strings[i]];
                notes.add(new EtudeNote(
                        note.onset(),
                        end,
                        note.midi(),
                        tuning.hertz(note.midi()),
                        note.velocity(),
                        strings[i],
                        finger,
                        -1,
                        strokes.size()));
                strength = Math.max(strength, note.velocity());
            }
            double length = Math.min(1, (0.22 + 0.55 * (end - start)) * (0.55 + 0.6 * strength));
            strokes.add(new BowStroke(start, end, down, length));
            boolean pause = last + 1 < melody.size() && melody.get(last + 1).onset() - end > 0.6;
            down = pause || !down;
            first = last + 1;
        }
        return new Bowing(notes, strokes);
    }

    private static int endOfSlur(List<PlannedNote> melody, int first, Expression expression, Dice dice) {
        int last = first;
        while (last + 1 < melody.size()
                && last - first + 1 < LONGEST_SLUR
                && melody.get(last).joined()
                && melody.get(last + 1).midi() != melody.get(last).midi()
                && melody.get(last + 1).next() - melody.get(first).onset() < 1.5
                && dice.chance(expression.slur())) {
            last++;
        }
        return last;
    }

    /** The end of a stroke: shortly before the next one, earlier when the articulation is detached. */
    private static double end(PlannedNote note, boolean last, Expression expression, Dice dice) {
        double gap = dice.between(0.020, 0.030);
        double detached = note.span() * (1 - Math.min(1, expression.articulation() + 0.03 * dice.bell()));
        double end = note.next() - (last ? 0 : Math.max(gap, detached));
        return Math.max(note.onset() + 0.11, end);
    }

    /** The cheapest path over strings (Viterbi): stay near, avoid jumps over a string. */
    private static int[] strings(List<PlannedNote> melody, int[] open, double openPenalty) {
        int n = melody.size();
        double[] cost = new double[4];
        int[][] from = new int[n][4];
        for (int i = 0; i < n; i++) {
            double[] now = new double[4];
            for (int s = 0; s < 4; s++) {
                int finger = melody.get(i).midi() - open[s];
                double best = 0;
                if (i > 0) {
                    best = Double.POSITIVE_INFINITY;
                    for (int p = 0; p < 4; p++) {
                        int moved = Math.abs(finger - (melody.get(i - 1).midi() - open[p]));
                        double total = cost[p] + 0.45 * Math.abs(s - p) * Math.abs(s - p) + 0.06 * moved;
                        if (total < best) {
                            best = total;
                            from[i][s] = p;
                        }
                    }
                }
                boolean playable = finger >= 0 && finger <= HIGHEST_FINGER;
                double own = 0.07 * Math.max(0, finger - 5) + (finger == 0 ? openPenalty : 0);
                now[s] = playable ? best + own : 1e9 + Math.abs(finger);
            }
            cost = now;
        }
        int[] path = new int[n];
        int state = 0;
        for (int s = 1; s < 4; s++) {
            state = cost[s] < cost[state] ? s : state;
        }
        for (int i = n - 1; i >= 0; i--) {
            path[i] = state;
            state = from[i][state];
        }
        return n == 0 ? path : Arrays.copyOf(path, n);
    }
}
