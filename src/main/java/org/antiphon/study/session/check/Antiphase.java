package org.antiphon.study.session.check;

import org.antiphon.clip.Decibels;
import org.antiphon.clip.SampleRate;

/**
 * Three tones of 200 Hz, of which one is softer and one is inverted in one ear. Which is the softest? With headphones the
 * softer one; over loudspeakers the inverted one cancels itself and seems to be. The headphone test of Woods et al. (2017).
 */
final class Antiphase {

    private static final double FREQUENCY = 200;
    private static final double SECONDS = 1;
    private static final double LEVEL = 0.1;
    private static final Decibels SOFTER = new Decibels(-6);

    private Antiphase() {}

    /** The three kinds of tone. */
    enum Tone {
        PLAIN,
        SOFTER,
        INVERTED
    }

    static StereoSound of(Tone tone, SampleRate rate) {
        int length = (int) Math.round(SECONDS * rate.hertz());
        double level = tone == Tone.SOFTER ? LEVEL * SOFTER.amplitude() : LEVEL;
        double[] left = new double[length];
        double[] right = new double[length];
        for (int i = 0; i < length; i++) {
            left[i] = level * Math.sin(2 * Math.PI * FREQUENCY * i / rate.hertz());
            right[i] = tone == Tone.INVERTED ? -left[i] : left[i];
        }
        return new StereoSound(HugginsPitch.faded(left, rate), HugginsPitch.faded(right, rate));
    }
}
