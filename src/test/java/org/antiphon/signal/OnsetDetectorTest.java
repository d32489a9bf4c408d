package org.antiphon.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;

class OnsetDetectorTest {

    private static final double[] TIMES = {0.30, 0.65, 0.95, 1.40, 1.75, 2.30};
    private static final double[] PITCHES = {262, 330, 294, 392, 440, 220};

    private static Waveform melody(double attack, double decay, int rate) {
        float[] samples = Sounds.noise(0.0005, 3, rate, 9).samples();
        for (int i = 0; i < TIMES.length; i++) {
            double end = i + 1 < TIMES.length ? TIMES[i + 1] : 2.9;
            Sounds.addTone(samples, rate, TIMES[i], end - TIMES[i], PITCHES[i], 0.1, attack, decay);
        }
        return new Waveform(samples, new SampleRate(rate));
    }

    @Test
    void findsStruckNotesWithinTenMilliseconds() {
        assertThat(OnsetDetector.STANDARD.onsets(melody(0.002, 4, 24_000))).containsExactly(TIMES, within(0.010));
        assertThat(OnsetDetector.STANDARD.onsets(melody(0.002, 4, 44_100))).containsExactly(TIMES, within(0.010));
    }

    @Test
    void findsSoftlyBowedNotes() {
        assertThat(OnsetDetector.STANDARD.onsets(melody(0.08, 0, 24_000))).containsExactly(TIMES, within(0.045));
    }

    @Test
    void doesNotDependOnTheGain() {
        Waveform loud = melody(0.01, 2, 24_000);
        float[] soft = loud.samples().clone();
        for (int i = 0; i < soft.length; i++) {
            soft[i] *= 0.01f;
        }
        assertThat(OnsetDetector.STANDARD.onsets(new Waveform(soft, SampleRate.MODEL)))
                .containsExactly(OnsetDetector.STANDARD.onsets(loud), within(1e-3));
    }

    @Test
    void takesVibratoForOneNote() {
        float[] samples = new float[48_000];
        double phase = 0;
        for (int i = 4800; i < 43_200; i++) {
            phase += 2 * Math.PI * 440 * Math.pow(2, 0.3 / 12 * Math.sin(2 * Math.PI * 5.5 * i / 24_000)) / 24_000;
            double envelope = Math.min(1, Math.min((i - 4800) / 1200.0, (43_200 - i) / 1200.0));
            for (int h = 1; h < 8; h++) {
                samples[i] += (float) (0.1 * envelope * Math.sin(h * phase) / h);
            }
        }
        assertThat(OnsetDetector.STANDARD.onsets(new Waveform(samples, SampleRate.MODEL)))
                .hasSize(1);
    }

    @Test
    void hearsNothingInSilenceAndOneOnsetInASoundThatIsThereFromTheStart() {
        assertThat(OnsetDetector.STANDARD.onsets(Waveform.silence(24_000, SampleRate.MODEL)))
                .isEmpty();
        assertThat(OnsetDetector.STANDARD.onsets(Waveform.silence(0, SampleRate.MODEL)))
                .isEmpty();
        assertThat(OnsetDetector.STANDARD.onsets(Sounds.sine(440, 0.3, 1, 24_000))[0])
                .isLessThan(0.02);
    }
}
