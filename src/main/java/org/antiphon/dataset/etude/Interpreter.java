package org.antiphon.dataset.etude;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.etude.Composition.MelodyNote;

/**
 * Turns a composition into a performance: key, tempo, timing, dynamics, articulation and fingering that suit the
 * performer and the intention. Every number that ends in annotation is the same on every machine.
 */
final class Interpreter {

    /** Two onsets of the melody are never closer than this, in seconds. */
    static final double SHORTEST = 0.17;

    private static final double LONGEST = 1.25;

    private final Composition composition;
    private final Performer performer;
    private final Intention intention;
    private final Expression expression;
    private final Seed seed;
    private final Dice dice;

    private Interpreter(Composition composition, Performer performer, Intention intention, Seed seed) {
        this.composition = composition;
        this.performer = performer;
        this.intention = intention;
        this.expression = Expression.of(intention);
        this.seed = seed;
        this.dice = new Dice(seed.derive("interpretation"));
    }

    static Performance perform(Composition composition, Performer performer, Intention intention, Seed seed) {
        return new Interpreter(composition, performer, intention, seed).perform();
    }

    private Performance perform() {
        double seconds = (150 + dice.below(51)) / 25.0;
        double tempo = dice.between(expression.slowest(), expression.fastest());
        double start = dice.between(0.35, 0.6);
        double end = seconds - (performer.bowed() ? 0.42 : 0.55);
        Tuning tuning = new Tuning(dice.between(-12, 12));
        Pulse pulse = Pulse.between(start, end, tempo, expression, dice);
        List<PlannedNote> melody = melody(pulse, end);
        List<EtudeNote> notes;
        List<BowStroke> strokes = List.of();
        float[] f0;
        if (performer.bowed()) {
            Bowing bowing = Bowing.of(melody, performer, expression, tuning, dice);
            notes = bowing.notes();
            strokes = bowing.strokes();
            f0 = Intonation.bowed(notes, seconds, expression, dice);
        } else {
            notes = performer == Performer.PIANO
                    ? new KeyboardHands(composition, melody, expression, tuning, dice).notes()
                    : new Mallets(composition, melody, performer, expression, tuning, dice).notes();
            f0 = Intonation.struck(notes, seconds);
        }
        return new Performance(performer, intention, seconds, notes, strokes, f0, pulse.beats(), tempo, seed.value());
    }

    private List<PlannedNote> melody(Pulse pulse, double end) {
        List<MelodyNote> written = new ArrayList<>();
        for (MelodyNote note : composition.melody()) {
            if (note.beat() + note.beats() <= pulse.count() + 1e-6) {
                written.add(note);
            }
        }
        int tonic = tonic(written);
        List<PlannedNote> planned = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            MelodyNote note = written.get(i);
            double onset = pulse.secondsAt(note.beat());
            double writtenEnd = note.beat() + note.beats();
            boolean last = i == written.size() - 1;
            boolean joined = !last && written.get(i + 1).beat() - writtenEnd < 1e-6;
            double next = last ? Math.min(end, onset + 0.95) : pulse.secondsAt(writtenEnd);
            if (!planned.isEmpty() && onset - planned.get(planned.size() - 1).onset() < SHORTEST) {
                PlannedNote before = planned.remove(planned.size() - 1);
                planned.add(new PlannedNote(
                        before.onset(),
                        next,
                        joined,
                        before.beat(),
                        before.degree(),
                        before.midi(),
                        before.velocity()));
                continue;
            }
            boolean cut = next - onset > LONGEST;
            int degree = last ? 7 * Math.round(note.degree() / 7f) : note.degree();
            int midi = tonic + composition.semitones(degree);
            planned.add(new PlannedNote(
                    onset,
                    cut ? onset + LONGEST : next,
                    joined && !cut,
                    note.beat(),
                    degree,
                    fit(midi),
                    velocity(note, i, written.size())));
        }
        return planned;
    }

    private int highest() {
        return performer.bowed() ? Bowing.openStrings(performer)[3] + Bowing.HIGHEST_FINGER : performer.highestNote();
    }

    private int lowest() {
        return performer == Performer.PIANO ? 62 : performer == Performer.VIBRAPHONE ? 57 : performer.lowestNote();
    }

    /** A tonic that puts the whole melody in the performer's range. */
    private int tonic(List<MelodyNote> written) {
        int low = 0;
        int high = 0;
        for (MelodyNote note : written) {
            low = Math.min(low, composition.semitones(note.degree()));
            high = Math.max(high, composition.semitones(note.degree()));
        }
        int lowestTonic = lowest() - low;
        int highestTonic = Math.max(lowestTonic, highest() - high);
        return lowestTonic + dice.below(highestTonic - lowestTonic + 1);
    }

    private int fit(int midi) {
        int fitted = midi;
        while (fitted > highest()) {
            fitted -= 12;
        }
        while (fitted < lowest()) {
            fitted += 12;
        }
        return fitted;
    }

    private double velocity(MelodyNote note, int index, int count) {
        double place = count < 2 ? 0.5 : (double) index / (count - 1);
        double arc = 0.10 * (4 * place * (1 - place) - 0.5);
        boolean strong = Math.abs(note.beat() % composition.beatsPerBar()) < 1e-6;
        double accent = strong ? 0.06 : Math.abs(note.beat() - Math.rint(note.beat())) < 1e-6 ? 0.02 : -0.03;
        double value = expression.level() + arc + accent + expression.levelSpread() * dice.bell();
        return Math.max(0.25, Math.min(1, value));
    }
}
