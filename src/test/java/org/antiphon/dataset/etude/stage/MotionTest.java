package org.antiphon.dataset.etude.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.antiphon.dataset.etude.BowStroke;
import org.antiphon.dataset.etude.EtudeNote;
import org.antiphon.dataset.etude.Intention;
import org.antiphon.dataset.etude.Performance;
import org.antiphon.dataset.etude.Performer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MotionTest {

    private static final Fingerboard BOARD = new Fingerboard(164, 5.8, 8);

    @ParameterizedTest
    @EnumSource(names = {"VIOLIN", "CELLO"})
    void bowTravelsOneWayWithinAStrokeAndTurnsWhereTheNextBegins(Performer performer) {
        Performance piece = Pieces.of(performer, Intention.HAPPY, 1);
        BowMotion bow = new BowMotion(piece);
        for (BowStroke stroke : piece.strokes()) {
            double sign = stroke.down() ? 1 : -1;
            double last = bow.place(stroke.start());
            for (double t = stroke.start() + 0.01; t < stroke.end(); t += 0.01) {
                double now = bow.place(t);
                assertThat(sign * (now - last)).isPositive();
                last = now;
            }
            assertThat(bow.lift(stroke.start() + 0.001)).isLessThan(0.01);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VIOLIN", "CELLO"})
    void bowTravelFollowsTheLengthOfTheStroke(Performer performer) {
        Performance piece = Pieces.of(performer, Intention.HAPPY, 1);
        BowMotion bow = new BowMotion(piece);
        for (BowStroke stroke : piece.strokes()) {
            double travel = Math.abs(bow.place(stroke.end() - 1e-6) - bow.place(stroke.start()));
            assertThat(travel).isCloseTo(stroke.length(), within(0.3));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VIOLIN", "CELLO"})
    void bowIsOnTheStringOfTheNoteAtItsOnset(Performer performer) {
        Performance piece = Pieces.of(performer, Intention.SAD, 1);
        BowMotion bow = new BowMotion(piece);
        for (EtudeNote note : piece.notes()) {
            assertThat(bow.string(note.onset())).isCloseTo(note.string(), within(1e-9));
        }
    }

    @Test
    void bowLeavesTheStringInALongRest() {
        Performance piece = Pieces.of(Performer.VIOLIN, Intention.SAD, 1);
        assertThat(new BowMotion(piece).lift(0.1)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"VIOLIN", "CELLO"})
    void fingerIsAtItsPlaceShortlyBeforeTheNote(Performer performer) {
        Performance piece = Pieces.of(performer, Intention.HAPPY, 1);
        FingerMotion fingers = new FingerMotion(piece, BOARD);
        for (EtudeNote note : piece.notes()) {
            for (double t : new double[] {note.onset() - 0.035, note.onset()}) {
                int finger = fingers.pressing(t);
                assertThat(finger >= 0).isEqualTo(note.finger() > 0);
                if (finger >= 0) {
                    double place = 164 * (1 - Math.pow(2, -note.finger() / 12.0));
                    Point tip = fingers.tip(finger, t);
                    assertThat(tip.x()).isCloseTo(place, within(0.3));
                    assertThat(tip.y()).isCloseTo(BOARD.across(note.string(), place), within(1e-6));
                }
            }
        }
    }

    @Test
    void openStringIsPlayedWithLiftedFingers() {
        Performance piece = Pieces.of(Performer.VIOLIN, Intention.HAPPY, 1);
        FingerMotion fingers = new FingerMotion(piece, BOARD);
        double onset = piece.notes().get(2).onset();
        for (int k = 0; k < 4; k++) {
            Point tip = fingers.tip(k, onset);
            assertThat(tip.y()).isGreaterThan(BOARD.halfWidth(tip.x()));
        }
    }

    @Test
    void vibratoMovesTheFingerVisibly() {
        Performance piece = Pieces.of(Performer.VIOLIN, Intention.HAPPY, 1);
        FingerMotion fingers = new FingerMotion(piece, BOARD);
        EtudeNote note = piece.notes().get(0);
        double least = 1e9;
        double most = -1e9;
        for (double t = note.onset() + 0.1; t < note.offset() - 0.14; t += 0.005) {
            double x = fingers.tip(fingers.pressing(t), t).x();
            least = Math.min(least, x);
            most = Math.max(most, x);
        }
        assertThat(most - least).isBetween(2.5, 5.0);
    }

    @Test
    void malletTouchesItsBarExactlyAtTheOnsetAndFallsFromAbove() {
        Performance piece = Pieces.of(Performer.VIBRAPHONE, Intention.HAPPY, 1);
        Keys keys = new Keys(53, 89, 226);
        for (int hand = 0; hand < 2; hand++) {
            MalletMotion mallet =
                    new MalletMotion(piece.notes(), hand, m -> new Point(keys.x(m), 0), new Point(128, 0));
            for (EtudeNote note : piece.notes()) {
                if (note.hand() == hand) {
                    MalletMotion.Position strike = mallet.at(note.onset());
                    assertThat(strike.height()).isCloseTo(0, within(1e-6));
                    assertThat(strike.over().x()).isCloseTo(keys.x(note.midi()), within(1e-6));
                    assertThat(mallet.at(note.onset() - 0.08).height()).isGreaterThan(18);
                    assertThat(mallet.at(note.onset() + 0.1).height()).isGreaterThan(15);
                }
            }
        }
    }

    @Test
    void keyIsDownExactlyWhileItsNoteSounds() {
        EtudeNote note = new EtudeNote(1, 1.5, 60, 261.6, 0.7, -1, -1, 1, -1);
        assertThat(KeyHand.pressed(note, 0.965, 1.5)).isZero();
        assertThat(KeyHand.pressed(note, 1.0, 1.5)).isEqualTo(1);
        assertThat(KeyHand.pressed(note, 1.5, 1.5)).isEqualTo(1);
        assertThat(KeyHand.pressed(note, 1.545, 1.5)).isZero();
    }

    @Test
    void aFingertipIsOnTheKeyAtTheOnset() {
        Performance piece = Pieces.of(Performer.PIANO, Intention.HAPPY, 1);
        Keys keys = new Keys(48, 84, 234);
        for (int hand = 0; hand < 2; hand++) {
            KeyHand motion = new KeyHand(piece.notes(), hand == 1, keys, m -> new Point(keys.x(m), 0));
            for (EtudeNote note : piece.notes()) {
                if (note.hand() == hand) {
                    double nearest = 1e9;
                    for (int f = 0; f < 5; f++) {
                        Point tip = motion.tip(f, note.onset(), -10);
                        nearest = Math.min(nearest, Math.abs(tip.x() - keys.x(note.midi())));
                    }
                    assertThat(nearest).isLessThan(0.01);
                }
            }
        }
    }

    @Test
    void lowNotesAreAtThePlayersLeft() {
        Keys keys = new Keys(48, 84, 234);
        for (int midi = 48; midi < 84; midi++) {
            assertThat(keys.x(midi + 1)).isLessThan(keys.x(midi));
        }
        assertThat(keys.x(48) - keys.x(84)).isGreaterThan(220);
    }
}
