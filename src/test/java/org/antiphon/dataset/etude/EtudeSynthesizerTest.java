package org.antiphon.dataset.etude;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.antiphon.clip.Note;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EtudeSynthesizerTest {

    private static final int RATE = 48_000;

    private static Performance take(Performer performer) {
        return Etude.plan(1, new Seed(7), List.of(performer)).get(0).performance();
    }

    @ParameterizedTest
    @EnumSource(Performer.class)
    void soundIsAsLongAsThePerformanceAndNeverClips(Performer performer) {
        Performance performance = take(performer);
        Waveform sound = EtudeSynthesizer.play(performance);
        assertThat(sound.length()).isEqualTo((int) Math.round(performance.seconds() * RATE));
        float peak = 0;
        for (float sample : sound.samples()) {
            peak = Math.max(peak, Math.abs(sample));
        }
        assertThat(peak).isBetween(0.1f, 0.96f);
        assertThat(decibels(sound, performance.notes().get(0).onset(), 5)).isBetween(-26.0, -16.0);
        assertThat(decibels(sound, 0, 0.3)).isBetween(-70.0, -52.0);
    }

    @ParameterizedTest
    @EnumSource(Performer.class)
    void lonelyNotesHaveTheAnnotatedPitch(Performer performer) {
        int right = 0;
        int tried = 0;
        for (Etude etude : Etude.plan(4, new Seed(11), List.of(performer))) {
            Performance performance = etude.performance();
            Waveform sound = EtudeSynthesizer.play(performance);
            for (EtudeNote note : performance.notes()) {
                boolean alone = performance.notes().stream()
                        .noneMatch(n -> n != note && n.onset() < note.offset() && n.offset() + 0.2 > note.onset());
                if (performer.bowed() || alone) {
                    double hertz = EtudeAnnotation.hertz(note, performance);
                    double heard = pitch(sound, 0.5 * (note.onset() + note.offset()), hertz);
                    tried++;
                    right += Math.abs(1200 * Math.log(heard / hertz) / Math.log(2)) < 40 ? 1 : 0;
                }
            }
        }
        assertThat(tried).isPositive();
        assertThat((double) right / tried).isGreaterThan(0.9);
    }

    @Test
    void aDownBowTapersAndAnUpBowSwells() {
        int agreeing = 0;
        int tried = 0;
        for (Etude etude : Etude.plan(6, new Seed(3), List.of(Performer.VIOLIN, Performer.CELLO))) {
            Performance performance = etude.performance();
            Waveform sound = EtudeSynthesizer.play(performance);
            for (BowStroke stroke : performance.strokes()) {
                double length = stroke.end() - stroke.start();
                if (length > 0.25) {
                    double early = decibels(sound, stroke.start() + 0.06, 0.3 * length);
                    double late = decibels(sound, stroke.start() + 0.65 * length, 0.25 * length);
                    tried++;
                    agreeing += early > late == stroke.down() ? 1 : 0;
                }
            }
        }
        assertThat((double) agreeing / tried).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @CsvSource({"VIOLIN, 1c8254d3275ac86a", "PIANO, 91b2072ff2302ed4"})
    void theSoundIsTheSameOnEveryMachine(Performer performer, String expected) {
        float[] samples = EtudeSynthesizer.play(take(performer)).samples();
        ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length);
        bytes.asFloatBuffer().put(samples);
        assertThat(new Checksum().add(bytes.array()).hex()).startsWith(expected);
    }

    @Test
    void theSoundRepeatsToTheBit() {
        Performance performance = take(Performer.CELLO);
        float[] first = EtudeSynthesizer.play(performance).samples();
        assertThat(Arrays.equals(first, EtudeSynthesizer.play(performance).samples()))
                .isTrue();
    }

    @Test
    void aNoteOfTheAnnotationIsAValidNote() {
        for (Performer performer : Performer.values()) {
            for (String line : EtudeAnnotation.notes(take(performer)).split("\n")) {
                String[] parts = line.split("\t");
                Note note = new Note(
                        Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
                assertThat(note.midi()).isBetween(30.0, 95.0);
            }
        }
    }

    private static double decibels(Waveform sound, double from, double seconds) {
        double power = 1e-12;
        int first = (int) (from * RATE);
        int count = Math.min(sound.length() - first, (int) (seconds * RATE));
        for (int i = 0; i < count; i++) {
            power += sound.samples()[first + i] * sound.samples()[first + i];
        }
        return 10 * Math.log10(power / count);
    }

    /** The lag within a fifth of what is expected at which the sound around {@code time} is most like itself. */
    private static double pitch(Waveform sound, double time, double expected) {
        int window = (int) (Math.max(0.04, 3 / expected) * RATE);
        int start = Math.min(sound.length() - 3 * window, Math.max(0, (int) (time * RATE) - window / 2));
        double best = -1;
        double bestLag = 1;
        for (double lag = RATE / expected / 1.5; lag < RATE / expected * 1.5; lag += RATE / expected / 400) {
            double product = 0;
            double energy = 1e-9;
            double other = 1e-9;
            for (int i = 0; i < window; i++) {
                double a = sound.samples()[start + i];
                int whole = (int) lag;
                double share = lag - whole;
                double b = sound.samples()[start + i + whole] * (1 - share)
                        + sound.samples()[start + i + whole + 1] * share;
                product += a * b;
                energy += a * a;
                other += b * b;
            }
            double likeness = product / Math.sqrt(energy * other);
            if (likeness > best) {
                best = likeness;
                bestLag = lag;
            }
        }
        return RATE / bestLag;
    }
}
