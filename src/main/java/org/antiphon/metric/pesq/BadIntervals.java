package org.antiphon.metric.pesq;

import java.util.ArrayList;
import java.util.List;

/**
 * Stretches of frames that differ so much that their delay is probably wrong: they are aligned once more, by themselves,
 * and keep whichever disturbance is smaller.
 */
final class BadIntervals {

    private static final int SMEAR = 2;
    private static final int SHORTEST = 5;
    private static final int RANGE_IN_FRAMES = 4;
    private static final double LEAST_CORRELATION = 0.5;
    private static final double LEAST_POWER = 1e-6;

    private final Sampling sampling;
    private final double[] reference;
    private final double[] corrected;
    private final int longest;

    /** @param longest padded length of the longer signal */
    BadIntervals(Sampling sampling, double[] reference, double[] degraded, int longest, Delays delays) {
        this.sampling = sampling;
        this.reference = reference;
        this.longest = longest;
        this.corrected = corrected(degraded, delays);
    }

    /** Frames from one to another, the latter not included. */
    private record Interval(int from, int to) {}

    /** Lowers the disturbances of all bad frames as far as another delay of theirs allows. */
    void mend(
            Disturbances disturbances,
            FrameSpectra spectra,
            Loudness loudness,
            double[] referencePowers,
            double limit) {
        List<Interval> intervals = intervals(disturbances, limit);
        disturbances.countBadIntervals(intervals.size());
        double[] moved = corrected.clone();
        for (Interval interval : intervals) {
            int start = start(interval);
            int end = end(interval);
            int delay = delay(start, end);
            for (int i = start; i < end; i++) {
                moved[i] = corrected[Math.max(0, Math.min(longest - 1, i + delay))];
            }
        }
        double[] powers = new double[referencePowers.length];
        for (Interval interval : intervals) {
            loudness.startGain(1);
            int bands = sampling.bands.count();
            int begin = sampling.guard + interval.from() * sampling.hop;
            spectra.powers(moved, begin, interval.to() - interval.from(), powers, interval.from() * bands);
            for (int f = interval.from(); f < interval.to(); f++) {
                int offset = f * bands;
                loudness.equaliseGain(disturbances.power(f), powers, offset, f > 0);
                loudness.compare(referencePowers, powers, offset);
                disturbances.lower(f, loudness.symmetric(), loudness.asymmetric());
            }
        }
    }

    /** The degraded signal with every sample where the delays say that it belongs. */
    private double[] corrected(double[] degraded, Delays delays) {
        double[] moved = new double[degraded.length];
        int lowest = sampling.guard;
        int highest = degraded.length - sampling.guard;
        for (int i = lowest; i < highest; i++) {
            moved[i] = degraded[Math.max(lowest, Math.min(highest - 1, i + delays.at(i)))];
        }
        return moved;
    }

    private List<Interval> intervals(Disturbances disturbances, double limit) {
        int last = disturbances.last();
        boolean[] bad = new boolean[last + 1];
        for (int f = 1; f <= last; f++) {
            bad[f] = disturbances.symmetric(f) > limit;
        }
        List<Interval> intervals = new ArrayList<>();
        int from = -1;
        for (int f = SMEAR; f <= last - 1 - SMEAR + 1; f++) {
            boolean inside = f <= last - 1 - SMEAR && any(bad, f - SMEAR, f) && any(bad, f, f + SMEAR);
            if (inside && from < 0) {
                from = f;
            }
            if (!inside && from >= 0) {
                if (f - from >= SHORTEST) {
                    intervals.add(new Interval(from, f));
                }
                from = -1;
            }
        }
        return intervals;
    }

    private static boolean any(boolean[] flags, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (flags[i]) {
                return true;
            }
        }
        return false;
    }

    private int start(Interval interval) {
        return interval.from() * sampling.hop + sampling.guard;
    }

    private int end(Interval interval) {
        return interval.to() * sampling.hop + sampling.frame + sampling.guard;
    }

    /**
     * By how many samples the degraded part is later still, within four frames either way; 0 if nothing is alike.
     *
     * <p>The reference part stands between two ranges of zeros, so that a circular correlation that is as long as the
     * whole never wraps round.
     */
    private int delay(int start, int end) {
        int range = RANGE_IN_FRAMES * sampling.frame;
        int length = end - start + 2 * range;
        double[] part = new double[length];
        double[] other = new double[length];
        double energy = 0;
        double otherEnergy = 0;
        for (int i = 0; i < length; i++) {
            boolean inside = i >= range && i < length - range;
            part[i] = inside ? Math.abs(reference[start - range + i]) : 0;
            int at = Math.max(
                    sampling.guard, Math.min(longest - sampling.guard + sampling.padding - 1, start - range + i));
            other[i] = Math.abs(corrected[at]);
            energy += part[i] * part[i];
            otherEnergy += other[i] * other[i];
        }
        int points = CrossSums.powerOfTwo(2 * length);
        if (energy / points <= LEAST_POWER || otherEnergy / points <= LEAST_POWER) {
            return 0;
        }
        double[] sums = CrossSums.of(part, other, length);
        double most = 0;
        int best = 0;
        for (int lag = -range; lag < range; lag++) {
            double sum = sums[lag & (sums.length - 1)];
            if (sum > most) {
                most = sum;
                best = lag;
            }
        }
        return most < LEAST_CORRELATION * Math.sqrt(energy * otherEnergy) ? 0 : best;
    }
}
