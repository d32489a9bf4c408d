package org.antiphon.clip;

/** A level on a logarithmic scale; what it is relative to is said where it is used (dBFS, LU, dB SNR). */
public record Decibels(double value) {

    public static Decibels ofPower(double ratio) {
        return new Decibels(10 * Math.log10(ratio));
    }

    public static Decibels ofAmplitude(double ratio) {
        return new Decibels(20 * Math.log10(ratio));
    }

    /** The factor by which an amplitude changes. */
    public double amplitude() {
        return Math.pow(10, value / 20);
    }
}
