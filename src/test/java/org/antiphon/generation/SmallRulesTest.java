package org.antiphon.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.media.MediaInfo;
import org.junit.jupiter.api.Test;

class SmallRulesTest {

    @Test
    void aGivenNameIsTheLastPartOfAPathAndNeverEmpty() {
        assertThat(new GivenFile(Path.of("x"), "C:\\My Films\\take 1.mp4").name())
                .isEqualTo("take 1.mp4");
        assertThat(new GivenFile(Path.of("x"), "../../etc/pass\u0000wd").name()).isEqualTo("passwd");
        assertThat(new GivenFile(Path.of("x"), " ").name()).isEqualTo("unnamed");
        assertThat(new GivenFile(Path.of("x"), null).name()).isEqualTo("unnamed");
        assertThat(new GivenFile(Path.of("x"), "a".repeat(500)).name()).hasSize(120);
    }

    @Test
    void picturesOfALongClipAreSmallerSoThatAllFitIntoMemory() {
        PictureBudget budget = new PictureBudget(640, 256L << 20);
        assertThat(budget.sideFor(100, 9.0 / 16)).isEqualTo(640);
        int side = budget.sideFor(1500, 9.0 / 16);
        assertThat(side).isEven().isBetween(256, 400);
        assertThat(3.0 * 1500 * side * side * 9 / 16).isLessThanOrEqualTo(256L << 20);
        assertThat(budget.sideFor(1_000_000, 1)).isEqualTo(128);
    }

    @Test
    void memoryIsTheReasonWhereverInTheChainItSaysSo() {
        assertThat(Failure.memory(new IllegalStateException("x", new RuntimeException("CUDA out of memory. Tried"))))
                .isTrue();
        assertThat(Failure.memory(new OutOfMemoryError("Java heap space"))).isTrue();
        assertThat(Failure.memory(new IllegalStateException("a NullPointerException, more or less")))
                .isFalse();
    }

    @Test
    void aProcessSaysWhetherItTranslatesItself() {
        assertThat(Readiness.of(1, true, false).label()).isEqualTo("here");
        assertThat(Readiness.of(1, false, false).label()).isEqualTo("soon");
        assertThat(Readiness.of(1, false, true).label()).isEqualTo("nowhere");
        assertThat(Readiness.of(0, false, false).label()).isEqualTo("elsewhere");
    }

    @Test
    void aMetricHasAValueOrAReason() {
        assertThatThrownBy(() -> new Metric("m", "M", null, "dB", null, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Metric("m", "M", Double.NaN, "dB", null, 1))
                .hasMessageContaining("m");
    }

    @Test
    void onlyWhatEveryBrowserPlaysIsGivenAsItIs() {
        MediaInfo.VideoStream h264 = new MediaInfo.VideoStream("h264", 4, 3, FrameRate.MODEL, 0);
        MediaInfo.VideoStream hevc = new MediaInfo.VideoStream("hevc", 4, 3, FrameRate.MODEL, 0);
        assertThat(MediaKinds.playable(new MediaInfo("mp4", 1, Optional.of(h264), Optional.empty())))
                .isTrue();
        assertThat(MediaKinds.playable(new MediaInfo("mp4", 1, Optional.of(hevc), Optional.empty())))
                .isFalse();
        assertThat(MediaKinds.playable(new MediaInfo("matroska", 1, Optional.of(h264), Optional.empty())))
                .isFalse();
        assertThat(MediaKinds.mediaType(new MediaInfo("jpeg", 0, Optional.of(h264), Optional.empty())))
                .isEqualTo("image/jpeg");
    }
}
