package org.antiphon.dataset.etude.stage;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.dataset.etude.BowStroke;
import org.antiphon.dataset.etude.EtudeNote;
import org.antiphon.dataset.etude.Intention;
import org.antiphon.dataset.etude.Performance;
import org.antiphon.dataset.etude.Performer;

/** Short performances written by hand. */
final class Pieces {

    private Pieces() {}

    static Performance of(Performer performer, Intention intention, long seed) {
        return switch (performer) {
            case VIOLIN -> bowed(performer, intention, seed, new int[] {55, 62, 69, 76});
            case CELLO -> bowed(performer, intention, seed, new int[] {36, 43, 50, 57});
            case VIBRAPHONE -> struck(performer, intention, seed, 53, 37);
            case PIANO -> struck(performer, intention, seed, 48, 37);
        };
    }

    private static Performance bowed(Performer performer, Intention intention, long seed, int[] open) {
        int[] strings = {1, 1, 2, 2, 3, 3, 0, 0, 1, 2};
        int[] fingers = {2, 4, 0, 5, 2, 7, 3, 9, 0, 5};
        double time = 0.4;
        List<EtudeNote> notes = new ArrayList<>();
        List<BowStroke> strokes = new ArrayList<>();
        float[] f0 = new float[500];
        for (int i = 0; i < strings.length; i++) {
            double length = i % 3 == 0 ? 0.6 : 0.3;
            int midi = open[strings[i]] + fingers[i];
            double hertz = 440 * StrictMath.pow(2, (midi - 69) / 12.0);
            boolean slurred = i == 3;
            double end = time + length;
            if (!slurred) {
                strokes.add(new BowStroke(time, end, strokes.size() % 2 == 0, 0.3 + length));
            } else {
                BowStroke last = strokes.remove(strokes.size() - 1);
                strokes.add(new BowStroke(last.start(), end, last.down(), 0.95));
            }
            notes.add(
                    new EtudeNote(time, end - 0.01, midi, hertz, 0.7, strings[i], fingers[i], -1, strokes.size() - 1));
            for (int k = (int) (time * 100); k < end * 100 && k < f0.length; k++) {
                double vibrato = 0.3 * StrictMath.sin(2 * Math.PI * 5.5 * k / 100);
                f0[k] = (float) (hertz * StrictMath.pow(2, vibrato / 12));
            }
            time = end + (i == 5 ? 0.4 : 0);
        }
        return new Performance(performer, intention, time + 0.4, notes, strokes, f0, beats(time), 100, seed);
    }

    private static Performance struck(Performer performer, Intention intention, long seed, int lowest, int range) {
        List<EtudeNote> notes = new ArrayList<>();
        int[] right = {19, 21, 23, 24, 28, 26, 31, 36, 30, 25};
        int[] left = {7, 0, 4, 7, 12, 10, 3, 5, 6, 1};
        double time = 0.4;
        for (int i = 0; i < right.length; i++) {
            double length = i % 3 == 0 ? 0.5 : 0.25;
            notes.add(note(time, time + length - 0.02, lowest + Math.min(range - 1, right[i]), 1));
            if (i % 2 == 0) {
                notes.add(note(time, time + 0.6, lowest + left[i], 0));
                if (performer == Performer.PIANO) {
                    notes.add(note(time, time + 0.6, lowest + left[i] + 4, 0));
                }
            }
            time += length;
        }
        return new Performance(
                performer, intention, time + 0.8, notes, List.of(), new float[500], beats(time), 100, seed);
    }

    private static EtudeNote note(double onset, double offset, int midi, int hand) {
        double hertz = 440 * StrictMath.pow(2, (midi - 69) / 12.0);
        return new EtudeNote(onset, offset, midi, hertz, 0.7, -1, -1, hand, -1);
    }

    private static List<Double> beats(double end) {
        List<Double> beats = new ArrayList<>();
        for (double beat = 0.4; beat < end; beat += 0.6) {
            beats.add(beat);
        }
        return beats;
    }
}
