package org.antiphon.metric.pesq;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Complex Fourier transform of a power-of-two length, in place, whose bins lie in bit-reversed order: bin {@code k} of a
 * transform of {@code 2^m} points lies at the reversed {@code m} bits of {@code k}. For products of spectra the order does
 * not matter, and the permutation is saved. A plan holds only tables and may be shared between threads.
 */
final class UnorderedFft {

    /*
     * Radix 4, decimation in frequency forward and in time backward (Gentleman and Sande 1966; Cooley and Tukey 1965).
     * The two inner outputs of a butterfly change places, which turns base-4 digit reversal into bit reversal. Lengths
     * that are no power of 4 end with one step of radix 2. Large transforms are divided depth first, so that all later
     * steps of a quarter find it in the cache.
     */

    private static final int SMALLEST = 8;
    private static final int IN_CACHE = 2048;
    private static final int LARGEST_KEPT = 1 << 18;
    private static final Map<Integer, UnorderedFft> PLANS = new ConcurrentHashMap<>();

    private final int size;

    /** For each log2 of a block's length: cos and sin of the three factors of each butterfly, six numbers together. */
    private final double[][] factors;

    private UnorderedFft(int size) {
        this.size = size;
        this.factors = new double[Integer.SIZE][];
        for (int block = size; block > SMALLEST; block /= 4) {
            factors[Integer.numberOfTrailingZeros(block)] = factors(block);
        }
    }

    private static double[] factors(int block) {
        double[] table = new double[6 * (block / 4)];
        for (int k = 0; k < block / 4; k++) {
            for (int power = 1; power <= 3; power++) {
                double angle = -2 * Math.PI * power * k / block;
                table[6 * k + 2 * power - 2] = Math.cos(angle);
                table[6 * k + 2 * power - 1] = Math.sin(angle);
            }
        }
        return table;
    }

    /**
     * The plan for {@code size} points.
     *
     * @throws IllegalArgumentException if {@code size} is not a power of two of at least 8
     */
    static UnorderedFft of(int size) {
        if (size < SMALLEST || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("transform size must be a power of two of at least 8, was " + size);
        }
        return size > LARGEST_KEPT ? new UnorderedFft(size) : PLANS.computeIfAbsent(size, UnorderedFft::new);
    }

    int size() {
        return size;
    }

    /** Where bin {@code k} lies, and which bin lies at {@code k}. */
    int reversed(int k) {
        return Integer.reverse(k) >>> (Integer.numberOfLeadingZeros(size) + 1);
    }

    /** Replaces the first {@code size} elements by {@code Σ x[n]·exp(-2πi·kn/N)}, in bit-reversed order. */
    void forward(double[] re, double[] im) {
        forward(re, im, 0, size);
    }

    /** Undoes {@link #forward}, but for a factor: what comes out is {@code size} times too large. */
    void inverse(double[] re, double[] im) {
        inverse(re, im, 0, size);
    }

    private void forward(double[] re, double[] im, int start, int length) {
        if (length > IN_CACHE) {
            Butterflies.spread(factorsOf(length), re, im, start, length / 4);
            for (int quarter = 0; quarter < 4; quarter++) {
                forward(re, im, start + quarter * (length / 4), length / 4);
            }
            return;
        }
        int block = length;
        for (; block > SMALLEST; block /= 4) {
            if (block == 16) {
                Butterflies.spreadSixteens(factors[4], re, im, start, start + length);
            } else {
                for (int at = start; at < start + length; at += block) {
                    Butterflies.spread(factorsOf(block), re, im, at, block / 4);
                }
            }
        }
        if (block == SMALLEST) {
            Butterflies.halveEights(re, im, start, start + length);
        }
        Butterflies.spreadFours(re, im, start, start + length);
    }

    private void inverse(double[] re, double[] im, int start, int length) {
        if (length > IN_CACHE) {
            for (int quarter = 0; quarter < 4; quarter++) {
                inverse(re, im, start + quarter * (length / 4), length / 4);
            }
            Butterflies.gather(factorsOf(length), re, im, start, length / 4);
            return;
        }
        Butterflies.gatherFours(re, im, start, start + length);
        int block = Integer.numberOfTrailingZeros(length) % 2 == 0 ? 16 : 32;
        if (block == 32) {
            Butterflies.joinEights(re, im, start, start + length);
        }
        for (; block <= length; block *= 4) {
            if (block == 16) {
                Butterflies.gatherSixteens(factors[4], re, im, start, start + length);
            } else {
                for (int at = start; at < start + length; at += block) {
                    Butterflies.gather(factorsOf(block), re, im, at, block / 4);
                }
            }
        }
    }

    private double[] factorsOf(int block) {
        return factors[Integer.numberOfTrailingZeros(block)];
    }
}
