package org.antiphon.translation;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The ways from a performance track to sound. */
public enum Synthesis {
    /** A spectrogram, by regression and flow matching, that the vocoder plays. */
    SPECTROGRAM("spectrogram"),
    /** Tokens that a transformer says, made a spectrogram by the codec, that the vocoder plays. */
    TOKENS("tokens"),
    /** Harmonics and noise by formula, without a trained number. */
    HARMONIC("harmonic");

    private final String label;

    Synthesis(String label) {
        this.label = label;
    }

    /** As it is written in commands and settings. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException naming those that there are */
    public static Synthesis ofLabel(String label) {
        return Arrays.stream(values())
                .filter(synthesis -> synthesis.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(Synthesis::label).collect(Collectors.joining(", ")) + ", was "
                        + label));
    }
}
