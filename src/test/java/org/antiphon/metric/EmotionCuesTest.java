package org.antiphon.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.Sounds;
import org.junit.jupiter.api.Test;

class EmotionCuesTest {

    /** Notes of eight harmonics one after another. */
    private static Waveform row(double every, double held, double gain, double vibratoCents) {
        int rate = 24_000;
        float[] samples = new float[6 * rate];
        int index = 0;
        for (double onset = 0.2; onset + every < 5.9; onset += every, index++) {
            double hertz = 300 * Math.pow(2, index % 3 / 6.0);
            double phase = 0;
            int length = (int) (held * every * rate);
            for (int i = 0; i < length; i++) {
                double t = (double) i / rate;
                double swing = vibratoCents * Math.sin(2 * Math.PI * 5.5 * t);
                phase += 2 * Math.PI * hertz * Math.pow(2, swing / 1200) / rate;
                double envelope = Math.min(1, t / 0.03) * Math.min(1, (length - i) / (0.02 * rate));
                for (int h = 1; h <= 8; h++) {
                    samples[(int) (onset * rate) + i] += (float) (gain * envelope * Math.sin(h * phase) / h);
                }
            }
        }
        return new Waveform(samples, SampleRate.MODEL);
    }

    private static final Waveform PLAIN = row(0.6, 0.95, 0.1, 0);

    private static double difference(Cue cue, Waveform candidate) {
        return new CueDifference(cue).measure(PLAIN, candidate).asDouble().orElseThrow();
    }

    @Test
    void readsTheTempo() {
        assertThat(difference(Cue.TEMPO, row(0.3, 0.95, 0.1, 0))).isCloseTo(1, within(0.03));
    }

    @Test
    void readsTheArticulation() {
        assertThat(difference(Cue.ARTICULATION, row(0.6, 0.5, 0.1, 0))).isCloseTo(-0.45, within(0.12));
    }

    @Test
    void readsTheLevelInLoudnessUnits() {
        assertThat(difference(Cue.LEVEL, row(0.6, 0.95, 0.05, 0))).isCloseTo(-6.02, within(0.05));
    }

    @Test
    void readsTheVibrato() {
        assertThat(difference(Cue.VIBRATO, row(0.6, 0.95, 0.1, 30))).isCloseTo(30, within(4.0));
        double[] cents = new double[60];
        for (int i = 0; i < cents.length; i++) {
            cents[i] = 12 + 0.4 * i + 25 * Math.sin(2 * Math.PI * 6 * i / 100.0);
        }
        assertThat(Vibrato.extent(cents)).isCloseTo(25, within(1.0));
        assertThat(Vibrato.extent(new double[60])).isZero();
    }

    @Test
    void readsBrightnessAndDynamics() {
        float[] dull = PLAIN.samples().clone();
        for (int i = 1; i < dull.length; i++) {
            dull[i] = 0.9f * dull[i - 1] + 0.1f * dull[i];
        }
        assertThat(difference(Cue.BRIGHTNESS, new Waveform(dull, SampleRate.MODEL)))
                .isLessThan(-6);
        float[] swelling = PLAIN.samples().clone();
        for (int i = 0; i < swelling.length; i++) {
            swelling[i] *= (float) Math.pow(10, -i / (double) swelling.length); // 20 dB over the whole
        }
        // the standard deviation of an even fall of 20 dB is 20 / √12
        assertThat(difference(Cue.DYNAMICS, new Waveform(swelling, SampleRate.MODEL)))
                .isCloseTo(5.5, within(1.0));
    }

    @Test
    void theDistanceIsZeroForTheSameAndGrowsWithEveryCue() {
        EmotionDistance distance = new EmotionDistance();
        double slower =
                distance.measure(PLAIN, row(0.9, 0.95, 0.1, 0)).asDouble().orElseThrow();
        double slowerAndSofter =
                distance.measure(PLAIN, row(0.9, 0.95, 0.03, 0)).asDouble().orElseThrow();
        assertThat(distance.measure(PLAIN, PLAIN)).isEqualTo(new Measured(0, MetricUnit.NUMBER));
        assertThat(slower).isGreaterThan(0.05);
        assertThat(slowerAndSofter).isGreaterThan(slower + 0.2);
    }

    @Test
    void saysWhichSoundHoldsTooLittle() {
        Waveform tone = Sounds.sine(440, 0.1, 2, 24_000);
        assertThat(((NotMeasured) new CueDifference(Cue.TEMPO).measure(PLAIN, tone)).reason())
                .startsWith("tempo cannot be read from the candidate");
        assertThat(new EmotionDistance().measure(tone, tone)).isInstanceOf(NotMeasured.class);
    }
}
