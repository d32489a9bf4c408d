package org.antiphon.translation;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long stretch into windows that overlap, and joins what was made of them by fading from one to the next. */
final class Windows {

    /** Positions {@code start} (inclusive) to {@code end} (exclusive). */
    record Window(int start, int end) {

        int length() {
            return end - start;
        }
    }

    private final int rows;
    private final int total;
    private final float[] sums;
    private final float[] weights;

    /** @param rows channels of what is joined, @param total its length */
    Windows(int rows, int total) {
        this.rows = rows;
        this.total = total;
        sums = new float[rows * total];
        weights = new float[total];
    }

    /**
     * Windows of {@code size} that cover 0 to {@code total}, neighbours sharing {@code overlap}; the last may be shorter.
     *
     * @throws IllegalArgumentException if windows would not move on
     */
    static List<Window> cover(int total, int size, int overlap) {
        if (size <= 0 || overlap < 0 || overlap * 2 > size) {
            throw new IllegalArgumentException("windows of " + size + " cannot overlap by " + overlap);
        }
        List<Window> windows = new ArrayList<>();
        int start = 0;
        do {
            windows.add(new Window(start, Math.min(total, start + size)));
            start += size - overlap;
        } while (start + overlap < total);
        return windows;
    }

    /**
     * Adds a window's values, row-major {@code [row * stride + position]}, with a weight that rises over {@code fade}
     * positions at its start and falls at its end, except at the ends of the whole.
     */
    void add(float[] values, int stride, int start, int length, int fade) {
        for (int i = 0; i < length && start + i < total; i++) {
            float in = start == 0 ? 1 : Math.min(1, (i + 0.5f) / fade);
            float out = start + length >= total ? 1 : Math.min(1, (length - i - 0.5f) / fade);
            float weight = Math.min(in, out);
            weights[start + i] += weight;
            for (int row = 0; row < rows; row++) {
                sums[row * total + start + i] += weight * values[row * stride + i];
            }
        }
    }

    /** The joined values, row-major {@code [row * total + position]}. */
    float[] joined() {
        float[] out = new float[sums.length];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < total; i++) {
                out[row * total + i] = sums[row * total + i] / weights[i];
            }
        }
        return out;
    }
}
