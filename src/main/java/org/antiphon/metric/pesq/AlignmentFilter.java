package org.antiphon.metric.pesq;

/** Prepares a copy of a signal for finding delays: without its mean, faded at both ends, and cut to the speech band. */
final class AlignmentFilter {

    private static final BiquadCascade AT_8000 = new BiquadCascade(new double[][] {
        {0.885535424, -0.885535424, 0.0, -0.771070709, 0.0},
        {0.895092588, 1.292907193, 0.449260174, 1.268869037, 0.442025372},
        {4.04952794, -7.865190042, 3.815662102, -1.746859852, 0.786305963},
        {0.500002353, -0.500002353, 0.0, 0.0, 0.0},
        {0.565002834, -0.241585934, -0.306009671, 0.259688659, 0.249979657},
        {2.115237288, 0.919935084, 1.141240051, -1.587313419, 0.665935315},
        {0.912224584, -0.224397719, -0.641121413, -0.246029464, -0.55672059},
        {0.444617727, -0.307589321, 0.141638062, -0.996391149, 0.502251622},
    });

    private static final BiquadCascade AT_16000 = new BiquadCascade(new double[][] {
        {0.325631521, -0.08678286, -0.238848661, -1.07941649, 0.434583902},
        {0.403961804, -0.556985881, 0.153024077, -0.415115835, 0.696590244},
        {4.736162769, 3.287251046, 1.753289019, -1.859599046, 0.876284034},
        {0.365373469, 0.0, 0.0, -0.634626531, 0.0},
        {0.884811506, 0.0, 0.0, -0.256725271, 0.141536777},
        {0.723593055, -1.447186099, 0.723593044, -1.129587469, 0.657232737},
        {1.644910855, -1.817280902, 1.249658063, -1.778403899, 0.801724355},
        {0.633692689, -0.284644314, -0.319789663, 0.0, 0.0},
        {1.032763031, 0.268428979, 0.602913323, 0.0, 0.0},
        {1.001616361, -0.823749013, 0.439731942, -0.885778255, 0.0},
        {0.752472096, -0.37538899, 0.188977609, -0.077258216, 0.247230734},
        {1.023700575, 0.001661628, 0.52128424, -0.183867259, 0.354324187},
    });

    private AlignmentFilter() {}

    /** The signal to align by; the given one is left as it is. */
    static Channel apply(Channel channel, Sampling sampling) {
        Channel copy = channel.copy();
        double[] samples = copy.samples();
        int start = sampling.guard;
        int end = copy.padded() - sampling.guard;
        removeMean(samples, start, end, copy.padded());
        for (int k = 0; k < sampling.block; k++) {
            double weight = (k + 0.5) / sampling.block;
            samples[start + k] *= weight;
            samples[end - 1 - k] *= weight;
        }
        BiquadCascade filter = sampling == Sampling.HZ_8000 ? AT_8000 : AT_16000;
        filter.apply(samples, start, copy.padded() + sampling.padding);
        return copy;
    }

    /** The mean is taken over the guards as well, as the reference software does. */
    private static void removeMean(double[] samples, int start, int end, int padded) {
        double mean = Lanes.sum(samples, start, end) / padded;
        for (int i = start; i < end; i++) {
            samples[i] -= mean;
        }
    }
}
