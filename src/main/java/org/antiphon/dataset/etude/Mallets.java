package org.antiphon.dataset.etude;

import java.util.ArrayList;
import java.util.List;

/** A melody for two mallets: which one strikes what, and where a second note is added below. */
final class Mallets {

    /** One mallet never strikes twice within this time, in seconds. */
    static final double RECOVERY = 0.15;

    /** The further the next bar, the more time a mallet needs: seconds per semitone. */
    static final double TRAVEL = 0.006;

    /** The mallet that does not strike follows the other, no further than this many semitones away. */
    private static final int IDLE_DISTANCE = 6;

    private final Composition composition;
    private final List<PlannedNote> melody;
    private final Performer performer;
    private final Expression expression;
    private final Tuning tuning;
    private final Dice dice;
    private final double dyads;
    private final double[] lastStrike = {-10, -10};
    private final int[] bar = {62, 76};
    private int lastHand = 1;

    Mallets(
            Composition composition,
            List<PlannedNote> melody,
            Performer performer,
            Expression expression,
            Tuning tuning,
            Dice dice) {
        this.composition = composition;
        this.melody = melody;
        this.performer = performer;
        this.expression = expression;
        this.tuning = tuning;
        this.dice = dice;
        this.dyads = dice.between(0.05, 0.4);
    }

    List<EtudeNote> notes() {
        List<EtudeNote> notes = new ArrayList<>();
        for (int i = 0; i < melody.size(); i++) {
            PlannedNote note = melody.get(i);
            int below = below(note);
            boolean strong = Math.abs(note.beat() - Math.rint(note.beat())) < 1e-6;
            boolean both = strong
                    && below >= performer.lowestNote()
                    && dice.chance(dyads)
                    && ready(0, below, note.onset())
                    && ready(1, note.midi(), note.onset());
            double offset = offset(note);
            if (both) {
                notes.add(strike(0, below, note, offset, 0.9));
                notes.add(strike(1, note.midi(), note, offset, 1));
            } else {
                notes.add(strike(hand(note), note.midi(), note, offset, 1));
            }
        }
        return Voices.clean(notes);
    }

    /** A third or a sixth under a melody note, within the scale. */
    private int below(PlannedNote note) {
        int step = Math.floorMod(note.degree() + composition.chordAt(note.beat()), 2) == 0 ? 2 : 5;
        return note.midi() - (composition.semitones(note.degree()) - composition.semitones(note.degree() - step));
    }

    private double offset(PlannedNote note) {
        double share = Math.max(0.6, Math.min(0.97, expression.articulation() + 0.04 * dice.bell()));
        return note.onset() + Math.max(0.12, note.span() * share);
    }

    private boolean ready(int hand, int midi, double onset) {
        return onset - lastStrike[hand] >= RECOVERY + TRAVEL * Math.abs(midi - bar[hand]);
    }

    private int hand(PlannedNote note) {
        double best = Double.POSITIVE_INFINITY;
        int chosen = 0;
        for (int hand = 0; hand < 2; hand++) {
            int distance = Math.abs(note.midi() - bar[hand]);
            boolean crossed = hand == 0 ? note.midi() > bar[1] : note.midi() < bar[0];
            double since = note.onset() - lastStrike[hand];
            double cost = 0.08 * distance
                    + (crossed ? 0.7 : 0)
                    + (hand == lastHand ? 0.9 : 0)
                    + (since < 0.4 ? 0.4 : 0)
                    + (ready(hand, note.midi(), note.onset()) ? 0 : 20)
                    + (since < RECOVERY ? 1000 : 0);
            if (cost < best) {
                best = cost;
                chosen = hand;
            }
        }
        return chosen;
    }

    private EtudeNote strike(int hand, int midi, PlannedNote note, double offset, double share) {
        lastStrike[hand] = note.onset();
        lastHand = hand;
        bar[hand] = midi;
        int near = hand == 0 ? midi + IDLE_DISTANCE : midi - IDLE_DISTANCE;
        bar[1 - hand] = hand == 0 ? Math.min(bar[1], near) : Math.max(bar[0], near);
        return new EtudeNote(note.onset(), offset, midi, tuning.hertz(midi), note.velocity() * share, -1, -1, hand, -1);
    }
}
