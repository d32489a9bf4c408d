package org.antiphon.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessTest {

    @Test
    void hasTheCoefficientsOfTheRecommendation() {
        Loudness.Biquad shelf = Loudness.Biquad.headShelf(48_000);
        assertThat(new double[] {shelf.b0, shelf.b1, shelf.b2, shelf.a1, shelf.a2})
                .containsExactly(
                        new double[] {
                            1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585
                        },
                        within(1e-9));
        Loudness.Biquad cut = Loudness.Biquad.lowCut(48_000);
        assertThat(new double[] {cut.b0, cut.b1, cut.b2, cut.a1, cut.a2})
                .containsExactly(new double[] {1, -2, 1, -1.99004745483398, 0.99007225036621}, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {24_000, 44_100, 48_000})
    void readsMinus3LufsForAFullScaleSineOnOneChannel(int rate) {
        Waveform sine = Sounds.sine(997, 1, 3, rate);
        assertThat(Loudness.integrated(sine).orElseThrow()).isCloseTo(-3.01, within(0.05));
        assertThat(Loudness.integrated(List.of(sine, sine)).orElseThrow()).isCloseTo(0, within(0.05));
    }

    @Test
    void leavesQuietPassagesOut() {
        float[] samples = new float[48_000 * 8];
        System.arraycopy(Sounds.sine(997, 0.1, 4, 48_000).samples(), 0, samples, 0, 48_000 * 4);
        System.arraycopy(Sounds.sine(997, 0.001, 4, 48_000).samples(), 0, samples, 48_000 * 4, 48_000 * 4);
        assertThat(Loudness.integrated(new Waveform(samples, SampleRate.STUDIO)).orElseThrow())
                .isCloseTo(-23.01, within(0.2));
    }

    @Test
    void weighsSurroundsAndIgnoresTheLowFrequencyChannel() {
        Waveform sine = Sounds.sine(997, 0.5, 1, 48_000);
        Waveform silent = Waveform.silence(48_000, SampleRate.STUDIO);
        double front = Loudness.integrated(List.of(sine, silent, silent, silent, silent, silent))
                .orElseThrow();
        double rear = Loudness.integrated(List.of(silent, silent, silent, silent, sine, silent))
                .orElseThrow();
        assertThat(rear - front).isCloseTo(10 * Math.log10(1.41), within(1e-6));
        assertThat(Loudness.integrated(List.of(silent, silent, silent, sine, silent, silent)))
                .isEmpty();
    }

    @Test
    void hasNothingToSayOfSilenceOrTooShortASound() {
        assertThat(Loudness.integrated(Waveform.silence(48_000, SampleRate.STUDIO)))
                .isEmpty();
        assertThat(Loudness.integrated(Sounds.sine(997, 1, 0.3, 48_000))).isEmpty();
        assertThatThrownBy(() -> Loudness.integrated(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
