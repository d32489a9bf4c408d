package org.antiphon.metric.pesq;

import java.util.Arrays;

/** Power of frames of 32 ms in each Bark band. */
final class FrameSpectra {

    /** The batch computes spectra twice too large. */
    private static final double SCALE = 0.25;

    private final Sampling sampling;
    private final FrameBatch batch;
    private final double[] sums;

    FrameSpectra(Sampling sampling) {
        this.sampling = sampling;
        this.batch = new FrameBatch(sampling.frame, sampling.hop);
        this.sums = new double[FrameBatch.LANES];
    }

    /**
     * Computes {@code count} frames, half a frame apart, the first of which begins at sample {@code start}, and writes
     * their powers, frame after frame, to {@code powers} from {@code offset} on.
     */
    void powers(double[] samples, int start, int count, double[] powers, int offset) {
        int bands = sampling.bands.count();
        for (int done = 0; done < count; done += FrameBatch.LANES) {
            int frames = Math.min(FrameBatch.LANES, count - done);
            batch.spectra(samples, start + done * sampling.hop, frames, sampling.frameWindow);
            group(frames, powers, offset + done * bands);
        }
    }

    private void group(int frames, double[] powers, int offset) {
        int[] bins = sampling.bands.bins;
        int bin = 0;
        for (int b = 0; b < bins.length; b++) {
            Arrays.fill(sums, 0);
            for (int end = bin + bins[b]; bin < end; bin++) {
                if (bin > 0) {
                    Lanes.addSquares(sums, batch.re()[bin], batch.im()[bin], frames);
                }
            }
            double scale = SCALE * sampling.bands.powerScale[b];
            for (int f = 0; f < frames; f++) {
                powers[offset + f * bins.length + b] = sums[f] * scale;
            }
        }
    }
}
