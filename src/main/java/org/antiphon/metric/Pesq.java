package org.antiphon.metric;

import org.antiphon.clip.Waveform;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.metric.pesq.PesqMode;
import org.antiphon.metric.pesq.PesqModel;
import org.antiphon.metric.pesq.PesqOutcome;
import org.antiphon.metric.pesq.PesqRefusal;
import org.antiphon.metric.pesq.PesqScore;

/**
 * PESQ: the mean opinion score that listeners would give to transmitted speech. A model of speech on the telephone; of
 * music it says little, so it never stands alone. Finds delays by itself and takes sounds of different length, but only
 * of 8000 or 16000 Hz (wide band: 16000 Hz), for it would measure the resampler otherwise.
 */
public record Pesq(PesqMode mode) implements SoundMetric {

    /** P.862 with the mapping of P.862.1. */
    public static final Pesq NARROW_BAND = new Pesq(PesqMode.NARROW_BAND);

    /** P.862.2 as of 2005, which most software computes. */
    public static final Pesq WIDE_BAND = new Pesq(PesqMode.WIDE_BAND);

    /** P.862.2 with Corrigendum 2 of 2018. */
    public static final Pesq WIDE_BAND_2018 = new Pesq(PesqMode.WIDE_BAND_2018);

    @Override
    public MetricCard card() {
        return switch (mode) {
            case NARROW_BAND ->
                card(
                        "pesq-nb",
                        "PESQ, a model of speech (narrow band)",
                        "8000 or 16000 Hz",
                        "ITU-T P.862 (2001) and P.862.1 (2003)");
            case WIDE_BAND ->
                card("pesq-wb", "PESQ, a model of speech (wide band, 2005)", "16000 Hz", "ITU-T P.862.2 (2005)");
            case WIDE_BAND_2018 ->
                card(
                        "pesq-wb-cor2",
                        "PESQ, a model of speech (wide band, 2018)",
                        "16000 Hz",
                        "ITU-T P.862.2 (2005) with Corrigendum 2 (2018) to P.862");
        };
    }

    private MetricCard card(String name, String label, String rate, String source) {
        return new MetricCard(
                name,
                label,
                MetricUnit.OPINION_SCORE,
                Better.HIGHER,
                mode.lowest(),
                mode.highest(),
                "reference and candidate of " + rate + ", a quarter of a second or longer; lengths may differ; speech",
                source
                        + "; rights in method and reference software: see the notice of P.862 by OPTICOM and Psytechnics",
                1);
    }

    @Override
    public Measurement measure(Waveform reference, Waveform candidate) {
        if (!reference.rate().equals(candidate.rate())) {
            return new NotMeasured("the sounds have different rates: "
                    + reference.rate().hertz() + " Hz and " + candidate.rate().hertz() + " Hz");
        }
        PesqOutcome outcome = PesqModel.compare(
                reference.samples(), candidate.samples(), reference.rate().hertz(), mode);
        return outcome instanceof PesqScore score
                ? new Measured(score.mapped(), MetricUnit.OPINION_SCORE)
                : new NotMeasured(((PesqRefusal) outcome).reason());
    }
}
