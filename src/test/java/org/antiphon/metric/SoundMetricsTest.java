package org.antiphon.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.Sounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SoundMetricsTest {

    static final java.util.List<SoundMetric> ALL = java.util.List.of(Snr.PLAIN, Snr.FITTED, new SiSdr(),
            new LoudnessCorrelation(), new LogSpectralDistance(), new MultiResolutionStftDistance(), OnsetF1.CUSTOMARY,
            NoteF1.ONSET_PITCH, NoteF1.ONSET_PITCH_OFFSET, new ChromaSimilarity(),
            new TempoDifference(), new LoudnessDifference());

    private static final Waveform NOISE = Sounds.noise(0.1, 1, 24_000, 1);
    private static final Waveform OTHER = Sounds.noise(0.1, 1, 24_000, 2);
    private static final Waveform SILENCE = Waveform.silence(24_000, SampleRate.MODEL);

    private static Waveform mixed(Waveform a, double gainA, Waveform b, double gainB, int delay) {
        float[] sum = new float[a.length()];
        for (int i = 0; i < sum.length; i++) {
            float from = i - delay >= 0 && i - delay < a.length() ? a.samples()[i - delay] : 0;
            sum[i] = (float) (gainA * from + gainB * b.samples()[i]);
        }
        return new Waveform(sum, a.rate());
    }

    private static double value(SoundMetric metric, Waveform reference, Waveform candidate) {
        Measurement measurement = metric.measure(reference, candidate);
        assertThat(measurement).isInstanceOf(Measured.class);
        return measurement.asDouble().orElseThrow();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void neverComparesWithSilenceAsReference(SoundMetric metric) {
        assertThat(metric.measure(SILENCE, NOISE)).isInstanceOf(NotMeasured.class);
        assertThat(metric.card().source()).isNotBlank();
    }

    @Test
    void snrRewardsSilenceOverAnUnrelatedSound() {
        assertThat(value(Snr.PLAIN, NOISE, SILENCE)).isCloseTo(0, within(1e-9));
        assertThat(value(Snr.PLAIN, NOISE, OTHER)).isCloseTo(-3.01, within(0.1));
        assertThat(value(Snr.PLAIN, NOISE, NOISE)).isEqualTo(120);
        assertThat(value(Snr.PLAIN, NOISE, mixed(NOISE, 1, OTHER, 0.1, 0))).isCloseTo(20, within(0.1));
    }

    @Test
    void fittedSnrForgivesDelayAndGain() {
        Waveform shifted = mixed(NOISE, 0.3, OTHER, 0.03, 700);
        assertThat(value(Snr.FITTED, NOISE, shifted)).isGreaterThan(13);
        assertThat(value(Snr.PLAIN, NOISE, shifted)).isLessThan(1);
    }

    @Test
    void siSdrDoesNotDependOnTheGain() {
        Waveform noisy = mixed(NOISE, 1, OTHER, 0.1, 0);
        double expected = value(new SiSdr(), NOISE, noisy);
        assertThat(expected).isCloseTo(20, within(0.3));
        assertThat(value(new SiSdr(), NOISE, mixed(noisy, 0.2, NOISE, 0, 0))).isCloseTo(expected, within(1e-3));
        assertThat(new SiSdr().measure(NOISE, SILENCE)).isEqualTo(new NotMeasured("the candidate is silent"));
    }

    @Test
    void spectralDistancesAreZeroForTheSameAndReadTheGainInDecibels() {
        assertThat(value(new LogSpectralDistance(), NOISE, NOISE)).isZero();
        assertThat(value(new LogSpectralDistance(), NOISE, mixed(NOISE, 0.5, OTHER, 0, 0))).isCloseTo(6.02, within(0.05));
        assertThat(value(new MultiResolutionStftDistance(), NOISE, NOISE)).isZero();
        assertThat(value(new MultiResolutionStftDistance(), NOISE, mixed(NOISE, 0.5, OTHER, 0, 0)))
                .isCloseTo(0.5 + Math.log(2), within(0.01));
    }

    @Test
    void loudnessCorrelationFollowsTheEnvelopeWhateverThePitchAndGain() {
        float[] a = new float[48_000];
        float[] b = new float[48_000];
        for (int i = 0; i < 4; i++) {
            Sounds.addTone(a, 24_000, 0.1 + 0.5 * i, 0.3, 440, 0.1, 0.02, 3);
            Sounds.addTone(b, 24_000, 0.1 + 0.5 * i, 0.3, 660, 0.05, 0.02, 3);
        }
        assertThat(value(new LoudnessCorrelation(), new Waveform(a, SampleRate.MODEL), new Waveform(b, SampleRate.MODEL)))
                .isGreaterThan(0.97);
        assertThat(new LoudnessCorrelation().measure(NOISE, SILENCE)).isInstanceOf(NotMeasured.class);
    }

    @Test
    void refusesSoundsOfDifferentLengthAndAlignsRates() {
        Waveform longer = Sounds.noise(0.1, 1.2, 24_000, 1);
        assertThat(Snr.PLAIN.measure(NOISE, longer)).isInstanceOf(NotMeasured.class);
        Waveform sine = Sounds.sine(1000, 0.5, 1, 24_000);
        assertThat(value(Snr.PLAIN, sine, Sounds.sine(1000, 0.5, 1, 48_000))).isGreaterThan(40);
    }

    private static Waveform beats(double seconds, double hertz) {
        float[] samples = new float[96_000];
        for (double t = 0.2; t < 3.8; t += seconds) {
            Sounds.addTone(samples, 24_000, t, 0.2, hertz, 0.1, 0.005, 8);
        }
        return new Waveform(samples, SampleRate.MODEL);
    }

    @Test
    void chromaForgetsTheOctaveButNotThePitchClass() {
        Waveform a = Sounds.sine(440, 0.3, 1, 24_000);
        assertThat(value(new ChromaSimilarity(), a, Sounds.sine(880, 0.1, 1, 24_000))).isGreaterThan(0.99);
        assertThat(value(new ChromaSimilarity(), a, Sounds.sine(622.25, 0.3, 1, 24_000))).isLessThan(0.1);
        assertThat(value(new ChromaSimilarity(), a, SILENCE)).isZero();
    }

    @Test
    void tempoDifferenceReadsTheBeat() {
        assertThat(value(new TempoDifference(), beats(0.5, 440), beats(0.5, 660))).isLessThan(2);
        assertThat(value(new TempoDifference(), beats(0.5, 440), beats(0.6, 440))).isCloseTo(20, within(3.0));
        assertThat(new TempoDifference().measure(NOISE, NOISE)).isInstanceOf(NotMeasured.class);
    }

    @Test
    void loudnessDifferenceReadsTheGain() {
        assertThat(value(new LoudnessDifference(), NOISE, mixed(NOISE, 2, NOISE, 0, 0))).isCloseTo(6.02, within(0.01));
    }

    @Test
    void audioVisualOffsetFindsTheLag() {
        Waveform sound = beats(0.45, 440);
        float[] motion = new float[200];
        for (double t = 0.2; t < 3.8; t += 0.45) {
            motion[(int) Math.round((t - 0.1) * 50)] = 1;
        }
        assertThat(AudioVisualOffset.of(motion, sound).asDouble().orElseThrow()).isCloseTo(0.1, within(0.021));
        assertThat(AudioVisualOffset.of(new float[200], sound)).isInstanceOf(NotMeasured.class);
    }
}
