package org.antiphon.dataset.etude;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antiphon.clip.Seed;
import org.junit.jupiter.api.Test;

/** What must hold for every performance, tried on many seeds. */
class PerformanceTest {

    private static final List<Etude> MANY = Etude.plan(240, new Seed(99), List.of(Performer.values()));

    private static void all(Consumer<Performance> property, Performer... performers) {
        for (Etude etude : MANY) {
            if (List.of(performers).contains(etude.performer())) {
                property.accept(etude.performance());
            }
        }
    }

    private static void all(Consumer<Performance> property) {
        all(property, Performer.values());
    }

    @Test
    void silenceSurroundsTheNotesAndTheLengthIsSixToEightSecondsOfWholeFrames() {
        all(performance -> {
            assertThat(performance.seconds()).isBetween(6.0, 8.0);
            assertThat(performance.seconds() * 25).isEqualTo(Math.rint(performance.seconds() * 25));
            double last = performance.notes().stream()
                    .mapToDouble(EtudeNote::offset)
                    .max()
                    .orElseThrow();
            assertThat(performance.notes().get(0).onset()).isGreaterThanOrEqualTo(0.3);
            assertThat(performance.seconds() - last).isGreaterThanOrEqualTo(0.3);
        });
    }

    @Test
    void notesAreInRangeInOrderAndLastLongEnough() {
        all(performance -> {
            double before = 0;
            for (EtudeNote note : performance.notes()) {
                assertThat(note.midi())
                        .isBetween(
                                performance.performer().lowestNote(),
                                performance.performer().highestNote());
                assertThat(note.onset()).isGreaterThanOrEqualTo(before);
                assertThat(note.offset() - note.onset()).isBetween(0.05, 1.4);
                assertThat(note.velocity()).isBetween(0.1, 1.0);
                assertThat(1200 * Math.log(note.hertz() / (440 * Math.pow(2, (note.midi() - 69) / 12.0))) / Math.log(2))
                        .isBetween(-12.1, 12.1);
                before = note.onset();
            }
        });
    }

    @Test
    void mostNotesLastBetweenAFifthOfASecondAndASecond() {
        List<Double> lengths = new ArrayList<>();
        all(performance -> performance.notes().forEach(note -> lengths.add(note.offset() - note.onset())));
        long usual =
                lengths.stream().filter(length -> length > 0.14 && length < 1.0).count();
        assertThat(usual / (double) lengths.size()).isGreaterThan(0.9);
    }

    @Test
    void aPerformanceHasEnoughNotesToLearnFrom() {
        all(performance -> assertThat(performance.notes().size()).isGreaterThanOrEqualTo(5));
        double mean = MANY.stream()
                .mapToInt(etude -> etude.performance().notes().size())
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(12.0, 30.0);
    }

    @Test
    void everyBowedNoteLiesUnderAFingerOnItsString() {
        all(
                performance -> {
                    int[] open = Bowing.openStrings(performance.performer());
                    for (EtudeNote note : performance.notes()) {
                        assertThat(note.string()).isBetween(0, 3);
                        assertThat(note.finger()).isBetween(0, 9);
                        assertThat(note.midi()).isEqualTo(open[note.string()] + note.finger());
                    }
                },
                Performer.VIOLIN,
                Performer.CELLO);
    }

    @Test
    void strokesAlternateUnlessThereWasTimeToLiftTheBow() {
        all(
                performance -> {
                    List<BowStroke> strokes = performance.strokes();
                    for (int i = 1; i < strokes.size(); i++) {
                        assertThat(strokes.get(i).start())
                                .isGreaterThan(strokes.get(i - 1).end() + 0.015);
                        boolean lifted =
                                strokes.get(i).start() - strokes.get(i - 1).end() > 0.6;
                        assertThat(strokes.get(i).down() != strokes.get(i - 1).down() || lifted)
                                .isTrue();
                        assertThat(strokes.get(i).length()).isBetween(0.1, 1.0);
                    }
                },
                Performer.VIOLIN,
                Performer.CELLO);
    }

    @Test
    void aStrokeBeginsWithItsFirstNoteAndSlursAtMostThree() {
        all(
                performance -> {
                    for (int s = 0; s < performance.strokes().size(); s++) {
                        int stroke = s;
                        List<EtudeNote> notes = performance.notes().stream()
                                .filter(n -> n.stroke() == stroke)
                                .toList();
                        assertThat(notes).hasSizeBetween(1, 3);
                        assertThat(notes.get(0).onset())
                                .isEqualTo(performance.strokes().get(s).start());
                        assertThat(notes.get(notes.size() - 1).offset())
                                .isEqualTo(performance.strokes().get(s).end());
                        for (int i = 1; i < notes.size(); i++) {
                            assertThat(notes.get(i).midi())
                                    .isNotEqualTo(notes.get(i - 1).midi());
                        }
                    }
                },
                Performer.VIOLIN,
                Performer.CELLO);
    }

