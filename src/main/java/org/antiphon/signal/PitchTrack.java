package org.antiphon.signal;

/**
 * One pitch over time, 100 values a second; value {@code i} belongs to the time i / 100.
 *
 * @param hertz fundamental frequency, 0 where nothing is heard to have one
 * @param clarity how periodic the sound is, 0 to 1, also where {@code hertz} is 0
 */
public record PitchTrack(float[] hertz, float[] clarity) {

    /** Values a second. */
    public static final int RATE = 100;

    /** @throws IllegalArgumentException if the arrays differ in length */
    public PitchTrack {
        if (hertz.length != clarity.length) {
            throw new IllegalArgumentException(
                    "pitch track of " + hertz.length + " values needs as many clarities, got " + clarity.length);
        }
    }

    /** Whether a pitch is heard at value {@code i}. */
    public boolean voiced(int i) {
        return hertz[i] > 0;
    }
}
