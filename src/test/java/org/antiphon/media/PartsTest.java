package org.antiphon.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Clip;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of the picture, a part of the time. */
class PartsTest {

    @TempDir
    Path folder;

    private final MediaReader reader = new DirectMediaReader();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("clock.mp4");
        MediaWriter.mp4(
                file, Scenes.clock(64, 64, 60), FrameRate.MODEL, Optional.of(Scenes.burst(48_000, 115_200, 57_600)));
    }

    private static DecodeRequest all() {
        return new DecodeRequest(Optional.empty(), FrameRate.MODEL, SampleRate.MODEL, true, true);
    }

    @Test
    void aSpanIsExactlyThatPartOfTheWhole() throws MediaRejected {
        Clip whole = reader.decode(file, all());
        Clip part = reader.decode(file, all().within(Crop.WHOLE, new Span(0.4, 1.6)));
        assertThat(part.frames().orElseThrow().count()).isEqualTo(30);
        for (int i = 0; i < 30; i++) {
            assertThat(part.frames().orElseThrow().pictures().get(i).rgb())
                    .isEqualTo(
                            whole.frames().orElseThrow().pictures().get(10 + i).rgb());
        }
        float[] samples = part.sound().orElseThrow().samples();
        assertThat(samples).hasSize(28_800);
        for (int i = 0; i < samples.length; i++) {
            assertThat(samples[i]).isEqualTo(whole.sound().orElseThrow().samples()[9600 + i]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"late.mp4", "late.mkv"})
    void aLatePartIsExactlyThatOfTheWholeAndCostsAFewPictures(String name) throws Exception {
        Path late = Foreign.film(folder.resolve(name), 500, 40); // 20 s, a key picture every 40
        DecodeRequest pictures = all().picturesOnly();
        List<Picture> whole =
                reader.decode(late, pictures).frames().orElseThrow().pictures();
        for (Span span : List.of(new Span(6.04, 7), new Span(14.4, 15), new Span(18.92, 40), Span.since(19.96))) {
            List<Picture> part = new ArrayList<>();
            long decoded = new ClipDecoder(late, MediaLimits.TRUSTED)
                    .decode(pictures.within(Crop.WHOLE, span), new ClipSink() {
                        @Override
                        public void pictures(Picture picture, int times) {
                            part.addAll(Collections.nCopies(times, picture));
                        }

                        @Override
                        public void sound(float[] samples) {
                            throw new AssertionError("no sound was asked for");
                        }
                    });
            int first = (int) Math.round(span.from() * 25);
            assertThat(part).as(span.toString()).hasSameSizeAs(whole.subList(first, (int)
                    Math.min(500, Math.round(span.to() * 25))));
            for (int i = 0; i < part.size(); i++) {
                assertThat(part.get(i).rgb())
                        .as("picture %d of %s", i, span)
                        .isEqualTo(whole.get(first + i).rgb());
            }
            assertThat(decoded).as("pictures decoded for %s", span).isLessThan(160);
        }
        assertThatThrownBy(() -> reader.decode(late, pictures.within(Crop.WHOLE, new Span(70, 80))))
                .hasMessageContaining("ends before second 70.00");
    }

    @Test
    void aSpanWithoutAnEndGoesOnToTheLastPicture() throws MediaRejected {
        Clip part = reader.decode(file, all().within(Crop.WHOLE, Span.since(2)));
        assertThat(part.frames().orElseThrow().count()).isEqualTo(10);
    }

    @Test
    void aSpanBeyondTheEndIsRefusedBySecond() {
        DecodeRequest late = all().within(Crop.WHOLE, new Span(7, 8));
        assertThatThrownBy(() -> reader.decode(file, late))
                .isInstanceOf(MediaRejected.class)
                .hasMessageContaining("ends before second 7.00");
    }

    @Test
    void aCropIsCoveredAroundItsOwnCentre() throws Exception {
        byte[] rgb = new byte[240 * 80 * 3];
        for (int y = 0; y < 80; y++) {
            for (int x = 0; x < 240; x++) {
                rgb[(y * 240 + x) * 3 + x / 80] = (byte) 200; // a red, a green and a blue third
            }
        }
        Path thirds = folder.resolve("thirds.mp4");
        MediaWriter.mp4(
                thirds,
                Collections.nCopies(5, new Picture(240, 80, rgb)),
                FrameRate.MODEL,
                Optional.of(Scenes.sine(440, 48_000, 9600)));
        for (int third = 0; third < 3; third++) {
            Crop crop = new Crop(third / 3.0, 0, 1 / 3.0, 1);
            Clip model = reader.decode(thirds, DecodeRequest.forModel().within(crop, Span.WHOLE));
            Picture seen = model.frames().orElseThrow().pictures().get(2);
            assertThat(seen.width()).isEqualTo(96);
            for (int c = 0; c < 3; c++) {
                assertThat(seen.at(48, 48, c)).isCloseTo(c == third ? 200 : 0, within(25));
                assertThat(seen.at(8, 48, c)).isCloseTo(c == third ? 200 : 0, within(40));
            }
            Clip own = reader.decode(thirds, all().within(crop, Span.WHOLE));
            assertThat(own.frames().orElseThrow().width()).isEqualTo(80);
            Clip shown = reader.decode(thirds, DecodeRequest.forDisplay(40).within(crop, Span.WHOLE));
            assertThat(shown.frames().orElseThrow().width()).isEqualTo(40);
            assertThat(shown.frames().orElseThrow().height()).isEqualTo(40);
        }
    }

    @Test
    void theOtherProcessIsToldOfBoth() throws Exception {
        DecodeRequest part = all().within(new Crop(0.25, 0.25, 0.5, 0.5), new Span(0.4, 0.8));
        try (IsolatedMediaReader isolated = new IsolatedMediaReader()) {
            assertThat(isolated.decode(file, part)
                            .frames()
                            .orElseThrow()
                            .pictures()
                            .get(3)
                            .rgb())
                    .isEqualTo(reader.decode(file, part)
                            .frames()
                            .orElseThrow()
                            .pictures()
                            .get(3)
                            .rgb());
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new Span(2, 2)).hasMessageContaining("2.0 to 2.0");
        assertThatThrownBy(() -> new Span(Double.NaN, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Crop(0.6, 0, 0.5, 1)).hasMessageContaining("inside the picture");
        DecodeRequest tiny = DecodeRequest.forModel().within(new Crop(0.5, 0.5, 1e-4, 1e-4), Span.WHOLE);
        assertThatThrownBy(() -> reader.decode(file, tiny)).hasMessageContaining("enlarged");
    }
}