    @Test
    void aMalletHasTimeToRecover() {
        all(
                performance -> {
                    for (int hand = 0; hand < 2; hand++) {
                        double before = -1;
                        for (EtudeNote note : performance.notes()) {
                            if (note.hand() == hand) {
                                assertThat(note.onset() - before).isGreaterThanOrEqualTo(Mallets.RECOVERY);
                                before = note.onset();
                            }
                        }
                    }
                },
                Performer.VIBRAPHONE);
    }

    @Test
    void handsOnTheKeyboardStayWithinReachAndDoNotCross() {
        all(
                performance -> {
                    for (EtudeNote now : performance.notes()) {
                        List<EtudeNote> sounding = performance.notes().stream()
                                .filter(n -> n.onset() <= now.onset() && n.offset() > now.onset())
                                .toList();
                        assertThat(sounding).hasSizeLessThanOrEqualTo(5);
                        List<Integer> left = keys(sounding, 0);
                        List<Integer> right = keys(sounding, 1);
                        for (List<Integer> hand : List.of(left, right)) {
                            if (!hand.isEmpty()) {
                                assertThat(hand.get(hand.size() - 1) - hand.get(0))
                                        .isLessThanOrEqualTo(KeyboardHands.REACH);
                            }
                        }
                        if (!left.isEmpty() && !right.isEmpty()) {
                            assertThat(left.get(left.size() - 1)).isLessThan(right.get(0));
                        }
                    }
                },
                Performer.PIANO);
    }

    private static List<Integer> keys(List<EtudeNote> notes, int hand) {
        return notes.stream()
                .filter(n -> n.hand() == hand)
                .map(EtudeNote::midi)
                .sorted()
                .collect(Collectors.toList());
    }

    @Test
    void frequencyFollowsTheNotesWithinASemitone() {
        all(
                performance -> {
                    assertThat(performance.f0()).hasSize((int) Math.round(performance.seconds() * 100));
                    for (EtudeNote note : performance.notes()) {
                        int i = (int) Math.ceil(note.onset() * 100) + 2;
                        assertThat(12 * Math.log(performance.f0()[i] / note.hertz()) / Math.log(2))
                                .isBetween(-1.0, 1.0);
                    }
                    assertThat(IntStream.range(0, 30).allMatch(i -> performance.f0()[i] == 0))
                            .isTrue();
                },
                Performer.VIOLIN,
                Performer.CELLO);
    }

    @Test
    void anIntentionIsHeardInTempoStrengthAndConnection() {
        double[] tempo = new double[4];
        double[] strength = new double[4];
        int[] count = new int[4];
        for (Etude etude : MANY) {
            Performance performance = etude.performance();
            int i = etude.intention().ordinal();
            tempo[i] += performance.tempo();
            strength[i] += performance.notes().stream()
                    .mapToDouble(EtudeNote::velocity)
                    .average()
                    .orElseThrow();
            count[i]++;
        }
        for (int i = 0; i < 4; i++) {
            tempo[i] /= count[i];
            strength[i] /= count[i];
        }
        assertThat(tempo[Intention.SAD.ordinal()]).isLessThan(tempo[Intention.HAPPY.ordinal()] - 30);
        assertThat(tempo[Intention.TENDER.ordinal()]).isLessThan(tempo[Intention.ANGRY.ordinal()] - 30);
        assertThat(strength[Intention.SAD.ordinal()]).isLessThan(strength[Intention.HAPPY.ordinal()] - 0.15);
        assertThat(strength[Intention.HAPPY.ordinal()]).isLessThan(strength[Intention.ANGRY.ordinal()]);
    }

    @Test
    void takesOfOneCompositionDifferInIntentionAndPerformerAndShareASplit() {
        MANY.stream().collect(Collectors.groupingBy(Etude::composition)).forEach((composition, takes) -> {
            assertThat(takes).hasSizeBetween(1, 3);
            assertThat(takes.stream().map(Etude::intention).distinct()).hasSameSizeAs(takes);
            assertThat(takes.stream().map(Etude::performer).distinct()).hasSameSizeAs(takes);
            assertThat(takes.stream().map(Etude::split).distinct()).hasSize(1);
        });
    }
}
