package org.antiphon.model.harmonic;

import static org.antiphon.clip.PerformanceTrack.LOWEST_NOTE;
import static org.antiphon.clip.PerformanceTrack.SEMITONES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HarmonicSynthesizerTest {

    private static final int STEPS = 100;

    @Test
    void isAsLongAsTheTrackAndTheSameForTheSameSeed() {
        Waveform first = HarmonicSynthesizer.play(note(69, -20, 0.3f, 0), new Seed(1));
        assertThat(first.length()).isEqualTo(STEPS * 480);
        assertThat(HarmonicSynthesizer.play(note(69, -20, 0.3f, 0), new Seed(1)).samples())
                .isEqualTo(first.samples());
    }

    @Test
    void isAsLoudAsTheTrackSays() {
        for (float level : new float[] {-12, -30, -55}) {
            for (int midi : new int[] {40, 60, 84}) {
                for (int instrument = 0; instrument < 4; instrument++) {
                    float[] samples = HarmonicSynthesizer.play(note(midi, level, 0.3f, instrument), new Seed(1))
                            .samples();
                    double power = 0;
                    for (int i = 24_000; i < 43_200; i++) {
                        power += samples[i] * samples[i] / 19_200.0;
                    }
                    assertThat(10 * Math.log10(power))
                            .as("%s dBFS at MIDI %d", level, midi)
                            .isCloseTo(level, Offset.offset(1.0));
                }
            }
        }
    }

    @Test
    void soundsAtItsPitch() {
        for (int midi : new int[] {45, 69, 81}) {
            float[] samples = HarmonicSynthesizer.play(note(midi, -20, 0.3f, 0), new Seed(1))
                    .samples();
            double hertz = 440 * Math.pow(2, (midi - 69) / 12.0);
            assertThat(power(samples, hertz))
                    .isGreaterThan(50 * power(samples, hertz * Math.pow(2, 0.5 / 12)))
                    .isGreaterThan(50 * power(samples, hertz * 0.5));
        }
    }

    @Test
    void brighterTracksHaveMoreInHighHarmonics() {
        double before = 0;
        for (float brightness : new float[] {0.2f, 0.3f, 0.4f, 0.5f}) {
            float[] samples = HarmonicSynthesizer.play(note(60, -20, brightness, 0), new Seed(1))
                    .samples();
            double share = power(samples, 261.63 * 6) / power(samples, 261.63);
            assertThat(share).isGreaterThan(before);
            before = share;
        }
    }

    @Test
    void aChordHasAllItsNotes() {
        PerformanceTrack track = note(60, -20, 0.25f, 3);
        for (int t = 0; t < STEPS; t++) {
            track.pitch()[t * SEMITONES + 67 - LOWEST_NOTE] = 1;
        }
        float[] samples = HarmonicSynthesizer.play(track, new Seed(1)).samples();
        assertThat(power(samples, 392)).isGreaterThan(0.1 * power(samples, 261.63));
    }

    @Test
    void silenceIsSilent() {
        PerformanceTrack track = note(60, -80, 0, 0);
        Arrays.fill(track.pitch(), 0);
        assertThat(HarmonicSynthesizer.play(track, new Seed(1)).samples()).containsOnly(0f);
    }

    /** Power at a frequency, in a second from the middle, by the definition of the Fourier transform. */
    private static double power(float[] samples, double hertz) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < 24_000; i++) {
            double angle = 2 * Math.PI * hertz * i / 24_000;
            double window = 1 - Math.cos(2 * Math.PI * i / 24_000);
            re += window * samples[12_000 + i] * Math.cos(angle);
            im += window * samples[12_000 + i] * Math.sin(angle);
        }
        return re * re + im * im;
    }

    private static PerformanceTrack note(int midi, float dbfs, float brightness, int instrument) {
        float[] attack = new float[STEPS * SEMITONES];
        float[] pitch = new float[STEPS * SEMITONES];
        float[] loudness = new float[STEPS];
        float[] bright = new float[STEPS];
        float[] learned = new float[STEPS * 4];
        attack[midi - LOWEST_NOTE] = 1;
        for (int t = 0; t < STEPS; t++) {
            pitch[t * SEMITONES + midi - LOWEST_NOTE] = 1;
            loudness[t] = dbfs;
            bright[t] = brightness;
            learned[t * 4 + instrument] = 1;
        }
        return new PerformanceTrack(
                STEPS,
                new float[STEPS],
                new float[STEPS],
                attack,
                pitch,
                new float[STEPS],
                loudness,
                bright,
                new float[STEPS],
                4,
                learned,
                new float[STEPS]);
    }
}
