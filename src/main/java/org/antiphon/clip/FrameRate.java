package org.antiphon.clip;

/** Pictures per second as an exact fraction, so that 29.97 is 30000/1001. */
public record FrameRate(int numerator, int denominator) {

    /** 25 frames per second: the rate at which the models see. */
    public static final FrameRate MODEL = new FrameRate(25, 1);

    /** @throws IllegalArgumentException if either part is not positive */
    public FrameRate {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException("frame rate must be positive, was " + numerator + "/" + denominator);
        }
    }

    public double perSecond() {
        return (double) numerator / denominator;
    }

    /** The start of frame {@code index}, in seconds. */
    public double secondsAt(long index) {
        return (double) index * denominator / numerator;
    }
}
