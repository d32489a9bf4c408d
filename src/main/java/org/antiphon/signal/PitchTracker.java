package org.antiphon.signal;

import java.util.Arrays;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/**
 * Follows the pitch of one voice.
 *
 * @param lowest lowest fundamental frequency, in hertz, at least 40
 * @param highest highest fundamental frequency, in hertz, at most 4000
 */
public record PitchTracker(double lowest, double highest) {

    /*
     * YIN (de Cheveigné and Kawahara 2002): minima of the cumulative-mean-normalised difference function are candidates
     * for the period; its correlation part is computed by FFT. The path through the candidates is the cheapest one in the
     * manner of Boersma (1993): aperiodicity, plus a little for long periods, plus jumps in octaves, plus changes
     * between voiced and unvoiced.
     */

    /** 50 Hz to 2.1 kHz: cello to vibraphone. */
    public static final PitchTracker STANDARD = new PitchTracker(50, 2100);

    private static final int RATE = SampleRate.MODEL.hertz();
    private static final int HOP = RATE / PitchTrack.RATE;
    private static final int WINDOW = 768;
    private static final int CANDIDATES = 8;
    private static final double WORST_CANDIDATE = 0.6;
    private static final double UNVOICED_COST = 0.35;
    private static final double LONG_PERIOD_COST = 0.02;
    private static final double OCTAVE_JUMP_COST = 0.35;
    private static final double MOST_JUMP_COST = 0.5;
    private static final double VOICING_COST = 0.20;
    private static final double FINE_LAG = 80;
    private static final double QUIET_DECIBELS = -50;

    /** @throws IllegalArgumentException if the range is empty or beyond its bounds */
    public PitchTracker {
        if (!(40 <= lowest && lowest < highest && highest <= 4000)) {
            throw new IllegalArgumentException(
                    "pitch range must lie in 40 to 4000 Hz, was " + lowest + " to " + highest);
        }
    }

    /** The candidates of one frame; index 0 means unvoiced. */
    private record Frame(double[] hertz, double[] cost) {}

    /** The pitch of a sound of any rate: 1 + length / 10 ms values. */
    public PitchTrack track(Waveform sound) {
        float[] samples = Resampler.to(sound, SampleRate.MODEL).samples();
        int frames = 1 + samples.length / HOP;
        Frame[] candidates = new Frame[frames];
        float[] clarity = new float[frames];
        Difference difference = new Difference((int) Math.ceil(RATE / lowest) + 2);
        double quiet = quietest(samples);
        for (int i = 0; i < frames; i++) {
            double power = difference.compute(samples, i * HOP);
            candidates[i] = candidates(difference.normalised, power < quiet);
            clarity[i] = (float) (power < quiet ? 0 : clarity(candidates[i]));
        }
        return new PitchTrack(cheapest(candidates), clarity);
    }

    /** The power below which a frame is silence: 50 dB below the loudest 10 ms, but no less than -80 dBFS. */
    private static double quietest(float[] samples) {
        double loudest = 0;
        for (int start = 0; start + HOP <= samples.length; start += HOP) {
            double sum = 0;
            for (int i = start; i < start + HOP; i++) {
                sum += samples[i] * samples[i];
            }
            loudest = Math.max(loudest, sum / HOP);
        }
        return Math.max(1e-8, loudest * Math.pow(10, QUIET_DECIBELS / 10));
    }

    private Frame candidates(double[] d, boolean silent) {
        double[] hertz = new double[CANDIDATES + 1];
        double[] cost = new double[CANDIDATES + 1];
        cost[0] = silent ? 0 : UNVOICED_COST;
        int count = 1;
        int from = Math.max(2, (int) Math.floor(RATE / highest));
        for (int lag = from; lag < d.length - 1 && !silent; lag++) {
            if (d[lag] < WORST_CANDIDATE && d[lag] <= d[lag - 1] && d[lag] < d[lag + 1]) {
                double shift = vertex(d, lag);
                double depth = Math.max(0, d[lag] - 0.25 * (d[lag - 1] - d[lag + 1]) * shift);
                double octaves = Math.log((lag + shift) * highest / RATE) / Math.log(2);
                count = insert(hertz, cost, count, RATE / refined(d, lag + shift), depth + LONG_PERIOD_COST * octaves);
            }
        }
        return new Frame(Arrays.copyOf(hertz, count), Arrays.copyOf(cost, count));
    }

    /** Where the minimum at {@code lag} lies between samples, by a parabola. */
    private static double vertex(double[] d, int lag) {
        double bend = d[lag - 1] - 2 * d[lag] + d[lag + 1];
        return bend <= 0 ? 0 : 0.5 * (d[lag - 1] - d[lag + 1]) / bend;
    }

