package org.antiphon.signal;

/**
 * A bank of triangular filters, equally spaced on a mel scale, that turns the bins of a spectrum into mel bins. Only
 * the non-zero stretch of each triangle is kept.
 */
public final class MelFilters {

    private final int bins;
    private final int spectrumBins;
    private final int[] start;
    private final double[][] weights;

    /**
     * @param bins number of triangles
     * @param lowest lower edge of the first triangle, in hertz
     * @param highest upper edge of the last triangle, in hertz
     * @param rate sample rate, in hertz
     * @param size transform size
     * @param equalArea whether each triangle is divided by half its width in hertz (Slaney's normalisation)
     * @throws IllegalArgumentException if the edges are not in order or above the Nyquist frequency
     */
    public MelFilters(MelScale scale, int bins, double lowest, double highest, int rate, int size, boolean equalArea) {
        if (bins <= 0 || !(0 <= lowest && lowest < highest && highest <= rate / 2.0)) {
            throw new IllegalArgumentException(bins + " mel bins from " + lowest + " to " + highest
                    + " Hz do not fit a sample rate of " + rate + " Hz");
        }
        this.bins = bins;
        this.spectrumBins = size / 2 + 1;
        this.start = new int[bins];
        this.weights = new double[bins][];
        double low = scale.ofHertz(lowest);
        double step = (scale.ofHertz(highest) - low) / (bins + 1);
        for (int b = 0; b < bins; b++) {
            triangle(
                    b,
                    scale.toHertz(low + b * step),
                    scale.toHertz(low + (b + 1) * step),
                    scale.toHertz(low + (b + 2) * step),
                    (double) rate / size,
                    equalArea);
        }
    }

    private void triangle(int b, double left, double peak, double right, double width, boolean equalArea) {
        int from = Math.max(0, (int) Math.floor(left / width));
        int to = Math.min(spectrumBins - 1, (int) Math.ceil(right / width));
        double height = equalArea ? 2 / (right - left) : 1;
        double[] weight = new double[to - from + 1];
        for (int k = from; k <= to; k++) {
            double hertz = k * width;
            double value = Math.min((hertz - left) / (peak - left), (right - hertz) / (right - peak));
            weight[k - from] = Math.max(0, value) * height;
        }
        start[b] = from;
        weights[b] = weight;
    }

    public int bins() {
        return bins;
    }

    /** The weight of spectrum bin {@code k} in mel bin {@code b}. */
    public double weight(int b, int k) {
        int i = k - start[b];
        return i < 0 || i >= weights[b].length ? 0 : weights[b][i];
    }

    /** Writes the mel bins of one frame of magnitudes (or powers) to {@code mel[offset..offset + bins)}. */
    void apply(double[] spectrum, float[] mel, int offset) {
        for (int b = 0; b < bins; b++) {
            double[] weight = weights[b];
            int from = start[b];
            double sum = 0;
            for (int i = 0; i < weight.length; i++) {
                sum += weight[i] * spectrum[from + i];
            }
            mel[offset + b] = (float) sum;
        }
    }

    /** Multiplies each spectrum bin by the mean of {@code ratio} over the mel bins that it feeds, by its weights. */
    void scaleByWeightedMean(double[] ratio, double[] spectrum) {
        double[] sum = new double[spectrum.length];
        double[] total = new double[spectrum.length];
        for (int b = 0; b < bins; b++) {
            for (int i = 0; i < weights[b].length; i++) {
                sum[start[b] + i] += weights[b][i] * ratio[b];
                total[start[b] + i] += weights[b][i];
            }
        }
        for (int k = 0; k < spectrum.length; k++) {
            spectrum[k] = total[k] > 0 ? spectrum[k] * sum[k] / total[k] : 0;
        }
    }
}
