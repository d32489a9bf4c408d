package org.antiphon.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.antiphon.clip.Mel;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;

class GriffinLimTest {

    private static Waveform melody() {
        float[] samples = new float[24_000];
        Sounds.addTone(samples, 24_000, 0.1, 0.4, 440, 0.15, 0.01, 2);
        Sounds.addTone(samples, 24_000, 0.5, 0.4, 587.33, 0.15, 0.01, 2);
        return new Waveform(samples, SampleRate.MODEL);
    }

    private static double distance(Mel a, Mel b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            sum += Math.abs(a.values()[i] - b.values()[i]);
        }
        return sum / a.values().length;
    }

    @Test
    void givesASoundWithTheSameMelAndGetsBetterWithEveryRound() {
        Mel mel = MelSpectrogram.MODEL.log(melody(), 100);
        Waveform rough = new GriffinLim(MelSpectrogram.MODEL, 0).sound(mel);
        Waveform fine = new GriffinLim(MelSpectrogram.MODEL, 30).sound(mel);
        assertThat(fine.length()).isEqualTo(24_000);
        double before = distance(mel, MelSpectrogram.MODEL.log(rough, 100));
        double after = distance(mel, MelSpectrogram.MODEL.log(fine, 100));
        assertThat(after).isLessThan(before).isLessThan(0.5);
    }

    @Test
    void keepsSilenceSilent() {
        Mel mel = MelSpectrogram.MODEL.log(Waveform.silence(4800, SampleRate.MODEL), 20);
        for (float sample : new GriffinLim(MelSpectrogram.MODEL, 3).sound(mel).samples()) {
            assertThat(Math.abs(sample)).isLessThan(1e-6f);
        }
    }
}
