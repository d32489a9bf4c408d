package org.antiphon.dataset.etude;

import org.antiphon.clip.Seed;

/** A small random generator (SplitMix64) whose sequence is fixed by this code and not by a version of the JDK. */
final class Dice {

    private long state;

    Dice(Seed seed) {
        this.state = seed.value();
    }

    long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform in 0 to bound - 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Mean 0, deviation 1, never beyond ±3.5 (a sum of uniforms: no logarithm needed). */
    double bell() {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += uniform();
        }
        return (sum - 2) * 1.7320508075688772;
    }

    /** An index drawn in proportion to its weight. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
