package org.antiphon.clip;

/** One sounding note: onset and duration in seconds, pitch as measured mean f0 in hertz (URMP's {@code Notes_} row). */
public record Note(double onset, double hertz, double duration) {

    /** @throws IllegalArgumentException if a value is not finite, pitch not positive or a time negative */
    public Note {
        if (!(Double.isFinite(onset) && Double.isFinite(hertz) && Double.isFinite(duration))
                || onset < 0
                || hertz <= 0
                || duration < 0) {
            throw new IllegalArgumentException(
                    "note needs onset ≥ 0, pitch > 0 Hz, duration ≥ 0, was " + onset + ", " + hertz + ", " + duration);
        }
    }

    public double offset() {
        return onset + duration;
    }

    /** Pitch on the MIDI scale, 69 = 440 Hz, fractional. */
    public double midi() {
        return 69 + 12 * Math.log(hertz / 440) / Math.log(2);
    }
}
