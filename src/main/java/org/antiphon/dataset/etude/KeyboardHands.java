package org.antiphon.dataset.etude;

import java.util.ArrayList;
import java.util.List;

/** A melody with accompaniment for two hands: the right plays the tune, the left chord notes under it. */
final class KeyboardHands {

    /** The widest reach of one hand, in semitones. */
    static final int REACH = 12;

    private static final int LEFT_LOWEST = 48;
    private static final int LEFT_HIGHEST = 59;

    private final Composition composition;
    private final List<PlannedNote> melody;
    private final Expression expression;
    private final Tuning tuning;
    private final Dice dice;
    private final double doubling;
    private final int pattern;

    KeyboardHands(Composition composition, List<PlannedNote> melody, Expression expression, Tuning tuning, Dice dice) {
        this.composition = composition;
        this.melody = melody;
        this.expression = expression;
        this.tuning = tuning;
        this.dice = dice;
        this.doubling = dice.between(0.0, 0.35);
        this.pattern = dice.below(3);
    }

    List<EtudeNote> notes() {
        List<EtudeNote> notes = new ArrayList<>();
        for (int i = 0; i < melody.size(); i++) {
            PlannedNote note = melody.get(i);
            boolean onBeat = Math.abs(note.beat() - Math.rint(note.beat())) < 1e-6;
            double share = Math.max(0.6, Math.min(0.98, expression.articulation() + 0.03 * dice.bell()));
            double offset = note.onset() + Math.max(0.11, note.span() * share);
            notes.add(key(1, note.midi(), note.onset(), offset, note.velocity()));
            if (onBeat && dice.chance(doubling)) {
                int step = dice.chance(0.6) ? 2 : 5;
                int under = note.midi()
                        - (composition.semitones(note.degree()) - composition.semitones(note.degree() - step));
                if (under >= 60) {
                    notes.add(key(1, under, note.onset(), offset, note.velocity() * 0.85));
                }
            }
            if (onBeat && accompanied(note.beat())) {
                accompany(notes, i);
            }
        }
        return Voices.clean(notes);
    }

    private boolean accompanied(double beat) {
        int inBar = Math.floorMod((int) Math.rint(beat), composition.beatsPerBar());
        return switch (pattern) {
            case 0 -> inBar == 0;
            case 1 -> inBar % 2 == 0;
            default -> true;
        };
    }

    /** Chord notes under melody note {@code i}, held until the left hand plays again or a beat or two have passed. */
    private void accompany(List<EtudeNote> notes, int i) {
        PlannedNote note = melody.get(i);
        int ceiling = Math.min(LEFT_HIGHEST, lowestAround(i) - 1);
        List<Integer> chord = chord(note, ceiling);
        double end = Math.min(melody.get(melody.size() - 1).next(), note.onset() + 1.1);
        for (int j = i + 1; j < melody.size(); j++) {
            PlannedNote later = melody.get(j);
            if (Math.abs(later.beat() - Math.rint(later.beat())) < 1e-6 && accompanied(later.beat())) {
                end = Math.min(end, later.onset() - 0.05);
                break;
            }
        }
        double offset = Math.max(
                note.onset() + 0.12, note.onset() + (end - note.onset()) * Math.min(0.97, expression.articulation()));
        for (int midi : chord) {
            notes.add(key(0, midi, note.onset(), offset, note.velocity() * 0.72));
        }
    }

    /** The lowest right-hand key that can be down while the left hand plays at melody note {@code i}. */
    private int lowestAround(int i) {
        int lowest = Integer.MAX_VALUE;
        double from = melody.get(i).onset() - 0.1;
        for (PlannedNote other : melody) {
            if (other.next() > from && other.onset() < from + 1.4) {
                lowest = Math.min(lowest, other.midi());
            }
        }
        return Math.max(LEFT_LOWEST + 12, lowest);
    }

    private List<Integer> chord(PlannedNote note, int ceiling) {
        int tonic = note.midi() - composition.semitones(note.degree());
        int root = composition.chordAt(note.beat());
        int count = pattern == 2 ? 1 : 1 + dice.weighted(2, 4);
        int rotation = pattern == 2 ? new int[] {0, 4, 2, 4}[Math.floorMod((int) Math.rint(note.beat()), 4)] : 0;
        List<Integer> chord = new ArrayList<>();
        int[] steps = {rotation, rotation == 0 ? 4 : 2, 2};
        int bass = -1;
        for (int k = 0; k < count; k++) {
            int midi = tonic + composition.semitones(root + steps[k]);
            midi = LEFT_LOWEST + Math.floorMod(midi - LEFT_LOWEST, 12);
            if (k > 0 && midi < bass) {
                midi += 12;
            }
            if (midi <= ceiling && !chord.contains(midi) && (k == 0 || midi - bass <= REACH)) {
                chord.add(midi);
                bass = k == 0 ? midi : bass;
            }
        }
        return chord;
    }

    private EtudeNote key(int hand, int midi, double onset, double offset, double velocity) {
        return new EtudeNote(onset, offset, midi, tuning.hertz(midi), Math.max(0.2, velocity), -1, -1, hand, -1);
    }
}
