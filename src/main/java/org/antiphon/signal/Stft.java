package org.antiphon.signal;

import org.antiphon.clip.Hop;

/**
 * Short-time Fourier transform with a periodic Hann window of the transform's size, centred: frame {@code i} looks at
 * the samples around {@code i * hop}, with zeros beyond both ends of the sound. Unscaled, as librosa and torch count.
 */
public final class Stft {

    private final int size;
    private final Hop hop;
    private final RealFft fft;
    private final double[] window;

    /** @throws IllegalArgumentException if {@code size} is not a power of two */
    public Stft(int size, Hop hop) {
        this.size = size;
        this.hop = hop;
        this.fft = RealFft.of(size);
        this.window = Window.hann(size);
    }

    public int bins() {
        return fft.bins();
    }

    public Hop hop() {
        return hop;
    }

    /** Frames whose centre lies within {@code samples} samples, both ends included: 1 + samples / hop. */
    public int framesFor(int samples) {
        return 1 + samples / hop.samples();
    }

    /** The first {@code frames} frames; frames beyond the end of the sound see zeros. */
    public Spectrum of(float[] samples, int frames) {
        int bins = bins();
        float[] re = new float[frames * bins];
        float[] im = new float[frames * bins];
        forEach(samples, frames, (frame, fr, fi) -> {
            for (int k = 0; k < bins; k++) {
                re[frame * bins + k] = (float) fr[k];
                im[frame * bins + k] = (float) fi[k];
            }
        });
        return new Spectrum(re, im, frames, bins, hop);
    }

    public Spectrum of(float[] samples) {
        return of(samples, framesFor(samples.length));
    }

    /** Magnitudes of the first {@code frames} frames, {@code [frame * bins + bin]}. */
    public float[] magnitude(float[] samples, int frames) {
        return magnitude(samples, 0, frames);
    }

    /** Magnitudes of {@code count} frames from frame {@code first} on, {@code [(frame - first) * bins + bin]}. */
    public float[] magnitude(float[] samples, int first, int count) {
        int bins = bins();
        float[] magnitude = new float[count * bins];
        forEach(samples, first, count, (frame, fr, fi) -> {
            int at = (frame - first) * bins;
            for (int k = 0; k < bins; k++) {
                magnitude[at + k] = (float) Math.sqrt(fr[k] * fr[k] + fi[k] * fi[k]);
            }
        });
        return magnitude;
    }

    /** Hears each frame's spectrum; the arrays are reused for the next frame. */
    interface FrameSink {
        void accept(int frame, double[] re, double[] im);
    }

    void forEach(float[] samples, int frames, FrameSink sink) {
        forEach(samples, 0, frames, sink);
    }

    private void forEach(float[] samples, int first, int count, FrameSink sink) {
        double[] buffer = new double[size];
        double[] re = new double[fft.bins()];
        double[] im = new double[fft.bins()];
        for (int frame = first; frame < first + count; frame++) {
            int start = frame * hop.samples() - size / 2;
            int from = Math.max(0, -start);
            int to = Math.max(from, Math.min(size, samples.length - start));
            java.util.Arrays.fill(buffer, 0);
            for (int i = from; i < to; i++) {
                buffer[i] = samples[start + i] * window[i];
            }
            fft.forward(buffer, re, im);
            sink.accept(frame, re, im);
        }
    }

    /**
     * The sound whose transform is nearest to {@code spectrum} in the least-squares sense (Griffin and Lim 1984):
     * windowed overlap-add divided by the sum of squared windows.
     *
     * @param length samples to give back
     * @throws IllegalArgumentException if the spectrum has another number of bins or another hop
     */
    public float[] inverse(Spectrum spectrum, int length) {
        if (spectrum.bins() != bins() || !spectrum.hop().equals(hop)) {
            throw new IllegalArgumentException("spectrum of " + spectrum.bins() + " bins, hop "
                    + spectrum.hop().samples() + " does not fit a transform of " + bins() + " bins, hop "
                    + hop.samples());
        }
        double[] sum = new double[length];
        double[] weight = new double[length];
        double[] buffer = new double[size];
        double[] re = new double[bins()];
        double[] im = new double[bins()];
        for (int frame = 0; frame < spectrum.frames(); frame++) {
            for (int k = 0; k < re.length; k++) {
                re[k] = spectrum.re()[frame * re.length + k];
                im[k] = spectrum.im()[frame * re.length + k];
            }
            im[0] = 0;
            im[re.length - 1] = 0;
            fft.inverse(re, im, buffer);
            add(buffer, frame * hop.samples() - size / 2, sum, weight);
        }
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = weight[i] > 1e-8 ? (float) (sum[i] / weight[i]) : 0f;
        }
        return samples;
    }

    private void add(double[] buffer, int start, double[] sum, double[] weight) {
        int to = Math.min(size, sum.length - start);
        for (int i = Math.max(0, -start); i < to; i++) {
            sum[start + i] += buffer[i] * window[i];
            weight[start + i] += window[i] * window[i];
        }
    }
}
