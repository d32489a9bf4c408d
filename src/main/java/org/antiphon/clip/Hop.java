package org.antiphon.clip;

/** Distance between two neighbouring analysis frames, in samples (never a rate). */
public record Hop(int samples) {

    /** 240 samples at 24 kHz: 100 mel frames a second. */
    public static final Hop MODEL = new Hop(240);

    /** @throws IllegalArgumentException if {@code samples} is not positive */
    public Hop {
        if (samples <= 0) {
            throw new IllegalArgumentException("hop must be positive, was " + samples + " samples");
        }
    }
}
