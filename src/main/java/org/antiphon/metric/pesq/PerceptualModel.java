package org.antiphon.metric.pesq;

import java.util.List;

/** What a listener hears of the difference between two model signals whose delays are known. */
final class PerceptualModel {

    private static final double SILENCE = 500;
    private static final double SILENT_POWER = 1e7;
    private static final double CLEARLY_AUDIBLE = 100;
    private static final double RESPONSE_OFFSET = 1000;
    private static final double RESPONSE_LEAST = 0.01;
    private static final double RESPONSE_MOST = 100;
    private static final double BAD = 30;

    private final Sampling sampling;
    private final BarkBands bands;
    private final double[] reference;
    private final double[] degraded;
    private final int longest;
    private final List<Utterance> utterances;
    private final Delays delays;
    private final FrameSpectra spectra;
    private final Loudness loudness;

    private int first;
    private int last;
    private double[] referencePowers;
    private double[] degradedPowers;
    private Disturbances disturbances;

    PerceptualModel(Sampling sampling, Channel reference, Channel degraded, List<Utterance> utterances) {
        this.sampling = sampling;
        this.bands = sampling.bands;
        this.reference = reference.samples();
        this.degraded = degraded.samples();
        this.longest = Math.max(reference.padded(), degraded.padded());
        this.utterances = utterances;
        this.delays = new Delays(utterances, sampling.block);
        this.spectra = new FrameSpectra(sampling);
        this.loudness = new Loudness(bands);
    }

    /** The disturbances of all frames. */
    Disturbances disturbances() {
        findRange();
        int frames = last + 1;
        referencePowers = new double[frames * bands.count()];
        degradedPowers = new double[frames * bands.count()];
        disturbances = new Disturbances(first, last, signalHops());
        spectra.powers(reference, sampling.guard, frames, referencePowers, 0);
        transformDegraded(frames);
        equaliseResponse(frames);
        for (int f = 0; f < frames; f++) {
            compare(f);
        }
        boolean bad = disturbances.anyAbove(BAD);
        skipRepeated();
        if (bad) {
            new BadIntervals(sampling, reference, degraded, longest, delays)
                    .mend(disturbances, spectra, loudness, referencePowers, BAD);
        }
        return disturbances;
    }

    /** Frames before the first and after the last sound of the reference count for nothing. */
    private void findRange() {
        int leading = 0;
        while (isSilent(sampling.guard + leading) && leading < longest / 2) {
            leading++;
        }
        int end = longest - sampling.guard + sampling.padding - 5;
        int trailing = 0;
        while (isSilent(end - trailing) && trailing < longest / 2) {
            trailing++;
        }
        first = leading / sampling.hop;
        last = (longest - 2 * sampling.guard + sampling.padding - trailing) / sampling.hop - 1;
    }

    private boolean isSilent(int at) {
        double sum = 0;
        for (int i = at; i < at + 5; i++) {
            sum += Math.abs(reference[i]);
        }
        return sum < SILENCE;
    }

    private int signalHops() {
        return (longest - 2 * sampling.guard) / sampling.hop;
    }

    /** Frames of one delay follow each other; those that would reach out of the signal stay without power. */
    private void transformDegraded(int frames) {
        for (int f = 0, next; f < frames; f = next) {
            int delay = delays.at(sampling.guard + f * sampling.hop);
            next = f + 1;
            while (next < frames && delays.at(sampling.guard + next * sampling.hop) == delay) {
                next++;
            }
            int from = f;
            int to = next;
            while (from < to && !isInside(from, delay)) {
                from++;
            }
            while (to > from && !isInside(to - 1, delay)) {
                to--;
            }
            int start = sampling.guard + from * sampling.hop + delay;
            spectra.powers(degraded, start, to - from, degradedPowers, from * bands.count());
        }
    }

    private boolean isInside(int frame, int delay) {
        int at = sampling.guard + frame * sampling.hop + delay;
        return at > 0 && at + sampling.frame < degraded.length;
    }

    /** Multiplies the reference by the frequency response of what degraded it, as far as that is a plain filter. */
    private void equaliseResponse(int frames) {
        int count = bands.count();
        double[] sumReference = new double[count];
        double[] sumDegraded = new double[count];
        for (int f = 0; f < frames; f++) {
            if (loudness.audible(referencePowers, f * count, CLEARLY_AUDIBLE) >= SILENT_POWER) {
                addAudible(referencePowers, f * count, sumReference);
                addAudible(degradedPowers, f * count, sumDegraded);
            }
        }
        int divisor = (longest - 2 * sampling.guard + sampling.padding) / sampling.hop - 1;
        for (int b = 0; b < count; b++) {
            double response =
                    (sumDegraded[b] / divisor + RESPONSE_OFFSET) / (sumReference[b] / divisor + RESPONSE_OFFSET);
            double limited = Math.min(RESPONSE_MOST, Math.max(RESPONSE_LEAST, response));
            for (int f = 0; f < frames; f++) {
                referencePowers[f * count + b] *= limited;
            }
        }
    }

    private void addAudible(double[] powers, int offset, double[] sums) {
        for (int b = 0; b < sums.length; b++) {
            double power = powers[offset + b];
            if (power > CLEARLY_AUDIBLE * bands.threshold[b]) {
                sums[b] += power;
            }
        }
    }

    private void compare(int f) {
        int offset = f * bands.count();
        double power = loudness.audible(referencePowers, offset, 1);
        loudness.equaliseGain(power, degradedPowers, offset, f > 0);
        loudness.compare(referencePowers, degradedPowers, offset);
        disturbances.set(f, loudness.symmetric(), loudness.asymmetric(), power);
    }

    /** Where the delay drops by more than half a frame, some frames of the degraded signal would be heard twice. */
    private void skipRepeated() {
        int guard = Sampling.GUARD_BLOCKS;
        for (int u = 1; u < utterances.size(); u++) {
            Utterance next = utterances.get(u);
            Utterance before = utterances.get(u - 1);
            int jump = next.delay() - before.delay();
            if (jump < -sampling.hop) {
                int from = ((next.start() - guard) * sampling.block + next.delay()) / sampling.hop;
                int fromBefore = ((before.end() - guard) * sampling.block + before.delay()) / sampling.hop;
                int to = ((next.start() - guard) * sampling.block - jump) / sampling.hop + 1;
                disturbances.clear(Math.max(0, Math.min(from, fromBefore)), to);
            }
        }
    }
}
