package org.antiphon.signal;

import java.util.List;
import java.util.OptionalDouble;
import org.antiphon.clip.Waveform;

/**
 * Integrated programme loudness of ITU-R BS.1770-4, in LUFS: K-weighting, 400 ms blocks that overlap by three quarters,
 * an absolute gate at -70 LUFS and a relative gate 10 LU below the mean of what passed it.
 */
public final class Loudness {

    private static final double BLOCK_SECONDS = 0.4;
    private static final double HOP_SECONDS = 0.1;
    private static final double ABSOLUTE_GATE = -70;
    private static final double RELATIVE_GATE = -10;

    private Loudness() {}

    /** Integrated loudness of one channel. */
    public static OptionalDouble integrated(Waveform mono) {
        return integrated(List.of(mono));
    }

    /**
     * Integrated loudness of up to six channels in the order L, R, C, LFE, Ls, Rs; four are L, R, Ls, Rs and five
     * are L, R, C, Ls, Rs. Surrounds weigh 1.41, the low-frequency channel nothing.
     *
     * @return LUFS, or nothing where the sound is shorter than a block or wholly below the absolute gate
     * @throws IllegalArgumentException if there are no or too many channels, or they differ in rate or length
     */
    public static OptionalDouble integrated(List<Waveform> channels) {
        double[] power = blockPowers(channels);
        double ungated = meanAbove(power, ABSOLUTE_GATE);
        return Double.isNaN(ungated)
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        loudness(meanAbove(power, Math.max(ABSOLUTE_GATE, loudness(ungated) + RELATIVE_GATE))));
    }

    private static double loudness(double power) {
        return -0.691 + 10 * Math.log10(power);
    }

    private static double meanAbove(double[] powers, double gate) {
        double sum = 0;
        int count = 0;
        for (double power : powers) {
            if (loudness(power) > gate) {
                sum += power;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static double[] blockPowers(List<Waveform> channels) {
        double[] weights = weights(channels.size());
        Waveform first = channels.get(0);
        double rate = first.rate().hertz();
        int blocks = (int) Math.floor((first.length() / rate - BLOCK_SECONDS) / HOP_SECONDS + 1e-9) + 1;
        double[] power = new double[Math.max(0, blocks)];
        for (int c = 0; c < weights.length; c++) {
            Waveform channel = channels.get(c);
            if (!channel.rate().equals(first.rate()) || channel.length() != first.length()) {
                throw new IllegalArgumentException("channel " + c + " differs from channel 0 in rate or length");
            }
            double[] before = cumulativeEnergy(channel);
            for (int b = 0; b < power.length; b++) {
                int from = (int) Math.round(b * HOP_SECONDS * rate);
                int to = Math.min(first.length(), from + (int) Math.round(BLOCK_SECONDS * rate));
                power[b] += weights[c] * (before[to] - before[from]) / (to - from);
            }
        }
        return power;
    }

    private static double[] weights(int channels) {
        return switch (channels) {
            case 1 -> new double[] {1};
            case 2 -> new double[] {1, 1};
            case 3 -> new double[] {1, 1, 1};
            case 4 -> new double[] {1, 1, 1.41, 1.41};
            case 5 -> new double[] {1, 1, 1, 1.41, 1.41};
            case 6 -> new double[] {1, 1, 1, 0, 1.41, 1.41};
            default -> throw new IllegalArgumentException("loudness is defined for 1 to 6 channels, got " + channels);
        };
    }

    private static double[] cumulativeEnergy(Waveform channel) {
        Biquad shelf = Biquad.headShelf(channel.rate().hertz());
        Biquad highPass = Biquad.lowCut(channel.rate().hertz());
        double[] before = new double[channel.length() + 1];
        for (int i = 0; i < channel.length(); i++) {
            double y = highPass.next(shelf.next(channel.samples()[i]));
            before[i + 1] = before[i] + y * y;
        }
        return before;
    }

    /** Second-order recursive filter, transposed direct form II. */
    static final class Biquad {
        final double b0;
        final double b1;
        final double b2;
        final double a1;
        final double a2;
        private double s1;
        private double s2;

        private Biquad(double b0, double b1, double b2, double a1, double a2) {
            this.b0 = b0;
            this.b1 = b1;
            this.b2 = b2;
            this.a1 = a1;
            this.a2 = a2;
        }

        /** BS.1770-4 table 1, whose 48 kHz coefficients are this shelf seen through the bilinear transform. */
        static Biquad headShelf(double rate) {
            double k = Math.tan(Math.PI * 1681.974450955533 / rate);
            double q = 0.7071752369554196;
            double high = Math.pow(10, 3.999843853973347 / 20);
            double band = Math.pow(high, 0.4996667741545416);
            double a0 = 1 + k / q + k * k;
            return new Biquad(
                    (high + band * k / q + k * k) / a0,
                    2 * (k * k - high) / a0,
                    (high - band * k / q + k * k) / a0,
                    2 * (k * k - 1) / a0,
                    (1 - k / q + k * k) / a0);
        }

        /** BS.1770-4 table 2. */
        static Biquad lowCut(double rate) {
            double k = Math.tan(Math.PI * 38.13547087602444 / rate);
            double q = 0.5003270373238773;
            double a0 = 1 + k / q + k * k;
            return new Biquad(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
        }

        double next(double x) {
            double y = b0 * x + s1;
            s1 = b1 * x - a1 * y + s2;
            s2 = b2 * x - a2 * y;
            return y;
        }
    }
}
