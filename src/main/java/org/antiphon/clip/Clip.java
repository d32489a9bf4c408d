package org.antiphon.clip;

import java.util.Optional;

/** What was decoded from one file: pictures, sound, or both, starting at the same instant. */
public record Clip(Optional<Frames> frames, Optional<Waveform> sound) {

    /** @throws IllegalArgumentException if there is neither picture nor sound */
    public Clip {
        if (frames.isEmpty() && sound.isEmpty()) {
            throw new IllegalArgumentException("a clip needs pictures or sound");
        }
    }

    /** The longer of pictures and sound, in seconds. */
    public double seconds() {
        return Math.max(
                frames.map(Frames::seconds).orElse(0.0),
                sound.map(Waveform::seconds).orElse(0.0));
    }
}
