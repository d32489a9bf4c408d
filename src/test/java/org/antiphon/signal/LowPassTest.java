package org.antiphon.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowPassTest {

    @ParameterizedTest
    @ValueSource(ints = {16_000, 24_000, 44_100, 48_000, 96_000})
    void keepsToTheMaskOfTheLowAnchorAtEveryRate(int rate) {
        for (double passed : new double[] {50, 1000, 3000, 3500}) {
            assertThat(gain(passed, 3500, rate)).as(passed + " Hz").isCloseTo(0, within(0.1));
        }
        assertThat(gain(4000, 3500, rate)).isLessThan(-25);
        for (double stopped : new double[] {4500, 6000, 7900}) {
            assertThat(gain(stopped, 3500, rate)).as(stopped + " Hz").isLessThan(-50);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {24_000, 44_100, 48_000})
    void keepsToTheMaskOfTheMidAnchor(int rate) {
        assertThat(gain(6900, 7000, rate)).isCloseTo(0, within(0.1));
        assertThat(gain(8000, 7000, rate)).isLessThan(-25);
        assertThat(gain(9000, 7000, rate)).isLessThan(-50);
    }

    @Test
    void delaysNothing() {
        float[] click = new float[4801];
        click[2400] = 1;
        float[] heard =
                LowPass.apply(new Waveform(click, SampleRate.STUDIO), 3500).samples();
        assertThat(heard).hasSize(4801);
        for (int i = 0; i < 2400; i++) {
            assertThat(heard[2400 - i]).as("symmetric at %d", i).isEqualTo(heard[2400 + i], within(1e-6f));
            assertThat(Math.abs(heard[2400 + i])).isLessThanOrEqualTo(heard[2400]);
        }
    }

    @Test
    void leavesASoundAloneThatCanHoldNothingAboveTheCutOff() {
        Waveform telephone = new Waveform(new float[] {1, -1, 1}, new SampleRate(8000));
        assertThat(LowPass.apply(telephone, 3500)).isSameAs(telephone);
    }

    /** In dB, of a tone, measured in its middle. */
    private static double gain(double hertz, double cutoff, int rate) {
        float[] tone = new float[rate / 2];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) Math.sin(2 * Math.PI * hertz * i / rate);
        }
        float[] out =
                LowPass.apply(new Waveform(tone, new SampleRate(rate)), cutoff).samples();
        double before = 0;
        double after = 0;
        for (int i = rate / 8; i < 3 * rate / 8; i++) {
            before += tone[i] * tone[i];
            after += out[i] * out[i];
        }
        return 10 * Math.log10(after / before + 1e-12);
    }
}
