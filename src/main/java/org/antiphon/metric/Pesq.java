package org.antiphon.metric;

import org.antiphon.clip.SampleRate;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.metric.pesq.PesqMode;
import org.antiphon.metric.pesq.PesqModel;
import org.antiphon.metric.pesq.PesqOutcome;
import org.antiphon.metric.pesq.PesqRefusal;
import org.antiphon.metric.pesq.PesqScore;

/**
 * PESQ: the mean opinion score that listeners would give to transmitted speech. A model of speech on the telephone; of
 * music it says little, so it never stands alone. Finds delays by itself and takes sounds of different length. It is defined
 * at 8000 and 16000 Hz: sounds of other rates are resampled to 16000 Hz if both have at least that, else to 8000 Hz
 * (narrow band only), never upwards.
 */
public record Pesq(PesqMode mode) implements SoundMetric {

    /** P.862 with the mapping of P.862.1. */
    public static final Pesq NARROW_BAND = new Pesq(PesqMode.NARROW_BAND);

    /** P.862.2 as of 2005, which most software computes. */
    public static final Pesq WIDE_BAND = new Pesq(PesqMode.WIDE_BAND);

    /** P.862.2 with Corrigendum 2 of 2018. */
    public static final Pesq WIDE_BAND_2018 = new Pesq(PesqMode.WIDE_BAND_2018);

    private static final SampleRate WIDE = new SampleRate(16_000);
    private static final SampleRate NARROW = new SampleRate(8_000);

    @Override
    public MetricCard card() {
        return switch (mode) {
            case NARROW_BAND ->
                card(
                        "pesq-nb",
                        "PESQ, a model of speech (narrow band)",
                        "8 or 16 kHz",
                        "ITU-T P.862 (2001) and P.862.1 (2003)");
            case WIDE_BAND ->
                card("pesq-wb", "PESQ, a model of speech (wide band, 2005)", "16 kHz", "ITU-T P.862.2 (2005)");
            case WIDE_BAND_2018 ->
                card(
                        "pesq-wb-cor2",
                        "PESQ, a model of speech (wide band, 2018)",
                        "16 kHz",
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
                Needs.anyLength("two sounds of at least a quarter of a second, in which something like speech is found;"
                        + " compared at " + rate + ", never resampled upwards"),
                source
                        + "; rights in method and reference software: see the notice of P.862 by OPTICOM and Psytechnics",
                1,
                "What listeners would say of this as a voice on the telephone. It is reported because papers report it.",
                "How good music is: it was fitted to speech sent over telephones, hears nothing above "
                        + (mode == PesqMode.NARROW_BAND ? "3.4" : "7")
                        + " kHz, and no listener of music has ever confirmed it. The right notes played"
                        + " differently score badly.");
    }

    @Override
    public Measurement measure(SoundPair pair) {
        int lower = Math.min(
                pair.reference().rate().hertz(), pair.candidate().rate().hertz());
        boolean wide = mode != PesqMode.NARROW_BAND;
        if (lower < NARROW.hertz() || wide && lower < WIDE.hertz()) {
            String need =
                    wide ? "wide-band PESQ needs sounds of at least 16000 Hz" : "PESQ needs sounds of at least 8000 Hz";
            return new NotMeasured(need + ", one has " + lower + " Hz");
        }
        SampleRate rate = lower < WIDE.hertz() ? NARROW : WIDE;
        PesqOutcome outcome = PesqModel.compare(
                pair.referenceAt(rate).samples(), pair.candidateAt(rate).samples(), rate.hertz(), mode);
        return outcome instanceof PesqScore score
                ? new Measured(score.mapped(), MetricUnit.OPINION_SCORE)
                : new NotMeasured(((PesqRefusal) outcome).reason());
    }
}
