package org.antiphon.dashboard.monitor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something about a participant that one should look at. It excludes nobody.
 *
 * @param why as a sentence, with numbers
 */
record Flag(Kind kind, String why) {

    /** What there is to look at. */
    enum Kind {
        /** Pages were answered faster than one can listen. */
        @JsonProperty("fast")
        FAST,
        /** The same was answered again and again. */
        @JsonProperty("straight")
        STRAIGHT,
        /** Clips were judged that were not, or hardly, played. */
        @JsonProperty("unheard")
        UNHEARD,
        /** Other checks of the study were failed. */
        @JsonProperty("checks")
        CHECKS,
        /** The device changed midway, or is a program. */
        @JsonProperty("device")
        DEVICE;

        static Optional<Kind> named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }
    }
}
