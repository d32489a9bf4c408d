package org.antiphon.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.Sounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Laws that hold for every metric in the registry, also for the next one. */
class MetricsTest {

    static final List<SoundMetric> ALL = Metrics.SOUND;

    private static final Waveform MELODY = melody();
    private static final Waveform SILENCE = Waveform.silence(MELODY.length(), SampleRate.MODEL);

    private static Waveform melody() {
        float[] samples = new float[6 * 24_000];
        double[] pitches = {262, 294, 330, 349, 392, 440, 392, 330, 262};
        double[] times = {0.2, 0.7, 1.2, 1.5, 1.8, 2.5, 3.3, 4.1, 4.6};
        for (int i = 0; i < pitches.length; i++) {
            Sounds.addTone(samples, 24_000, times[i], 0.45, pitches[i], 0.05 + 0.01 * i, 0.03, 1);
        }
        Waveform hiss = Sounds.noise(0.002, 6, 24_000, 4);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += hiss.samples()[i];
        }
        return new Waveform(samples, SampleRate.MODEL);
    }

    @Test
    void everyMetricHasANameOfItsOwn() {
        List<String> names = Metrics.cards().stream().map(MetricCard::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        for (SoundMetric metric : Metrics.SOUND) {
            assertThat(Metrics.sound(metric.card().name())).contains(metric);
        }
        assertThat(Metrics.sound("loudness")).isEmpty();
    }

    @Test
    void everyFamilySaysWhatItAsks() {
        for (MetricFamily family : Metrics.FAMILIES) {
            assertThat(family.about()).as(family.title()).endsWith(".");
            assertThat(family.cards()).isNotEmpty();
        }
    }

    @Test
    void everyCardExplainsItself() {
        for (MetricCard card : Metrics.cards()) {
            assertThat(card.needs().inWords()).as(card.name()).isNotBlank();
            assertThat(card.tells()).as(card.name()).endsWith(".");
            assertThat(card.cannotTell()).as(card.name()).endsWith(".");
            assertThat(card.range()).as(card.name()).isNotBlank();
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aSoundAgainstItselfIsAsGoodAsCanBe(SoundMetric metric) {
        MetricCard card = metric.card();
        double value = metric.measure(MELODY, MELODY).asDouble().orElseThrow();
        double best = card.better() == MetricCard.Better.HIGHER ? card.highest() : 0;
        assertThat(value).as(card.name()).isCloseTo(best, within(1e-6));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aSilentReferenceIsNotMeasured(SoundMetric metric) {
        assertThat(metric.measure(SILENCE, MELODY)).as(metric.card().name()).isInstanceOf(NotMeasured.class);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aSilentCandidateIsMeasuredWithinTheRangeOrRefused(SoundMetric metric) {
        metric.measure(MELODY, SILENCE).asDouble().ifPresent(value -> assertThat(value)
                .as(metric.card().name())
                .isBetween(metric.card().lowest(), metric.card().highest()));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void emptyAndTinySoundsAreRefusedOrMeasuredNeverACrash(SoundMetric metric) {
        for (int length : new int[] {0, 1, 17, 240}) {
            Waveform tiny = Sounds.noise(0.1, length / 24_000.0, 24_000, 3);
            assertThat(metric.measure(tiny, tiny)).as(metric.card().name()).isNotNull();
            assertThat(metric.measure(MELODY, tiny)).as(metric.card().name()).isNotNull();
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatNeedsOneLengthRefusesTwo(SoundMetric metric) {
        Waveform shorter = new Waveform(java.util.Arrays.copyOf(MELODY.samples(), 5 * 24_000), SampleRate.MODEL);
        Measurement measured = metric.measure(MELODY, shorter);
        if (metric.card().needs().sameLength()) {
            assertThat(measured).isEqualTo(new NotMeasured("the sounds differ in length: 6.000 s and 5.000 s"));
        } else {
            assertThat(measured.asDouble()).as(metric.card().name()).isPresent();
        }
    }

    @Test
    void theCardTellsItsRangeInWords() {
        assertThat(Snr.PLAIN.card().range()).isEqualTo("-120 to 120 dB");
        assertThat(EndpointError.CARD.range()).isEqualTo("0 px and more");
        assertThat(new LoudnessDifference().card().range()).isEqualTo("any number of LU");
        assertThat(new MelSnr().card().needs().inWords())
                .isEqualTo("two sounds of one gain; the same length within 40 ms; compared at 24 kHz");
        assertThatThrownBy(() -> new MetricCard(
                        "No Name",
                        "x",
                        MetricUnit.NUMBER,
                        MetricCard.Better.HIGHER,
                        0,
                        1,
                        Needs.aligned("x"),
                        "x",
                        1,
                        "x",
                        "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
