package org.antiphon.metric;

import org.antiphon.clip.Mel;
import org.antiphon.clip.SampleRate;
import org.antiphon.metric.MetricCard.Better;

/**
 * How far the timbres lie apart: distance of mel cepstra, coefficients 1 to 13, mean over frames. The zeroth, the level, is
 * left out. Frames are compared at the same moment, without time warping.
 */
public record MelCepstralDistortion() implements SoundMetric {

    /*
     * With the log spectrum written as L(n) = c0 + Σ c(k)·cos(πk(n+½)/N) over the N mel bins, 10·√2/ln 10 · ‖Δc‖ is the
     * root-mean-square distance of the smoothed spectra in dB. Packages that put orthonormal coefficients into the same
     * formula read √(N/2) times more.
     */

    private static final int COEFFICIENTS = 13;
    private static final double DECIBELS = 10 * Math.sqrt(2) / Math.log(10);
    /** Below the reference's loudest mel bin by 80 dB all is equally silent. */
    private static final double RANGE = 1e-4;

    @Override
    public MetricCard card() {
        return new MetricCard(
                "mel-cepstral-distortion",
                "Mel-cepstral distortion",
                MetricUnit.DECIBELS,
                Better.LOWER,
                0,
                Double.POSITIVE_INFINITY,
                Needs.aligned("two sounds").at(SampleRate.MODEL),
                "Kubichek 1993; 100 Slaney mel bins, 1024 points, hop 240, floor 80 dB below the reference's peak, no"
                        + " time warping",
                1,
                "How far apart the timbres are, whatever the volume and almost whatever the pitch: 0 is the same colour of"
                        + " tone at every moment.",
                "Whether the notes are right. It comes from speech synthesis, where 4 to 6 dB is good; on music no such"
                        + " scale is established.");
    }

    @Override
    public Measurement measure(SoundPair sounds) {
        return sounds.aligned(
                SampleRate.MODEL,
                pair -> SoundPair.unlessReferenceSilent(
                        pair,
                        MetricUnit.DECIBELS,
                        p -> distance(MelSnr.mel(p.reference()), MelSnr.mel(p.candidate()))));
    }

    private static double distance(Mel reference, Mel candidate) {
        float peak = 0;
        for (float value : reference.values()) {
            peak = Math.max(peak, value);
        }
        double floor = Math.max(1e-30, RANGE * peak);
        int bins = reference.bins();
        double[][] cosines = cosines(bins);
        double total = 0;
        double[] gap = new double[bins];
        for (int frame = 0; frame < reference.frames(); frame++) {
            for (int bin = 0; bin < bins; bin++) {
                gap[bin] =
                        Math.log(Math.max(floor, reference.at(frame, bin)) / Math.max(floor, candidate.at(frame, bin)));
            }
            double squares = 0;
            for (double[] cosine : cosines) {
                double coefficient = 0;
                for (int bin = 0; bin < bins; bin++) {
                    coefficient += gap[bin] * cosine[bin];
                }
                squares += coefficient * coefficient;
            }
            total += DECIBELS * Math.sqrt(squares);
        }
        return total / reference.frames();
    }

    private static double[][] cosines(int bins) {
        double[][] cosines = new double[COEFFICIENTS][bins];
        for (int k = 1; k <= COEFFICIENTS; k++) {
            for (int n = 0; n < bins; n++) {
                cosines[k - 1][n] = 2.0 / bins * Math.cos(Math.PI * k * (n + 0.5) / bins);
            }
        }
        return cosines;
    }
}
