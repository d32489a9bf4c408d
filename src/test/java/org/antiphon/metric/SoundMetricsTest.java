package org.antiphon.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.antiphon.clip.FrameRate;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.Sounds;
import org.junit.jupiter.api.Test;

class SoundMetricsTest {

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
        assertThat(value(new LogSpectralDistance(), NOISE, mixed(NOISE, 0.5, OTHER, 0, 0)))
                .isCloseTo(6.02, within(0.05));
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
        assertThat(value(
                        new LoudnessCorrelation(),
                        new Waveform(a, SampleRate.MODEL),
                        new Waveform(b, SampleRate.MODEL)))
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
        assertThat(value(new ChromaSimilarity(), a, Sounds.sine(880, 0.1, 1, 24_000)))
                .isGreaterThan(0.99);
        assertThat(value(new ChromaSimilarity(), a, Sounds.sine(622.25, 0.3, 1, 24_000)))
                .isLessThan(0.1);
        assertThat(value(new ChromaSimilarity(), a, SILENCE)).isZero();
    }

    @Test
    void tempoDifferenceReadsTheBeat() {
        assertThat(value(new TempoDifference(), beats(0.5, 440), beats(0.5, 660)))
                .isLessThan(2);
        assertThat(value(new TempoDifference(), beats(0.5, 440), beats(0.6, 440)))
                .isCloseTo(20, within(3.0));
        assertThat(new TempoDifference().measure(NOISE, NOISE)).isInstanceOf(NotMeasured.class);
    }

    @Test
    void loudnessDifferenceReadsTheGain() {
        assertThat(value(new LoudnessDifference(), NOISE, mixed(NOISE, 2, NOISE, 0, 0)))
                .isCloseTo(6.02, within(0.01));
    }

    @Test
    void segmentalSnrCountsSoftPassagesAsMuchAsLoudOnes() {
        float[] clean = NOISE.samples().clone();
        for (int i = 0; i < clean.length / 2; i++) {
            clean[i] *= 0.1f;
        }
        Waveform reference = new Waveform(clean, SampleRate.MODEL);
        Waveform noisy = mixed(reference, 1, OTHER, 0.01, 0);
        // 20 dB in the soft half and 40 dB, held at 35, in the loud one
        assertThat(value(new SegmentalSnr(), reference, noisy)).isCloseTo((20 + 35) / 2.0, within(0.5));
        assertThat(value(new SegmentalSnr(), NOISE, SILENCE)).isCloseTo(0, within(1e-9));
    }

    @Test
    void melSnrAndCepstralDistortionFollowTheirFormulas() {
        assertThat(value(new MelSnr(), NOISE, mixed(NOISE, 0.5, OTHER, 0, 0))).isCloseTo(6.02, within(0.01));
        assertThat(value(new MelSnr(), NOISE, SILENCE)).isCloseTo(0, within(1e-9));
        // a change of level alone is no change of timbre
        assertThat(value(new MelCepstralDistortion(), NOISE, mixed(NOISE, 0.5, OTHER, 0, 0)))
                .isCloseTo(0, within(1e-3));
    }

    @Test
    void avAlignStandsAboveItsShuffledBaselineOnlyWhereSoundBelongsToMotion() {
        float[] samples = new float[10 * 24_000];
        float[] motion = new float[250];
        java.util.Random random = new java.util.Random(6);
        for (double t = 0.3; t < 9.5; t += 0.35 + 0.5 * random.nextDouble()) {
            Sounds.addTone(samples, 24_000, t, 0.2, 440, 0.1, 0.005, 8);
            motion[(int) (t * 25)] = 1;
        }
        Waveform sound = new Waveform(samples, SampleRate.MODEL);
        double own = AudioVisualAlignment.of(motion, FrameRate.MODEL, sound)
                .asDouble()
                .orElseThrow();
        double chance = AudioVisualAlignment.shuffled(motion, FrameRate.MODEL, sound)
                .asDouble()
                .orElseThrow();
        assertThat(own).isGreaterThan(0.9);
        assertThat(chance).isLessThan(0.35);
        assertThat(AudioVisualAlignment.of(new float[250], FrameRate.MODEL, sound))
                .isEqualTo(new NotMeasured("nothing moves in the pictures"));
        assertThat(AudioVisualAlignment.of(motion, FrameRate.MODEL, Waveform.silence(240_000, SampleRate.MODEL)))
                .isEqualTo(new NotMeasured("no onset is heard in the sound"));
        assertThat(AudioVisualAlignment.overlap(new double[] {1, 2}, new double[] {1.03, 3}, 0.04))
                .isEqualTo(1.0 / 3);
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
