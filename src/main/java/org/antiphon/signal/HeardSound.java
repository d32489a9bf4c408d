package org.antiphon.signal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.antiphon.clip.Note;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/**
 * What the standard detectors hear in one sound, each thing worked out once, when it is first asked for: several
 * metrics ask for the same. For one thread at a time.
 */
public final class HeardSound {

    private final Waveform sound;
    private final Map<NoteTranscriber.Voices, List<Note>> notes = new EnumMap<>(NoteTranscriber.Voices.class);
    private Waveform atModelRate;
    private float[] strength;
    private double[] onsets;
    private PitchTrack pitch;
    private NoteTranscriber.Voices voices;

    public HeardSound(Waveform sound) {
        this.sound = sound;
    }

    /** The sound itself. */
    public Waveform sound() {
        return sound;
    }

    /** The sound at {@link SampleRate#MODEL}, the rate that all detectors listen at. */
    public Waveform atModelRate() {
        if (atModelRate == null) {
            atModelRate = Resampler.to(sound, SampleRate.MODEL);
        }
        return atModelRate;
    }

    /** {@link OnsetDetector#strength}; not to be changed. */
    public float[] strength() {
        if (strength == null) {
            strength = OnsetDetector.STANDARD.strength(atModelRate());
        }
        return strength;
    }

    /** {@link OnsetDetector#onsets}; not to be changed. */
    public double[] onsets() {
        if (onsets == null) {
            onsets = OnsetDetector.STANDARD.pick(strength());
        }
        return onsets;
    }

    /** {@link PitchTracker#track}. */
    public PitchTrack pitch() {
        if (pitch == null) {
            pitch = PitchTracker.STANDARD.track(atModelRate());
        }
        return pitch;
    }

    /** Whether one voice is heard or several. */
    public NoteTranscriber.Voices voices() {
        if (voices == null) {
            voices = StruckOrHeld.struck(sound, strength(), onsets())
                    ? NoteTranscriber.Voices.MANY
                    : NoteTranscriber.Voices.ONE;
        }
        return voices;
    }

    /** Notes in order of onset, written down for so many voices. */
    public List<Note> notes(NoteTranscriber.Voices assumed) {
        return notes.computeIfAbsent(assumed, choice -> switch (choice) {
            case ONE -> MelodyNotes.of(pitch(), onsets(), sound.seconds());
            case MANY -> new ChordNotes(sound).notes(onsets());
        });
    }

    /** {@link Tempo#beatsPerMinute}. */
    public OptionalDouble beatsPerMinute() {
        return Tempo.beatsPerMinute(strength(), sound.seconds());
    }
}
