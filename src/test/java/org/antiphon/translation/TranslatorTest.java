package org.antiphon.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslatorTest {

    @TempDir
    static Path models;

    private static Translator translator;

    @BeforeAll
    static void open() throws Exception {
        TinyModels.write(models);
        translator = Translator.open(models);
    }

    @AfterAll
    static void close() {
        translator.close();
    }

    @Test
    void soundIsExactlyAsLongAsThePicturesWhateverTheirNumber() {
        for (int count : new int[] {1, 2, 63, 65, 131}) {
            SoundTranslation made =
                    translator.videoToSound(noise(count, FrameRate.MODEL), new Seed(1), 1, Progress.NONE);
            assertThat(made.sound().length()).isEqualTo(count * 960);
            assertThat(made.track().steps()).isEqualTo(count * 2);
            assertThat(made.mel().frames()).isEqualTo(count * 4);
            assertThat(made.confidence()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void otherFrameRatesKeepTheirDuration() {
        SoundTranslation made = translator.videoToSound(noise(60, new FrameRate(30, 1)), new Seed(1), 1, Progress.NONE);
        assertThat(made.sound().length()).isEqualTo(50 * 960);
    }

    @Test
    void oneSeedGivesOneResultBitForBit() {
        Frames frames = noise(70, FrameRate.MODEL);
        float[] first = translator
                .videoToSound(frames, new Seed(3), 2, Progress.NONE)
                .sound()
                .samples();
        assertThat(translator
                        .videoToSound(frames, new Seed(3), 2, Progress.NONE)
                        .sound()
                        .samples())
                .isEqualTo(first);
        assertThat(translator
                        .videoToSound(frames, new Seed(4), 2, Progress.NONE)
                        .sound()
                        .samples())
                .isNotEqualTo(first);
    }

    @Test
    void severalThreadsGetWhatOneWouldGet() {
        PerformanceTrack track = translator.hear(tone(3));
        float[] alone = translator
                .soundFrom(track, new Seed(1), 1, Progress.NONE)
                .sound()
                .samples();
        List<CompletableFuture<float[]>> together = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            together.add(CompletableFuture.supplyAsync(() -> translator
                    .soundFrom(track, new Seed(1), 1, Progress.NONE)
                    .sound()
                    .samples()));
        }
        together.forEach(future -> assertThat(future.join()).isEqualTo(alone));
    }

    @Test
    void hearsATrackThatCoversTheSoundAtAnyRate() {
        Waveform sound = new Waveform(new float[44_100 * 5 / 2 + 1], new SampleRate(44_100));
        assertThat(translator.hear(sound).seconds()).isBetween(2.5, 2.541);
    }

    @Test
    void picturesCoverTheSoundAndHaveThePriorsSize() {
        Picture prior = noise(1, FrameRate.MODEL).pictures().get(0);
        VideoTranslation made = translator.soundToVideo(tone(0.61), prior, new Seed(1), 1, Progress.NONE);
        assertThat(made.count()).isEqualTo(16);
        assertThat(made.flow()).hasSize(16);
        List<Picture> pictures = new ArrayList<>();
        made.pictures().forEach(pictures::add);
        assertThat(pictures).hasSize(16).allMatch(picture -> picture.width() == 40 && picture.height() == 30);
        List<Picture> again = new ArrayList<>();
        translator
                .soundToVideo(tone(0.61), prior, new Seed(1), 1, Progress.NONE)
                .pictures()
                .forEach(again::add);
        assertThat(again.get(15).rgb()).isEqualTo(pictures.get(15).rgb());
    }

    @Test
    void stopsWhenTheListenerCancels() {
        Progress cancel = (stage, share) -> {
            throw new CancellationException("enough");
        };
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> translator.videoToSound(noise(10, FrameRate.MODEL), new Seed(1), 1, cancel));
    }

    @Test
    void progressGoesForwardToTheEnd() {
        List<Double> shares = new ArrayList<>();
        translator.videoToSound(noise(100, FrameRate.MODEL), new Seed(1), 2, (stage, share) -> shares.add(share));
        assertThat(shares).isSorted();
        assertThat(shares.get(shares.size() - 1)).isEqualTo(1);
    }

    @Test
    void tellsWhichModelsItUses() {
        assertThat(translator.models()).extracting(ModelSummary::family).contains("latent", "spectrogram", "vocoder");
        assertThat(translator.modelChecksum()).hasSize(64);
        assertThat(translator.device()).contains("PyTorch");
    }

    @Test
    void withoutACodecThereAreTwoWaysToSoundAndNothingIsCoded() {
        assertThat(translator.pipelines()).containsExactlyInAnyOrder(Synthesis.SPECTROGRAM, Synthesis.HARMONIC);
        PerformanceTrack track = translator.hear(tone(1));
        assertThat(translator.coded(Translator.spectrogram(tone(1)))).isEmpty();
        assertThatThrownBy(() -> translator.soundFrom(track, Synthesis.TOKENS, new Seed(1), 1, Progress.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("token model");
    }

    @Test
    void codecAndTokenModelAddAWayAndChangeNoOther(@TempDir Path folder) throws Exception {
        TinyModels.write(folder);
        TinyModels.writeTokens(folder);
        try (Translator more = Translator.open(folder)) {
            assertThat(more.pipelines()).containsExactly(Synthesis.values());
            assertThat(more.models()).extracting(ModelSummary::family).contains("codec", "tokens");
            assertThat(more.modelChecksum()).isEqualTo(translator.modelChecksum());
            Frames frames = noise(65, FrameRate.MODEL);
            Set<String> checksums = new HashSet<>();
            for (Synthesis way : Synthesis.values()) {
                SoundTranslation made = more.videoToSound(frames, way, new Seed(3), 1, Progress.NONE);
                assertThat(made.sound().length()).as(way.label()).isEqualTo(65 * 960);
                assertThat(made.mel().frames()).isEqualTo(65 * 4);
                assertThat(more.soundFrom(made.track(), way, new Seed(3), 1, Progress.NONE)
                                .sound()
                                .samples())
                        .isEqualTo(made.sound().samples());
                checksums.add(more.modelChecksum(way));
                assertThat(Synthesis.ofLabel(way.label())).isEqualTo(way);
            }
            assertThat(checksums).hasSize(3);
            assertThat(more.coded(Translator.spectrogram(tone(1)))).isPresent();
            assertThat(more.videoToSound(frames, new Seed(3), 1, Progress.NONE)
                            .sound()
                            .samples())
                    .isEqualTo(translator
                            .videoToSound(frames, new Seed(3), 1, Progress.NONE)
                            .sound()
                            .samples());
        }
    }

    @Test
    void namesTheWaysThatThereAre() {
        assertThatThrownBy(() -> Synthesis.ofLabel("bells")).hasMessageContaining("spectrogram, tokens, harmonic");
    }

    @Test
    void refusesWeightsThatWereChanged(@TempDir Path folder) throws Exception {
        TinyModels.write(folder);
        Path weights = folder.resolve("vocoder/tiny/weights.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 1;
        Files.write(weights, bytes);
        assertThatThrownBy(() -> Translator.open(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(weights.toString())
                .hasMessageContaining("checksum");
    }

    @Test
    void namesTheFolderWhereAModelIsMissing(@TempDir Path folder) {
        assertThatThrownBy(() -> Translator.open(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.resolve("latent").toString());
    }

    @Test
    void recognisesAnOutOfMemoryOfTheDevice() {
        assertThat(Device.isOutOfMemory("CUDA out of memory. Tried to allocate 2 GiB"))
                .isTrue();
        assertThat(Device.isOutOfMemory("DefaultCPUAllocator: can't allocate memory"))
                .isTrue();
        assertThat(Device.isOutOfMemory("shape mismatch")).isFalse();
    }

    private static Frames noise(int count, FrameRate rate) {
        SplittableRandom random = new SplittableRandom(1);
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] rgb = new byte[40 * 30 * 3];
            random.nextBytes(rgb);
            pictures.add(new Picture(40, 30, rgb));
        }
        return new Frames(pictures, rate);
    }

    private static Waveform tone(double seconds) {
        float[] samples = new float[(int) (seconds * 24_000)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.3 * Math.sin(0.1 * i));
        }
        return new Waveform(samples, SampleRate.MODEL);
    }
}
