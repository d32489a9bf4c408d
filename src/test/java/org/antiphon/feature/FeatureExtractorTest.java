package org.antiphon.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.antiphon.clip.Clip;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {

    private static Frames moving(int count, FrameRate rate) {
        List<Picture> pictures = IntStream.range(0, count)
                .mapToObj(t -> PictureScalerTest.picture(192, 144, (x, y) ->
                        (int) (128 + 60 * Math.sin((x - 4 * t) * 0.2) + 50 * Math.cos(y * 0.15 + x * 0.05))))
                .toList();
        return new Frames(pictures, rate);
    }

    @Test
    void seesAndHearsOnOneTimeGrid() {
        Clip clip = new Clip(
                Optional.of(moving(6, FrameRate.MODEL)), Optional.of(Waveform.silence(12_000, SampleRate.STUDIO)));
        Features features = FeatureExtractor.of(clip);
        assertThat(features.frames().width()).isEqualTo(96);
        assertThat(features.flow()).hasSize(6);
        assertThat(features.flow().get(0).dx()).containsOnly(0f);
        assertThat(features.mel().orElseThrow().frames()).isEqualTo(24);
        assertThat(features.motion()).hasSize(12);
        assertThat(features.motion()[0]).isZero();
        assertThat(features.motion()[6]).isBetween(0.3f, 1.0f);
    }

    @Test
    void bringsAnyFrameRateTo25() {
        assertThat(FeatureExtractor.modelFrames(moving(12, new FrameRate(60, 1)))
                        .count())
                .isEqualTo(5);
        assertThat(FeatureExtractor.modelFrames(moving(10, new FrameRate(10, 1)))
                        .count())
                .isEqualTo(25);
    }

    @Test
    void refusesAClipWithoutPictures() {
        Clip sound = new Clip(Optional.empty(), Optional.of(Waveform.silence(10, SampleRate.MODEL)));
        assertThatThrownBy(() -> FeatureExtractor.of(sound)).isInstanceOf(IllegalArgumentException.class);
    }
}
