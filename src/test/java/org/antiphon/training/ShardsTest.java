package org.antiphon.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.etude.EtudeCorpusWriter;
import org.antiphon.dataset.etude.Performer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardsTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void record() throws IOException {
        for (String corpus : List.of("filmed", "heard")) {
            EtudeCorpusWriter.write(
                    folder.resolve(corpus),
                    1,
                    new Seed(1),
                    List.of(Performer.CELLO),
                    corpus.equals("filmed"),
                    Progress.NONE);
        }
    }

    private static Example only(Shards shards) {
        return List.of(shards.train(), shards.validation(), shards.test()).stream()
                .flatMap(List::stream)
                .reduce((a, b) -> {
                    throw new AssertionError("two recordings");
                })
                .orElseThrow();
    }

    @Test
    void aRecordingThatNobodyFilmedHasAllButPictures() throws IOException {
        Example filmed = only(Shards.open(List.of(folder.resolve("filmed")), null, Progress.NONE));
        Example heard = only(Shards.open(List.of(folder.resolve("heard")), null, Progress.NONE));
        int frames = filmed.timeline().videoFrames();
        assertThat(heard.timeline()).isEqualTo(filmed.timeline());
        assertThat(heard.points(0, frames)).containsExactly(filmed.points(0, frames));
        assertThat(heard.mel(0, 100)).containsExactly(filmed.mel(0, 100));
        assertThat(heard.sound(0, 24_000)).containsExactly(filmed.sound(0, 24_000));
        float[] picture = new float[3 * Example.PICTURE * Example.PICTURE];
        heard.frames(0, 1, picture, 0);
        assertThat(picture).containsOnly(0);
    }

    @Test
    void severalCorporaAreOneWithAFolderOfShardsEach(@TempDir Path cache) throws IOException {
        Shards both = Shards.open(List.of(folder.resolve("filmed"), folder.resolve("heard")), cache, Progress.NONE);
        assertThat(both.train().size() + both.validation().size() + both.test().size())
                .isEqualTo(2);
        assertThat(only(both.filmed()).recording().filmed()).isTrue();
        try (var shards = Files.list(cache.resolve("heard"))) {
            assertThat(shards).extracting(file -> file.getFileName().toString()).contains("index.json", "report.html");
        }
    }
}
