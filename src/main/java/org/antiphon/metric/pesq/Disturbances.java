package org.antiphon.metric.pesq;

/** How much the frames of two sounds differ, and what that makes for the whole. */
final class Disturbances {

    private static final double POWER_OFFSET = 1e5;
    private static final double POWER_REFERENCE = 1e7;
    private static final double POWER_EXPONENT = 0.04;
    private static final double MOST = 45;
    private static final int SYLLABLE = 20;
    private static final int LONG = 1000;
    private static final double LATE_DIVISOR = 5500;
    private static final double LATE_MOST = 0.5;

    private final int first;
    private final int last;
    private final int signalHops;
    private final double[] symmetric;
    private final double[] asymmetric;
    private final double[] power;
    private int badIntervals;

    /**
     * @param first first frame that counts
     * @param last last frame; those before the first are kept as well
     * @param signalHops length of the longer signal, in hops
     */
    Disturbances(int first, int last, int signalHops) {
        this.first = first;
        this.last = last;
        this.signalHops = signalHops;
        this.symmetric = new double[last + 1];
        this.asymmetric = new double[last + 1];
        this.power = new double[last + 1];
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    /** How many stretches of bad frames were aligned anew. */
    int badIntervals() {
        return badIntervals;
    }

    void countBadIntervals(int count) {
        badIntervals = count;
    }

    /** @param audible audible power of the reference frame */
    void set(int frame, double symmetricValue, double asymmetricValue, double audible) {
        symmetric[frame] = symmetricValue;
        asymmetric[frame] = asymmetricValue;
        power[frame] = audible;
    }

    double power(int frame) {
        return power[frame];
    }

    double symmetric(int frame) {
        return symmetric[frame];
    }

    /** Keeps the smaller of the values that a frame has and the given ones. */
    void lower(int frame, double symmetricValue, double asymmetricValue) {
        symmetric[frame] = Math.min(symmetric[frame], symmetricValue);
        asymmetric[frame] = Math.min(asymmetric[frame], asymmetricValue);
    }

    /** Forgets the frames from one to another, both included, but never the last frame of all. */
    void clear(int from, int to) {
        for (int f = from; f <= Math.min(to, last - 1); f++) {
            symmetric[f] = 0;
            asymmetric[f] = 0;
        }
    }

    boolean anyAbove(double limit) {
        for (double value : symmetric) {
            if (value > limit) {
                return true;
            }
        }
        return false;
    }

    /** Disturbance of the whole. */
    double symmetric() {
        return aggregate(symmetric);
    }

    /** Disturbance of the whole by what was added. */
    double asymmetric() {
        return aggregate(asymmetric);
    }

    /**
     * Loud frames hide some of their disturbance. Within a syllable of 20 frames the worst ones count most (a norm of the
     * sixth order), and over the syllables, which overlap by half, the mean of squares.
     */
    private double aggregate(double[] values) {
        double[] sixth = new double[last + 1];
        for (int f = 0; f <= last; f++) {
            double hidden = Math.pow((power[f] + POWER_OFFSET) / POWER_REFERENCE, POWER_EXPONENT);
            double value = Math.min(MOST, values[f] / hidden);
            double square = value * value;
            sixth[f] = square * square * square;
        }
        double sum = 0;
        double weights = 0;
        for (int start = first; start <= last; start += SYLLABLE / 2) {
            double syllable = 0;
            for (int f = start; f <= Math.min(start + SYLLABLE - 1, last); f++) {
                syllable += sixth[f];
            }
            double weight = weight(start - first);
            sum += weight * weight * Math.cbrt(syllable / SYLLABLE);
            weights += weight * weight;
        }
        return Math.sqrt(sum / weights);
    }

    /** In long sounds the beginning counts less, for listeners judge by what they heard last. */
    private double weight(int frame) {
        if (last + 1 <= LONG) {
            return 1;
        }
        int frames = signalHops - 1;
        double late = Math.min(LATE_MOST, (frames - LONG) / LATE_DIVISOR);
        return 1 - late + late * frame / frames;
    }
}
