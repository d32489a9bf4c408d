package org.antiphon.dataset.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.dataset.Recording;
import org.antiphon.media.MediaWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCorpusTest {

    @TempDir
    Path folder;

    private byte[] video;

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("video.mp4");
        MediaWriter.mp4(
                file,
                Collections.nCopies(5, Picture.black(32, 32)),
                FrameRate.MODEL,
                Optional.of(Waveform.silence(9600, SampleRate.STUDIO)));
        video = Files.readAllBytes(file);
        Files.delete(file);
    }

    private Path put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private Recording recording(String id) throws IOException {
        return FolderCorpus.open(folder).recordings().stream()
                .filter(recording -> recording.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFolderAboveTheVideoSaysTheInstrument() throws IOException {
        put("Violins/Anna/Bach/take1.mp4", video);
        put("double-bass/solo.MP4", video);
        put("concerts/evening.mp4", video);
        put("top.mp4", video);
        assertThat(recording("Violins/Anna/Bach/take1.mp4").instrument()).isEqualTo("vn");
        assertThat(recording("double-bass/solo.MP4").instrument()).isEqualTo("db");
        assertThat(recording("concerts/evening.mp4").instrument()).isEqualTo(Recording.UNKNOWN);
        assertThat(recording("top.mp4").instrument()).isEqualTo(Recording.UNKNOWN);
        assertThat(recording("top.mp4").annotated()).isFalse();
        assertThat(FolderCorpus.open(folder).findings()).isEmpty();
    }

    @Test
    void theFolderItselfMayBeNamedAfterTheInstrument() throws IOException {
        put("cello/suite.mp4", video);
        Recording alone =
                FolderCorpus.open(folder.resolve("cello")).recordings().get(0);
        assertThat(alone.instrument()).isEqualTo("vc");
        assertThat(alone.composition()).isEqualTo("suite");
    }

    @Test
    void takesInAFolderInsideAnInstrumentAreOneComposition() throws IOException {
        put("violin/bach/1.mp4", video);
        put("violin/bach/2.mp4", video);
        put("violin/brahms.mp4", video);
        put("others/1.mp4", video);
        assertThat(recording("violin/bach/1.mp4").composition()).isEqualTo("violin/bach");
        assertThat(recording("violin/bach/2.mp4").composition()).isEqualTo("violin/bach");
        assertThat(recording("violin/brahms.mp4").composition()).isEqualTo("violin/brahms");
        assertThat(recording("others/1.mp4").composition()).isEqualTo("others/1");
    }

    @Test
    void filesMayComeAndGoWithoutChangingSplitsOfOthers() throws IOException {
        for (int i = 0; i < 6; i++) {
            put("piano/" + i + ".mp4", video);
        }
        var before = FolderCorpus.open(folder).recordings();
        put("piano/another.mp4", video);
        assertThat(FolderCorpus.open(folder).recordings()).containsAll(before);
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestIsUsed() throws IOException {
        put("good.mp4", video);
        put("cut.mp4", java.util.Arrays.copyOf(video, video.length / 3));
        put("text.mkv", "no video".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        put("empty.webm", new byte[0]);
        put("old.wmv", video);
        put("notes.txt", video);
        put(".hidden/x.mp4", video);
        Path silent = folder.resolve("silent.mp4");
        MediaWriter.mp4(silent, Collections.nCopies(5, Picture.black(32, 32)), FrameRate.MODEL, Optional.empty());
        FolderCorpus corpus = FolderCorpus.open(folder);
        assertThat(corpus.recordings()).extracting(Recording::id).containsExactly("good.mp4");
        assertThat(corpus.findings())
                .anyMatch(f -> f.startsWith("cut.mp4: left out"))
                .anyMatch(f -> f.startsWith("text.mkv: left out"))
                .anyMatch(f -> f.startsWith("empty.webm: left out"))
                .anyMatch(f -> f.startsWith("old.wmv: left out, wmv is not read"))
                .contains("silent.mp4: left out, it holds no sound")
                .hasSize(5);
    }

    @Test
    void aTreeWithoutVideosIsRefusedByName() throws IOException {
        put("readme.txt", video);
        assertThat(FolderCorpus.isIn(folder)).isFalse();
        assertThatThrownBy(() -> FolderCorpus.open(folder)).hasMessageContaining("holds no video");
        assertThatThrownBy(() -> FolderCorpus.open(folder.resolve("none"))).hasMessageContaining("none");
    }
}
