package org.antiphon.metric.pesq;

import java.util.Arrays;

/** How often frames of the degraded signal are how much later than estimated; each adds a triangle of its weight. */
final class DelayHistogram {

    private final int size;
    private final int slope;
    private final double[] bins;
    private double total;

    DelayHistogram(Sampling sampling) {
        this.size = sampling.alignment;
        this.slope = size / 64;
        this.bins = new double[size];
    }

    void clear() {
        Arrays.fill(bins, 0);
        total = 0;
    }

    /** Adds a lag from 0 to the length of a frame; lags wrap round. */
    void add(int lag, double weight) {
        total += weight;
        for (int j = 1 - slope; j < slope; j++) {
            bins[(lag + j) & (size - 1)] += weight * (slope - Math.abs(j)) / slope;
        }
    }

    /** The first of the highest bins, as a lag in samples from minus half a frame on. */
    int lag() {
        int highest = highest();
        return highest >= size / 2 ? highest - size : highest;
    }

    /** Share of all weight that the highest bin holds, 0 if no frame correlated. */
    double confidence() {
        return total == 0 ? 0 : bins[highest()] / total;
    }

    private int highest() {
        int best = 0;
        double most = 0;
        for (int k = 0; k < size; k++) {
            if (bins[k] > most) {
                most = bins[k];
                best = k;
            }
        }
        return best;
    }
}
