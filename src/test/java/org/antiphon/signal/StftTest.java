package org.antiphon.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.antiphon.clip.Hop;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;

class StftTest {

    private final Stft stft = new Stft(1024, Hop.MODEL);

    @Test
    void equalsTheGoldenMagnitudes() {
        GoldenTensors golden = new GoldenTensors("/golden/mel.safetensors");
        float[] expected = golden.read("stft_magnitude");
        float[] actual = stft.magnitude(golden.read("waveform"), 101);
        for (int k = 0; k < 513; k++) {
            for (int frame = 0; frame < 101; frame++) {
                float value = expected[frame * 513 + k];
                assertThat(actual[frame * 513 + k]).isCloseTo(value, within(1e-5f + 1e-5f * value));
            }
        }
    }

    @Test
    void givesBackTheSoundItTransformed() {
        Waveform noise = Sounds.noise(0.3, 0.5, 24_000, 1);
        float[] back = stft.inverse(stft.of(noise.samples()), noise.length());
        assertThat(back).containsExactly(noise.samples(), within(1e-5f));
    }

    @Test
    void isLinear() {
        float[] a = Sounds.noise(0.3, 0.1, 24_000, 1).samples();
        float[] b = Sounds.sine(440, 0.5, 0.1, 24_000).samples();
        float[] sum = new float[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + 2 * b[i];
        }
        Spectrum sa = stft.of(a);
        Spectrum sb = stft.of(b);
        Spectrum both = stft.of(sum);
        for (int i = 0; i < both.re().length; i++) {
            assertThat(both.re()[i]).isCloseTo(sa.re()[i] + 2 * sb.re()[i], within(2e-4f));
        }
    }
}
