package org.antiphon.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.antiphon.clip.Mel;
import org.antiphon.clip.Note;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Timeline;
import org.antiphon.clip.Waveform;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.signal.MelSpectrogram;
import org.junit.jupiter.api.Test;

class AnnotationTrackTest {

    private static final Timeline SECOND = new Timeline(25);

    private static PerformanceTrack track(List<Note> notes, float[] f0) {
        float[] samples = new float[SECOND.samples()];
        for (int i = samples.length / 2; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / 24_000));
        }
        Waveform sound = new Waveform(samples, SampleRate.MODEL);
        Mel mel = MelSpectrogram.MODEL.log(sound, SECOND.melFrames());
        return AnnotationTrack.of(
                SECOND, notes, f0, sound, mel, new float[50], InstrumentShares.of("fl"), LatentLayout.LEARNED_CHANNELS);
    }

    @Test
    void aNoteBeginsSoundsAndEndsWhereItsAnnotationSays() {
        PerformanceTrack track = track(List.of(new Note(0.5, 440, 0.2)), new float[100]);
        int a4 = 69 - PerformanceTrack.LOWEST_NOTE;
        assertThat(track.onset()[25]).isEqualTo(1);
        assertThat(track.attack()[25 * PerformanceTrack.SEMITONES + a4]).isEqualTo(1);
        assertThat(track.onset()[23]).isZero();
        assertThat(track.pitch()[24 * PerformanceTrack.SEMITONES + a4]).isZero();
        assertThat(track.pitch()[25 * PerformanceTrack.SEMITONES + a4]).isEqualTo(1);
        assertThat(track.pitch()[34 * PerformanceTrack.SEMITONES + a4]).isEqualTo(1);
        assertThat(track.pitch()[35 * PerformanceTrack.SEMITONES + a4]).isZero();
        assertThat(track.loudness()[10]).isLessThan(-70);
        assertThat(track.loudness()[40]).isBetween(-12f, -6f);
        assertThat(track.learned()).startsWith(0.25f, 0, 0.75f, 0, 0); // a flute
        assertThat(track.learned()[49 * LatentLayout.LEARNED_CHANNELS + 2]).isEqualTo(0.75f);
    }

    @Test
    void vibratoIsTheDeviationFromTheSemitone() {
        float[] f0 = new float[100];
        java.util.Arrays.fill(f0, (float) (440 * Math.pow(2, 0.3 / 12)));
        PerformanceTrack track = track(List.of(new Note(0.5, 440, 0.2)), f0);
        assertThat(track.bend()[30]).isCloseTo(0.3f, org.assertj.core.data.Offset.offset(0.01f));
        assertThat(track.bend()[10]).isZero();
    }

    @Test
    void theLayoutGivesBackTheTrackItWasMadeFrom() {
        PerformanceTrack track = track(List.of(new Note(0.1, 261.63, 0.5), new Note(0.3, 392, 0.2)), new float[100]);
        PerformanceTrack back = LatentLayout.toTrack(LatentLayout.toChannels(track), 50, track.confidence());
        assertThat(back.pitch()).isEqualTo(track.pitch());
        assertThat(back.attack()).isEqualTo(track.attack());
        assertThat(back.learned()).isEqualTo(track.learned());
        for (int t = 0; t < 50; t++) {
            assertThat(back.loudness()[t]).isCloseTo(track.loudness()[t], org.assertj.core.data.Offset.offset(1e-3f));
        }
    }

    @Test
    void notesOutsideThePianoAreLeftOut() {
        PerformanceTrack track = track(List.of(new Note(0.1, 20, 0.5)), new float[100]);
        assertThat(track.voiced()).containsOnly(0f);
    }
}
