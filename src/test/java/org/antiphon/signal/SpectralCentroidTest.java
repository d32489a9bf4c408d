package org.antiphon.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;

class SpectralCentroidTest {

    private static float brightness(Waveform sound) {
        return SpectralCentroid.brightness(MelSpectrogram.MODEL.log(sound, 100), 50, 2)[25];
    }

    @Test
    void liesAtTheHeightOfASine() {
        double top = MelScale.SLANEY.ofHertz(12_000);
        for (double hertz : new double[] {500, 2000, 6000}) {
            double expected = MelScale.SLANEY.ofHertz(hertz) / top;
            assertThat((double) brightness(Sounds.sine(hertz, 0.5, 1, 24_000))).isCloseTo(expected, within(0.02));
        }
    }

    @Test
    void doesNotDependOnTheGainAndIsZeroInSilence() {
        float loud = brightness(Sounds.sine(2000, 0.5, 1, 24_000));
        assertThat(brightness(Sounds.sine(2000, 0.05, 1, 24_000))).isCloseTo(loud, within(0.01f));
        assertThat(brightness(Waveform.silence(24_000, SampleRate.MODEL))).isZero();
    }
}
