package org.antiphon.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.Sounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PesqTest {

    static final List<Pesq> ALL = List.of(Pesq.NARROW_BAND, Pesq.WIDE_BAND, Pesq.WIDE_BAND_2018);

    private static final int RATE = 16_000;
    private static final Waveform SPOKEN = spoken(RATE);

    /** Bursts of tones with pauses, loud enough to count as speech. */
    private static Waveform spoken(int rate) {
        float[] samples = new float[3 * rate];
        for (int i = 0; i < 4; i++) {
            Sounds.addTone(samples, rate, 0.2 + 0.7 * i, 0.5, 300 + 90 * i, 0.3, 0.05, 6);
        }
        return new Waveform(samples, new SampleRate(rate));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void isHighestForTheSameSound(Pesq pesq) {
        MetricCard card = pesq.card();
        assertThat(pesq.measure(SPOKEN, SPOKEN).asDouble().orElseThrow()).isCloseTo(card.highest(), within(1e-6));
        assertThat(card.source()).contains("P.862").contains("OPTICOM");
        assertThat(card.label()).contains("speech");
        assertThat(card.unit()).isEqualTo(MetricUnit.OPINION_SCORE);
    }

    @Test
    void namesItsVariants() {
        assertThat(ALL).extracting(pesq -> pesq.card().name()).containsExactly("pesq-nb", "pesq-wb", "pesq-wb-cor2");
        assertThat(Pesq.NARROW_BAND.card().highest()).isCloseTo(4.5486, within(1e-4));
        assertThat(Pesq.WIDE_BAND.card().highest()).isCloseTo(4.6439, within(1e-4));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void saysWhyThereIsNoScore(Pesq pesq) {
        Waveform silence = Waveform.silence(RATE, SPOKEN.rate());
        assertThat(pesq.measure(silence, SPOKEN))
                .isEqualTo(new NotMeasured("nothing like speech was found in the reference"));
        assertThat(pesq.measure(SPOKEN, silence)).isEqualTo(new NotMeasured("the candidate is silent"));
        assertThat(pesq.measure(SPOKEN, Waveform.silence(3_999, SPOKEN.rate())))
                .isEqualTo(new NotMeasured("a sound is shorter than a quarter of a second"));
        Waveform coarse = spoken(7_000);
        assertThat(((NotMeasured) pesq.measure(coarse, coarse)).reason()).endsWith(", one has 7000 Hz");
    }

    @Test
    void wideBandNeedsSixteenKilohertz() {
        Waveform telephone = spoken(8_000);
        assertThat(Pesq.NARROW_BAND.measure(telephone, telephone)).isInstanceOf(Measured.class);
        assertThat(Pesq.NARROW_BAND.measure(SPOKEN, telephone)).isInstanceOf(Measured.class);
        assertThat(Pesq.WIDE_BAND.measure(telephone, telephone))
                .isEqualTo(new NotMeasured("wide-band PESQ needs sounds of at least 16000 Hz, one has 8000 Hz"));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void soundsOfHigherRatesAreResampledDown(Pesq pesq) {
        Waveform studio = spoken(48_000);
        assertThat(pesq.measure(studio, studio).asDouble().orElseThrow())
                .isCloseTo(pesq.card().highest(), within(1e-6));
        assertThat(pesq.measure(studio, SPOKEN).asDouble().orElseThrow()).isGreaterThan(4);
    }
}
