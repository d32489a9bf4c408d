package org.antiphon.model.sampler;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.antiphon.clip.Seed;

/** Normal noise that is a function of seed and position alone, so that windows of one long sample agree. */
public final class Noise {

    private final Seed seed;

    public Noise(Seed seed) {
        this.seed = seed;
    }

    /** Rows {@code from} to {@code from + rows} of an endless array with {@code width} numbers a row. */
    public float[] rows(int from, int rows, int width) {
        float[] out = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            RandomGenerator random = new SplittableRandom(
                    seed.derive(Integer.toString(from + row)).value());
            for (int i = 0; i < width; i++) {
                out[row * width + i] = (float) random.nextGaussian();
            }
        }
        return out;
    }
}
