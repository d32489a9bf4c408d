package org.antiphon.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

    @ParameterizedTest
    @CsvSource({"48000,24000", "44100,24000", "24000,48000", "24000,44100", "44101,24000", "8000,24000"})
    void keepsASineWhereItIs(int from, int to) {
        double hertz = Math.min(from, to) * 0.4;
        float[] out = Resampler.to(Sounds.sine(hertz, 0.5, 0.2, from), new SampleRate(to))
                .samples();
        float[] expected = Sounds.sine(hertz, 0.5, 0.2, to).samples();
        assertThat(out.length).isEqualTo((int) Math.round(Math.round(0.2 * from) * (double) to / from));
        int edge = (int) (0.02 * to);
        for (int i = edge; i < out.length - edge; i++) {
            assertThat(out[i]).isCloseTo(expected[i], within(2e-4f));
        }
    }

    @ParameterizedTest
    @CsvSource({"48000,24000,12300", "48000,24000,20000", "44100,24000,13000", "44101,24000,13000"})
    void holdsAliasesBelow80Decibels(int from, int to, double hertz) {
        float[] out = Resampler.to(Sounds.sine(hertz, 1.0, 0.2, from), new SampleRate(to))
                .samples();
        double power = 0;
        int edge = (int) (0.02 * to);
        for (int i = edge; i < out.length - edge; i++) {
            power += out[i] * out[i];
        }
        assertThat(10 * Math.log10(power / (out.length - 2 * edge) / 0.5)).isLessThan(-80);
    }

    @Test
    void leavesTheVerySameSoundAtTheSameRate() {
        Waveform sound = Sounds.noise(0.1, 0.01, 24_000, 1);
        assertThat(Resampler.to(sound, SampleRate.MODEL)).isSameAs(sound);
    }

    @Test
    void survivesNoSamplesAtAll() {
        assertThat(Resampler.resample(new float[0], 44_100, 24_000)).isEmpty();
    }
}
