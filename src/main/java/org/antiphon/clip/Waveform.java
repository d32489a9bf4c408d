package org.antiphon.clip;

/** Mono sound: samples nominally in [-1, 1] at a rate. May be empty; never holds NaN or infinity. */
public record Waveform(float[] samples, SampleRate rate) {

    /** @throws IllegalArgumentException naming the first sample that is not finite */
    public Waveform {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new IllegalArgumentException("sample " + i + " is " + samples[i] + ", must be finite");
            }
        }
    }

    public static Waveform silence(int samples, SampleRate rate) {
        return new Waveform(new float[samples], rate);
    }

    public int length() {
        return samples.length;
    }

    public double seconds() {
        return rate.seconds(samples.length);
    }
}
