package org.antiphon.generation;

import java.util.Optional;
import java.util.stream.Stream;

/** What an artifact is to its translation. */
enum Role {
    /** What was uploaded, in a form that browsers play. */
    ORIGINAL("original"),
    /** The first picture. */
    POSTER("poster"),
    /** The translated sound. */
    SOUND("sound"),
    /** The translated sound without loss. */
    SOUND_LOSSLESS("soundLossless"),
    /** The translation as a video: pictures and sound. */
    VIDEO("video"),
    /** The performance track that the translation went through. */
    TRACK("track"),
    /** The performance track heard in the original's own sound. */
    ORIGINAL_TRACK("originalTrack"),
    SPECTROGRAM("spectrogram"),
    ORIGINAL_SPECTROGRAM("originalSpectrogram"),
    /** Flow vectors for the overlay. */
    MOTION("motion");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The name in the database, in the API's links and in addresses. */
    String label() {
        return label;
    }

    static Optional<Role> ofLabel(String label) {
        return Stream.of(values()).filter(role -> role.label.equals(label)).findFirst();
    }
}
