package org.antiphon.metric.pesq;

/**
 * One signal between its guards of silence: {@code samples[guard .. padded - guard)} hold it, zeros fill the rest.
 *
 * @param samples as many for both signals of a comparison
 * @param padded number of samples with both guards, without the padding at the end
 */
record Channel(double[] samples, int padded) {

    /** Places a signal of {@code input.length} samples into {@code length} samples. */
    static Channel of(float[] input, int length, Sampling sampling) {
        double[] samples = new double[length];
        for (int i = 0; i < input.length; i++) {
            samples[sampling.guard + i] = input[i];
        }
        return new Channel(samples, input.length + 2 * sampling.guard);
    }

    Channel copy() {
        return new Channel(samples.clone(), padded);
    }

    /** Number of samples that a filter over the signal and the padding behind it covers, from the guard on. */
    int filtered(Sampling sampling) {
        return padded - 2 * sampling.guard + sampling.padding;
    }
}
