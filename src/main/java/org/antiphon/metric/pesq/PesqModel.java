package org.antiphon.metric.pesq;

import java.util.List;
import java.util.Optional;

/** Compares a degraded sound with its reference: the door of this package. Has no state. */
public final class PesqModel {

    private PesqModel() {}

    /**
     * The score of a sound. Delay and gain do not count, lengths may differ, and the scale of the samples does not matter.
     *
     * @param rate of both sounds, in hertz
     */
    public static PesqOutcome compare(float[] reference, float[] degraded, int rate, PesqMode mode) {
        Optional<Sampling> sampling = Sampling.of(rate);
        if (sampling.isEmpty()) {
            return PesqRefusal.OTHER_RATE;
        }
        if (mode.isWide() && sampling.get() != Sampling.HZ_16000) {
            return PesqRefusal.WIDE_BAND_NEEDS_16000;
        }
        if (Math.min(reference.length, degraded.length) < sampling.get().shortest) {
            return PesqRefusal.TOO_SHORT;
        }
        return new Comparison(sampling.get(), mode).of(reference, degraded);
    }

    /** One comparison, with what its stages found. */
    static final class Comparison {

        private final Sampling sampling;
        private final PesqMode mode;
        private InputStage.Levels levels;
        private int crudeDelay;
        private List<Utterance> utterances;
        private Disturbances disturbances;

        Comparison(Sampling sampling, PesqMode mode) {
            this.sampling = sampling;
            this.mode = mode;
        }

        PesqOutcome of(float[] first, float[] second) {
            int length = Math.max(first.length, second.length) + 2 * sampling.guard + sampling.padding;
            Channel reference = Channel.of(first, length, sampling);
            Channel degraded = Channel.of(second, length, sampling);
            levels = new InputStage(sampling, mode).apply(reference, degraded);
            if (Double.isInfinite(levels.reference())) {
                return PesqRefusal.NO_UTTERANCE;
            }
            align(reference, degraded);
            if (utterances.isEmpty()) {
                return PesqRefusal.NO_UTTERANCE;
            }
            if (Double.isInfinite(levels.degraded())) {
                return PesqRefusal.SILENT_CANDIDATE;
            }
            disturbances = new PerceptualModel(sampling, reference, degraded, utterances).disturbances();
            double raw = PesqMode.PERFECT - 0.1 * disturbances.symmetric() - 0.0309 * disturbances.asymmetric();
            return Double.isFinite(raw) ? new PesqScore(raw, mode.mapped(raw)) : PesqRefusal.UNDEFINED;
        }

        private void align(Channel reference, Channel degraded) {
            Channel a = AlignmentFilter.apply(reference, sampling);
            Channel b = AlignmentFilter.apply(degraded, sampling);
            VoiceActivity speech = VoiceActivity.of(a, sampling);
            VoiceActivity heard = VoiceActivity.of(b, sampling);
            EnvelopeCorrelation envelopes = new EnvelopeCorrelation(speech, heard, sampling.block);
            FrameCorrelations frames = new FrameCorrelations(a, b, sampling);
            crudeDelay = envelopes.wholeDelay();
            UtteranceSearch search = new UtteranceSearch(sampling, speech, b.padded(), envelopes, frames);
            SplitSearch splits = new SplitSearch(sampling, speech, heard, frames, b.padded());
            utterances = new UtteranceSplitter(sampling, speech, b.padded(), splits).split(search.find(crudeDelay));
        }

        InputStage.Levels levels() {
            return levels;
        }

        int crudeDelay() {
            return crudeDelay;
        }

        List<Utterance> utterances() {
            return utterances;
        }

        Disturbances disturbances() {
            return disturbances;
        }
    }
}
