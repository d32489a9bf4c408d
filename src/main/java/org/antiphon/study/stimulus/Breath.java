package org.antiphon.study.stimulus;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;

/**
 * Noise below hearing, another for each take of a sound: triangular between plus and minus one step of 16 bits, the dither
 * of a compact disc at −98 dB below full scale. What is encoded after it differs in its coded frames and in what they
 * decode to.
 */
final class Breath {

    private static final float STEP = 1f / (1 << 15);

    private Breath() {}

    /** The sound with noise; the same from the same sound and name. */
    static Waveform on(Waveform sound, String take) {
        SplittableRandom random = random(sound, take);
        float[] samples = sound.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            double up = random.nextDouble();
            double down = random.nextDouble();
            samples[i] += STEP * (float) (up - down);
        }
        return new Waveform(samples, sound.rate());
    }

    /** Chance that follows from a sound, which participants do not have, and a name. */
    static SplittableRandom random(Waveform sound, String take) {
        return new SplittableRandom(
                new Seed(Arrays.hashCode(sound.samples())).derive(take).value());
    }
}
