package org.antiphon.metric.pesq;

import java.util.Arrays;

/**
 * Bands of about equal width in hearing: how the bins of a frame's spectrum are grouped, and how each group is heard.
 * The lowest band is filled but counts nowhere. Arrays have one element for each band and are never written to.
 */
final class BarkBands {

    /*
     * The tables of P.862. At 8000 Hz the bands are the first 42 of 49, the last of them one bin narrower.
     */

    private static final int[] BINS = {
        1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 2, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 3, 4, 5, 4, 5, 6, 6,
        7, 8, 9, 9, 12, 12, 15, 16, 18, 21, 25, 20
    };

    private static final double[] CENTRE = {
        0.078672, 0.316341, 0.636559, 0.961246, 1.29045, 1.624217, 1.962597, 2.305636, 2.653383, 3.005889, 3.363201,
        3.725371, 4.092449, 4.464486, 4.841533, 5.223642, 5.610866, 6.003256, 6.400869, 6.803755, 7.211971, 7.625571,
        8.044611, 8.469146, 8.899232, 9.334927, 9.776288, 10.223374, 10.676242, 11.134952, 11.599563, 12.070135,
        12.546731, 13.029408, 13.518232, 14.013264, 14.514566, 15.022202, 15.536238, 16.056736, 16.583761, 17.117382,
        17.657663, 18.204674, 18.758478, 19.319147, 19.886751, 20.461355, 21.043034
    };

    private static final double[] WIDTH = {
        0.157344, 0.317994, 0.322441, 0.326934, 0.331474, 0.336061, 0.340697, 0.345381, 0.350114, 0.354897, 0.359729,
        0.364611, 0.369544, 0.374529, 0.379565, 0.384653, 0.389794, 0.394989, 0.400236, 0.405538, 0.410894, 0.416306,
        0.421773, 0.427297, 0.432877, 0.438514, 0.444209, 0.449962, 0.455774, 0.461645, 0.467577, 0.473569, 0.479621,
        0.485736, 0.491912, 0.498151, 0.504454, 0.510819, 0.51725, 0.523745, 0.530308, 0.536934, 0.543629, 0.55039,
        0.55722, 0.564119, 0.571085, 0.578125, 0.585232
    };

    private static final double[] CORRECTION = {
        100.0, 99.999992, 100.0, 100.000008, 100.000008, 100.000015, 99.999992, 99.999969, 50.000027, 100.0,
        99.999969, 100.000015, 99.999947, 100.000061, 53.047077, 110.000046, 117.991989, 65.0, 68.760147, 69.999931,
        71.428818, 75.000038, 76.843384, 80.968781, 88.646126, 63.864388, 68.15535, 72.547775, 75.584831, 58.379192,
        80.950836, 64.135651, 54.384785, 73.821884, 64.437073, 59.176456, 65.521278, 61.399822, 58.144047, 57.004543,
        64.126297, 54.311001, 61.114979, 55.077751, 56.849335, 55.628868, 53.137054, 54.985844, 79.546974
    };

    private static final double[] THRESHOLD = {
        51286152.0,
        2454709.5,
        70794.59375,
        4897.788574,
        1174.897705,
        389.045166,
        104.71286,
        45.70882,
        17.782795,
        9.772372,
        4.897789,
        3.090296,
        1.905461,
        1.258925,
        0.977237,
        0.724436,
        0.562341,
        0.457088,
        0.389045,
        0.331131,
        0.295121,
        0.269153,
        0.25704,
        0.251189,
        0.251189,
        0.251189,
        0.251189,
        0.263027,
        0.288403,
        0.30903,
        0.338844,
        0.371535,
        0.398107,
        0.436516,
        0.467735,
        0.489779,
        0.501187,
        0.501187,
        0.512861,
        0.524807,
        0.524807,
        0.524807,
        0.512861,
        0.47863,
        0.42658,
        0.371535,
        0.363078,
        0.416869,
        0.537032
    };

    private static final int NARROW_COUNT = 42;
    private static final int NARROW_LAST_BINS = 11;
    private static final double NARROW_LAST_CORRECTION = 59.248363;
    private static final double NARROW_POWER_SCALE = 2.764344e-05;
    private static final double WIDE_POWER_SCALE = 6.910853e-06;

    private static final double LOUDNESS_SCALE = 0.1866055;
    private static final double ZWICKER_EXPONENT = 0.23;
    private static final double LOW_BARK = 4;

    /** Bins of the spectrum in each band, from bin 0 on. */
    final int[] bins;

    /** Factor from summed squares of a spectrum to power. */
    final double[] powerScale;

    /** Power below which the band cannot be heard. */
    final double[] threshold;

    /** In Bark. */
    final double[] width;

    /** Sum of the widths of all bands but the lowest. */
    final double totalWidth;

    /** Exponent of loudness. */
    final double[] exponent;

    /** Factor of Zwicker's law. */
    final double[] loudness;

    private BarkBands(int[] bins, double[] correction, double scale) {
        int count = bins.length;
        this.bins = bins;
        this.threshold = Arrays.copyOf(THRESHOLD, count);
        this.width = Arrays.copyOf(WIDTH, count);
        this.powerScale = correction;
        this.exponent = new double[count];
        this.loudness = new double[count];
        double total = 0;
        for (int b = 0; b < count; b++) {
            powerScale[b] *= scale;
            exponent[b] = ZWICKER_EXPONENT * Math.pow(steepness(CENTRE[b]), 0.15);
            loudness[b] = LOUDNESS_SCALE * Math.pow(threshold[b] / 0.5, exponent[b]);
            total += b == 0 ? 0 : width[b];
        }
        this.totalWidth = total;
    }

    /** The bands for a rate of 8000 or 16000 Hz. */
    static BarkBands at(int rate) {
        if (rate == 16_000) {
            return new BarkBands(BINS.clone(), CORRECTION.clone(), WIDE_POWER_SCALE);
        }
        int[] bins = Arrays.copyOf(BINS, NARROW_COUNT);
        double[] correction = Arrays.copyOf(CORRECTION, NARROW_COUNT);
        bins[NARROW_COUNT - 1] = NARROW_LAST_BINS;
        correction[NARROW_COUNT - 1] = NARROW_LAST_CORRECTION;
        return new BarkBands(bins, correction, NARROW_POWER_SCALE);
    }

    int count() {
        return bins.length;
    }

    /** Loudness grows faster below 4 Bark. */
    private static double steepness(double bark) {
        return bark < LOW_BARK ? Math.min(2, 6 / (bark + 2)) : 1;
    }
}
