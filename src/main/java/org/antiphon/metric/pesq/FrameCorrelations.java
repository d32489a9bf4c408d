package org.antiphon.metric.pesq;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The lags at which frames of 64 ms of both signals correlate most, for sequences of frames a quarter of a frame apart.
 * Many frames are computed at a time. What is known stays known, for searches often come back to the same frames.
 */
final class FrameCorrelations {

    private static final double NEAR_MAXIMUM = 0.99;
    private static final int GROUP = 16;

    /** What single precision cannot tell from zero: in the reference software, silence has no maximum. */
    private static final double NOTHING = 1e-45;

    private final Sampling sampling;
    private final Channel reference;
    private final Channel degraded;
    private final int hop;
    private final FrameBatch batch;
    private final FrameBatch other;
    private final double[][] groupMost;
    private final double[] most;
    private final Map<Long, Peaks> knownByUsualWindow = new HashMap<>();
    private Map<Long, Peaks> known = knownByUsualWindow;
    private double[] window;

    private int at;
    private int delay;
    private int step;
    private int left;

    FrameCorrelations(Channel reference, Channel degraded, Sampling sampling) {
        this.sampling = sampling;
        this.reference = reference;
        this.degraded = degraded;
        this.hop = sampling.alignment / 4;
        this.batch = new FrameBatch(sampling.alignment, hop);
        this.other = new FrameBatch(sampling.alignment, hop);
        this.groupMost = new double[sampling.alignment / 2 / GROUP][FrameBatch.LANES];
        this.most = new double[FrameBatch.LANES];
        this.window = sampling.alignmentWindow;
    }

    /** Lags at which one frame correlates nearly as much as it does at most, and what they weigh. */
    private record Peaks(int[] lags, double weight) {

        void addTo(DelayHistogram histogram) {
            for (int lag : lags) {
                histogram.add(lag, weight);
            }
        }
    }

    /** What all frames of the sequences to come are multiplied by. */
    void use(double[] weights) {
        window = weights;
        known = new HashMap<>();
    }

    /** Goes back to the usual window. */
    void useUsualWindow() {
        window = sampling.alignmentWindow;
        known = knownByUsualWindow;
    }

    /**
     * Begins a sequence.
     *
     * @param start first sample of the first frame in the reference
     * @param later by how much the degraded frame starts later
     * @param count number of frames
     * @param backward whether each frame lies before the last one instead of after it
     */
    void begin(int start, int later, int count, boolean backward) {
        at = start;
        delay = later;
        step = backward ? -hop : hop;
        left = count;
    }

    /** Adds the next frames of the sequence to a histogram. */
    void addTo(DelayHistogram histogram, int frames) {
        for (int i = 0; i < frames; i++) {
            Peaks peaks = known.get(key(at));
            if (peaks == null) {
                compute();
                peaks = known.get(key(at));
            }
            peaks.addTo(histogram);
            at += step;
            left--;
        }
    }

    private long key(int start) {
        return (long) start << Integer.SIZE | delay & 0xffff_ffffL;
    }

    /** Computes the frames of the sequence from here to the next known one. */
    private void compute() {
        int count = 1;
        while (count < Math.min(left, FrameBatch.LANES) && !known.containsKey(key(at + count * step))) {
            count++;
        }
        int first = Math.min(at, at + (count - 1) * step);
        batch.spectra(reference.samples(), first, count, window);
        other.spectra(degraded.samples(), first + delay, count, window);
        other.correlate(batch, count);
        findMaxima(count);
        for (int lane = 0; lane < count; lane++) {
            known.put(key(first + lane * hop), peaks(lane));
        }
    }

    private void findMaxima(int count) {
        Arrays.fill(most, 0);
        for (int group = 0; group < groupMost.length; group++) {
            Arrays.fill(groupMost[group], 0);
            for (int n = group * GROUP; n < (group + 1) * GROUP; n++) {
                Lanes.maximum(groupMost[group], other.re()[n], count);
                Lanes.maximum(groupMost[group], other.im()[n], count);
            }
            Lanes.maximum(most, groupMost[group], count);
        }
    }

    private Peaks peaks(int lane) {
        if (most[lane] < NOTHING * FrameBatch.scale(sampling.alignment)) {
            return new Peaks(new int[0], 0);
        }
        double threshold = NEAR_MAXIMUM * most[lane];
        int[] lags = new int[8];
        int count = 0;
        for (int group = 0; group < groupMost.length; group++) {
            if (groupMost[group][lane] <= threshold) {
                continue;
            }
            for (int lag = 2 * group * GROUP; lag < 2 * (group + 1) * GROUP; lag++) {
                double[] row = (lag % 2 == 0 ? other.re() : other.im())[lag / 2];
                if (Math.abs(row[lane]) > threshold) {
                    lags = count == lags.length ? Arrays.copyOf(lags, 2 * count) : lags;
                    lags[count++] = lag;
                }
            }
        }
        return new Peaks(Arrays.copyOf(lags, count), Math.sqrt(Math.sqrt(Math.sqrt(threshold))));
    }
}
