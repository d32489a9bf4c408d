package org.antiphon.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PitchTrackerTest {

    private static double cents(double hertz, double reference) {
        return 1200 * Math.log(hertz / reference) / Math.log(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {65.4, 130.8, 261.6, 440, 987.8, 1396.9, 1975.5})
    void hearsATonesFundamentalWithinFiveCents(double hertz) {
        float[] samples = new float[12_000];
        Sounds.addTone(samples, 24_000, 0, 0.5, hertz, 0.2, 0.01, 0);
        PitchTrack track = PitchTracker.STANDARD.track(new Waveform(samples, SampleRate.MODEL));
        assertThat(track.hertz()).hasSize(51);
        for (int i = 8; i < 43; i++) {
            assertThat(Math.abs(cents(track.hertz()[i], hertz))).isLessThan(5);
        }
    }

    @Test
    void hearsAMissingFundamental() {
        float[] samples = new float[12_000];
        for (int i = 0; i < samples.length; i++) {
            for (int h = 2; h <= 6; h++) {
                samples[i] += (float) (0.1 * Math.sin(2 * Math.PI * 200 * h * i / 24_000));
            }
        }
        PitchTrack track = PitchTracker.STANDARD.track(new Waveform(samples, SampleRate.MODEL));
        assertThat(Math.abs(cents(track.hertz()[25], 200))).isLessThan(5);
    }

    @Test
    void followsAGlideAndFallsSilentInNoiseAndSilence() {
        float[] samples = new float[36_000];
        System.arraycopy(Sounds.noise(0.1, 0.5, 24_000, 1).samples(), 0, samples, 0, 12_000);
        double phase = 0;
        for (int i = 12_000; i < 24_000; i++) {
            phase += 2 * Math.PI * (300 + 200 * (i - 12_000) / 12_000.0) / 24_000;
            samples[i] = (float) (0.3 * Math.sin(phase));
        }
        PitchTrack track = PitchTracker.STANDARD.track(new Waveform(samples, SampleRate.MODEL));
        for (int i = 56; i < 95; i++) {
            assertThat(Math.abs(cents(track.hertz()[i], 300 + 4 * (i - 50)))).isLessThan(20);
        }
        int voiced = 0;
        for (int i = 5; i < 45; i++) {
            voiced += track.voiced(i) ? 1 : 0;
        }
        assertThat(voiced).isLessThan(5);
        assertThat(track.voiced(125)).isFalse();
    }

    @Test
    void refusesAnEmptyRange() {
        assertThatThrownBy(() -> new PitchTracker(500, 400)).isInstanceOf(IllegalArgumentException.class);
    }
}
