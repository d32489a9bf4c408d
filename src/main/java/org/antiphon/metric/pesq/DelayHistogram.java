package org.antiphon.metric.pesq;

import java.util.Arrays;

/**
 * Collects, frame by frame of 64 ms, by how much the degraded signal is later than a first estimate: every lag at which a
 * frame's cross-correlation is near its maximum adds a triangle, the more correlated the higher.
 */
final class DelayHistogram {

    private static final double NEAR_MAXIMUM = 0.99;

    private final Channel reference;
    private final Channel degraded;
    private final RealSpectra spectra;
    private final int frame;
    private final int slope;
    private final double[] bins;
    private final double[] aRe;
    private final double[] aIm;
    private final double[] bRe;
    private final double[] bIm;
    private double[] window;
    private double total;

    DelayHistogram(Channel reference, Channel degraded, Sampling sampling) {
        this.reference = reference;
        this.degraded = degraded;
        this.frame = sampling.alignment;
        this.slope = frame / 64;
        this.spectra = RealSpectra.of(frame);
        this.window = sampling.alignmentWindow;
        this.bins = new double[frame];
        this.aRe = new double[frame / 2];
        this.aIm = new double[frame / 2];
        this.bRe = new double[frame / 2];
        this.bIm = new double[frame / 2];
    }

    /** What all frames to come are multiplied by. */
    void use(double[] weights) {
        this.window = weights;
    }

    void clear() {
        Arrays.fill(bins, 0);
        total = 0;
    }

    /**
     * Adds the frame that starts at sample {@code at} of the reference and at {@code other} of the degraded signal.
     * Frames that reach out of the signals, which parts that overlap far can ask for, add nothing.
     */
    void add(int at, int other) {
        if (Math.min(at, other) < 0 || Math.max(at, other) + frame > reference.samples().length) {
            return;
        }
        spectra.forward(reference.samples(), at, window, aRe, aIm);
        spectra.forward(degraded.samples(), other, window, bRe, bIm);
        spectra.correlate(aRe, aIm, bRe, bIm);
        spectra.inverse(bRe, bIm);
        double most = 0;
        for (int i = 0; i < frame / 2; i++) {
            double even = Math.abs(bRe[i]);
            double odd = Math.abs(bIm[i]);
            most = even > most ? even : most;
            most = odd > most ? odd : most;
        }
        double threshold = NEAR_MAXIMUM * most;
        double weight = Math.sqrt(Math.sqrt(Math.sqrt(threshold)));
        for (int i = 0; i < frame / 2; i++) {
            if (Math.abs(bRe[i]) > threshold) {
                addTriangle(2 * i, weight);
            }
            if (Math.abs(bIm[i]) > threshold) {
                addTriangle(2 * i + 1, weight);
            }
        }
    }

    private void addTriangle(int lag, double weight) {
        total += weight;
        for (int j = 1 - slope; j < slope; j++) {
            bins[(lag + j) & (frame - 1)] += weight * (slope - Math.abs(j)) / slope;
        }
    }

    /** The first of the highest bins, as a lag in samples from minus half a frame on. */
    int lag() {
        int highest = highest();
        return highest >= frame / 2 ? highest - frame : highest;
    }

    /** Share of all weight that the highest bin holds, 0 if no frame correlated. */
    double confidence() {
        return total == 0 ? 0 : bins[highest()] / total;
    }

    private int highest() {
        int best = 0;
        double most = 0;
        for (int k = 0; k < frame; k++) {
            if (bins[k] > most) {
                most = bins[k];
                best = k;
            }
        }
        return best;
    }
}
