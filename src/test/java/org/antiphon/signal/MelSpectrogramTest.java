package org.antiphon.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.antiphon.clip.Mel;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;

class MelSpectrogramTest {

    private final GoldenTensors golden = new GoldenTensors("/golden/mel.safetensors");

    @Test
    void hasTheGoldenSlaneyFilters() {
        assertFilters(MelSpectrogram.MODEL.filters(), golden.read("mel_filters_slaney"));
    }

    @Test
    void hasTheGoldenHtkFilters() {
        assertFilters(
                new MelFilters(MelScale.HTK, 100, 0, 12_000, 24_000, 1024, false),
                golden.read("mel_filters_htk_unnormalised"));
    }

    private static void assertFilters(MelFilters filters, float[] expected) {
        for (int b = 0; b < 100; b++) {
            for (int k = 0; k < 513; k++) {
                assertThat((float) filters.weight(b, k)).isCloseTo(expected[b * 513 + k], within(2e-6f));
            }
        }
    }

    @Test
    void equalsTheGoldenMel() {
        float[] expected = golden.read("mel_slaney");
        Mel mel = MelSpectrogram.MODEL.magnitude(new Waveform(golden.read("waveform"), SampleRate.MODEL), 101);
        for (int b = 0; b < 100; b++) {
            for (int frame = 0; frame < 101; frame++) {
                float value = expected[b * 101 + frame];
                assertThat(mel.at(frame, b)).isCloseTo(value, within(1e-5f * value + 1e-7f));
            }
        }
    }

    @Test
    void givesExactlyTheFramesAskedForAndFloorsSilence() {
        Mel mel = MelSpectrogram.MODEL.log(Waveform.silence(1000, SampleRate.MODEL), 40);
        assertThat(mel.frames()).isEqualTo(40);
        assertThat(mel.values()).containsOnly((float) Math.log(1e-5f));
    }

    @Test
    void refusesAnotherRate() {
        assertThatThrownBy(() -> MelSpectrogram.MODEL.log(Waveform.silence(10, SampleRate.STUDIO), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("48000");
    }

    @Test
    void goesToMelAndBackOnBothScales() {
        for (MelScale scale : MelScale.values()) {
            for (double hertz : new double[] {0, 440, 1000, 5000, 12_000}) {
                assertThat(scale.toHertz(scale.ofHertz(hertz))).isCloseTo(hertz, within(1e-6));
            }
        }
    }
}
