package org.antiphon.signal;

import java.util.List;
import org.antiphon.clip.Note;
import org.antiphon.clip.Waveform;

/**
 * Writes down what notes a sound holds. Meant to be applied to a true and a generated sound alike, so that its own
 * errors weigh on both sides.
 *
 * @param onsets where notes begin
 * @param pitch follows the pitch where there is one voice
 */
public record NoteTranscriber(OnsetDetector onsets, PitchTracker pitch) {

    /** The setting used on both sides of every metric. */
    public static final NoteTranscriber STANDARD = new NoteTranscriber(OnsetDetector.STANDARD, PitchTracker.STANDARD);

    /** How many notes may sound at once. */
    public enum Voices {
        /** One after another: bowed strings, winds, voice. */
        ONE,
        /** Several at once, or ringing into each other: keyboards, mallets. */
        MANY
    }

    /** Notes in order of onset, after deciding by the sound itself how many voices it has. */
    public List<Note> notes(Waveform sound) {
        return notes(sound, voices(sound));
    }

    /** Notes in order of onset. */
    public List<Note> notes(Waveform sound, Voices voices) {
        return switch (voices) {
            case ONE -> MelodyNotes.of(pitch.track(sound), onsets.onsets(sound), sound.seconds());
            case MANY -> new ChordNotes(sound).notes(onsets.onsets(sound));
        };
    }

    /** Many voices, where notes are struck and fade; one, where they are held. */
    public Voices voices(Waveform sound) {
        float[] strength = onsets.strength(sound);
        return StruckOrHeld.struck(sound, strength, onsets.pick(strength)) ? Voices.MANY : Voices.ONE;
    }
}
