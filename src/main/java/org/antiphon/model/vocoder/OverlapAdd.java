package org.antiphon.model.vocoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Short-time Fourier transform of a sound and its least-squares inverse (Griffin and Lim 1984, eq. 6), periodic Hann
 * window, frame {@code t} centred on sample {@code t * hop}, phases taken at the middle of the window (so that a steady
 * tone has one phase in all bins of its main lobe).
 */
final class OverlapAdd {

    private final int fft;
    private final int hop;
    private final float[] window;

    OverlapAdd(int fft, int hop) {
        this.fft = fft;
        this.hop = hop;
        window = new float[fft];
        for (int n = 0; n < fft; n++) {
            window[n] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * n / fft));
        }
    }

    int bins() {
        return fft / 2 + 1;
    }

    /** Interleaved complex bins of {@code frames} frames of {@code samples}, zeros beyond both ends. */
    float[] forward(NDManager manager, float[] samples, int frames) {
        float[] cut = new float[frames * fft];
        for (int t = 0; t < frames; t++) {
            int start = t * hop - fft / 2;
            int from = Math.max(0, -start);
            int to = Math.min(fft, samples.length - start);
            for (int n = from; n < to; n++) { // the first half goes last: time zero is the middle
                cut[t * fft + ((n + fft / 2) & (fft - 1))] = samples[start + n] * window[n];
            }
        }
        return manager.create(cut, new Shape(frames, fft)).rfft(fft).real().toFloatArray();
    }

    /** The sound of {@code samples} samples whose transform is nearest to interleaved bins {@code spectrum}. */
    float[] inverse(NDManager manager, float[] spectrum, int frames, int samples) {
        NDArray bins = manager.create(spectrum, new Shape(frames, bins(), 2)).complex();
        float[] cut = bins.irfft(fft).toFloatArray(); // (T, fft)
        float[] sum = new float[samples];
        float[] weight = new float[samples];
        for (int t = 0; t < frames; t++) {
            int start = t * hop - fft / 2;
            int from = Math.max(0, -start);
            int to = Math.min(fft, samples - start);
            for (int n = from; n < to; n++) {
                sum[start + n] += cut[t * fft + ((n + fft / 2) & (fft - 1))] * window[n];
                weight[start + n] += window[n] * window[n];
            }
        }
        for (int i = 0; i < samples; i++) {
            sum[i] = weight[i] > 1e-6f ? sum[i] / weight[i] : 0;
        }
        return sum;
    }
}
