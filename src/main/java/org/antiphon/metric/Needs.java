package org.antiphon.metric;

import java.util.Locale;
import java.util.Optional;
import org.antiphon.clip.SampleRate;

/**
 * What must be given before a metric can be measured.
 *
 * @param given what is handed over, in words
 * @param reference whether the truth must be there to compare with
 * @param sameLength whether both sides must be equally long, within {@link SoundPair#TOLERANCE_SECONDS}
 * @param rate the rate that sounds are brought to; empty: that of the reference
 */
public record Needs(String given, boolean reference, boolean sameLength, Optional<SampleRate> rate) {

    /** Both sides, equally long, compared moment by moment. */
    public static Needs aligned(String given) {
        return new Needs(given, true, true, Optional.empty());
    }

    /** Both sides, of any length. */
    public static Needs anyLength(String given) {
        return new Needs(given, true, false, Optional.empty());
    }

    /** Nothing to compare with. */
    public static Needs withoutReference(String given) {
        return new Needs(given, false, false, Optional.empty());
    }

    /** The same with sounds brought to one rate. */
    public Needs at(SampleRate newRate) {
        return new Needs(given, reference, sameLength, Optional.of(newRate));
    }

    /** All of it as one phrase for people. */
    public String inWords() {
        return given
                + (reference ? "" : "; no reference")
                + (sameLength ? "; the same length within 40 ms" : "")
                + rate.map(r -> String.format(Locale.ROOT, "; compared at %s kHz", r.hertz() / 1000.0)
                                .replace(".0 kHz", " kHz"))
                        .orElse("");
    }
}
