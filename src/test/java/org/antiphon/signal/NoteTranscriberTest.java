package org.antiphon.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.antiphon.clip.Note;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.NoteTranscriber.Voices;
import org.junit.jupiter.api.Test;

class NoteTranscriberTest {

    private static final double[] TIMES = {0.3, 0.7, 1.1, 1.5, 1.9};

    private static Waveform sound(double attack, double decay, int[]... chords) {
        float[] samples = Sounds.noise(0.0003, 2.6, 24_000, 4).samples();
        for (int i = 0; i < TIMES.length; i++) {
            for (int midi : chords[i]) {
                double hertz = 440 * Math.pow(2, (midi - 69) / 12.0);
                Sounds.addTone(samples, 24_000, TIMES[i], decay > 0 ? 0.6 : 0.4, hertz, 0.08, attack, decay);
            }
        }
        return new Waveform(samples, SampleRate.MODEL);
    }

    private static void assertNotes(List<Note> notes, double[] onsets, int[] midi) {
        assertThat(notes).hasSize(onsets.length);
        for (int i = 0; i < midi.length; i++) {
            assertThat(notes.get(i).onset()).isCloseTo(onsets[i], within(0.05));
            assertThat(notes.get(i).midi()).isCloseTo(midi[i], within(0.3));
        }
    }

    @Test
    void writesDownABowedMelody() {
        Waveform melody =
                sound(0.05, 0, new int[] {60}, new int[] {64}, new int[] {62}, new int[] {67}, new int[] {55});
        assertThat(NoteTranscriber.STANDARD.voices(melody)).isEqualTo(Voices.ONE);
        List<Note> notes = NoteTranscriber.STANDARD.notes(melody);
        assertNotes(notes, TIMES, new int[] {60, 64, 62, 67, 55});
        assertThat(notes.get(1).duration()).isCloseTo(0.4, within(0.08));
    }

    @Test
    void writesDownStruckChords() {
        Waveform chords =
                sound(0.002, 6, new int[] {60, 64}, new int[] {72}, new int[] {57, 62}, new int[] {69}, new int[] {67});
        assertThat(NoteTranscriber.STANDARD.voices(chords)).isEqualTo(Voices.MANY);
        assertNotes(
                NoteTranscriber.STANDARD.notes(chords),
                new double[] {0.3, 0.3, 0.7, 1.1, 1.1, 1.5, 1.9},
                new int[] {60, 64, 72, 57, 62, 69, 67});
    }

    @Test
    void tellsARepeatedNoteFromALongOne() {
        Waveform repeated =
                sound(0.03, 0, new int[] {60}, new int[] {60}, new int[] {60}, new int[] {60}, new int[] {60});
        assertThat(NoteTranscriber.STANDARD.notes(repeated, Voices.ONE)).hasSize(5);
    }

    @Test
    void writesNothingDownOfSilence() {
        Waveform silence = Waveform.silence(24_000, SampleRate.MODEL);
        assertThat(NoteTranscriber.STANDARD.notes(silence, Voices.ONE)).isEmpty();
        assertThat(NoteTranscriber.STANDARD.notes(silence, Voices.MANY)).isEmpty();
        assertThat(NoteTranscriber.STANDARD.notes(Waveform.silence(0, SampleRate.MODEL)))
                .isEmpty();
    }
}
