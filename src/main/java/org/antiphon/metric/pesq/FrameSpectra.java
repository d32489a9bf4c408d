package org.antiphon.metric.pesq;

/** Power of a frame of 32 ms in each Bark band. */
final class FrameSpectra {

    private final Sampling sampling;
    private final RealSpectra spectra;
    private final double[] re;
    private final double[] im;
    private final double[] power;

    FrameSpectra(Sampling sampling) {
        this.sampling = sampling;
        this.spectra = RealSpectra.of(sampling.frame);
        this.re = new double[spectra.half()];
        this.im = new double[spectra.half()];
        this.power = new double[spectra.half()];
    }

    /** Writes the powers of the frame that begins at sample {@code start} to {@code bands}, from {@code offset} on. */
    void powers(double[] samples, int start, double[] bands, int offset) {
        spectra.forward(samples, start, sampling.frameWindow, re, im);
        for (int at = 1; at < power.length; at++) {
            power[spectra.bin(at)] = re[at] * re[at] + im[at] * im[at];
        }
        int[] bins = sampling.bands.bins;
        double[] scale = sampling.bands.powerScale;
        int bin = 0;
        for (int b = 0; b < bins.length; b++) {
            double sum = 0;
            for (int end = bin + bins[b]; bin < end; bin++) {
                sum += power[bin];
            }
            bands[offset + b] = sum * scale[b];
        }
    }
}
