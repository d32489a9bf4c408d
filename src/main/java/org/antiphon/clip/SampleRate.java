package org.antiphon.clip;

/** Samples per second of a waveform, in hertz. */
public record SampleRate(int hertz) {

    /** 24 kHz: the rate of every waveform the models read or write. */
    public static final SampleRate MODEL = new SampleRate(24_000);

    /** 48 kHz: the rate of recordings in URMP. */
    public static final SampleRate STUDIO = new SampleRate(48_000);

    /** @throws IllegalArgumentException if {@code hertz} is not positive */
    public SampleRate {
        if (hertz <= 0) {
            throw new IllegalArgumentException("sample rate must be positive, was " + hertz + " Hz");
        }
    }

    /** The duration of {@code samples} samples, in seconds. */
    public double seconds(long samples) {
        return (double) samples / hertz;
    }
}