    /** A short period measured over several of its repetitions, where samples are too coarse for one. */
    private static double refined(double[] d, double period) {
        int times = (int) (Math.min(FINE_LAG, d.length - 6) / period);
        if (times < 2) {
            return period;
        }
        int lag = (int) Math.round(period * times);
        for (int step = 0; step < 3 && d[lag + 1] < d[lag]; step++) {
            lag++;
        }
        for (int step = 0; step < 3 && d[lag - 1] < d[lag]; step++) {
            lag--;
        }
        double exact = (lag + vertex(d, lag)) / times;
        return Math.abs(exact - period) < 0.02 * period ? exact : period;
    }

    /** Keeps the cheapest candidates; gives back how many there are. */
    private static int insert(double[] hertz, double[] cost, int count, double f0, double price) {
        int at = count;
        if (count == cost.length) {
            at = 1;
            for (int i = 2; i < count; i++) {
                at = cost[i] > cost[at] ? i : at;
            }
            if (cost[at] <= price) {
                return count;
            }
        }
        hertz[at] = f0;
        cost[at] = price;
        return Math.max(count, at + 1);
    }

    private static double clarity(Frame frame) {
        double best = 1;
        for (int i = 1; i < frame.cost().length; i++) {
            best = Math.min(best, frame.cost()[i]);
        }
        return Math.max(0, 1 - best);
    }

    private static float[] cheapest(Frame[] frames) {
        int[][] from = new int[frames.length][];
        double[] total = frames[0].cost().clone();
        for (int t = 1; t < frames.length; t++) {
            Frame frame = frames[t];
            from[t] = new int[frame.cost().length];
            double[] next = new double[frame.cost().length];
            for (int j = 0; j < next.length; j++) {
                next[j] = Double.POSITIVE_INFINITY;
                for (int i = 0; i < total.length; i++) {
                    double price = total[i] + jump(frames[t - 1].hertz()[i], frame.hertz()[j]) + frame.cost()[j];
                    if (price < next[j]) {
                        next[j] = price;
                        from[t][j] = i;
                    }
                }
            }
            total = next;
        }
        int best = 0;
        for (int i = 1; i < total.length; i++) {
            best = total[i] < total[best] ? i : best;
        }
        float[] hertz = new float[frames.length];
        for (int t = frames.length - 1; t >= 0; t--) {
            hertz[t] = (float) frames[t].hertz()[best];
            best = t > 0 ? from[t][best] : best;
        }
        return hertz;
    }

    private static double jump(double from, double to) {
        if (from == 0 || to == 0) {
            return from == to ? 0 : VOICING_COST;
        }
        return Math.min(MOST_JUMP_COST, OCTAVE_JUMP_COST * Math.abs(Math.log(to / from)) / Math.log(2));
    }

    /** The normalised difference function of one frame after another. */
    private static final class Difference {
        private final int lags;
        private final RealFft fft;
        private final double[] whole;
        private final double[] head;
        private final double[] wholeR;
        private final double[] wholeI;
        private final double[] headR;
        private final double[] headI;
        private final double[] normalised;

        Difference(int lags) {
            this.lags = lags;
            this.fft = RealFft.of(Fft.sizeFor(WINDOW + lags));
            this.whole = new double[fft.size()];
            this.head = new double[fft.size()];
            this.wholeR = new double[fft.bins()];
            this.wholeI = new double[fft.bins()];
            this.headR = new double[fft.bins()];
            this.headI = new double[fft.bins()];
            this.normalised = new double[lags];
        }

        /** Computes the function around {@code centre} and gives back the mean power there. */
        double compute(float[] samples, int centre) {
            int start = centre - (WINDOW + lags) / 2;
            Arrays.fill(whole, 0);
            Arrays.fill(head, 0);
            for (int i = Math.max(0, -start); i < Math.min(WINDOW + lags, samples.length - start); i++) {
                whole[i] = samples[start + i];
                if (i < WINDOW) {
                    head[i] = samples[start + i];
                }
            }
            fft.forward(whole, wholeR, wholeI);
            fft.forward(head, headR, headI);
            for (int k = 0; k < wholeR.length; k++) {
                double re = wholeR[k] * headR[k] + wholeI[k] * headI[k];
                wholeI[k] = wholeI[k] * headR[k] - wholeR[k] * headI[k];
                wholeR[k] = re;
            }
            double power = normalise();
            return power / WINDOW;
        }

        private double normalise() {
            double energy = 0;
            for (int i = 0; i < WINDOW; i++) {
                energy += whole[i] * whole[i];
            }
            double first = energy;
            double[] original = whole.clone();
            fft.inverse(wholeR, wholeI, head);
            double sum = 0;
            normalised[0] = 1;
            for (int lag = 1; lag < lags; lag++) {
                energy +=
                        original[lag + WINDOW - 1] * original[lag + WINDOW - 1] - original[lag - 1] * original[lag - 1];
                double difference = Math.max(0, first + energy - 2 * head[lag]);
                sum += difference;
                normalised[lag] = sum > 0 ? difference * lag / sum : 1;
            }
            return Math.max(first, energy);
        }
    }
}
