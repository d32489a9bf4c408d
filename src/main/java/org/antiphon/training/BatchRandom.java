package org.antiphon.training;

import java.util.random.RandomGenerator;

/** SplitMix64 (Steele et al. 2014) whose whole state is one number, so that a checkpoint can hold it. */
final class BatchRandom implements RandomGenerator {

    private long state;

    BatchRandom(long state) {
        this.state = state;
    }

    long state() {
        return state;
    }

    @Override
    public long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
