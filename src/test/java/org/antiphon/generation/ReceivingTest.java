package org.antiphon.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.antiphon.clip.Direction;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.platform.ArtifactStore;
import org.antiphon.platform.FileArtifactStore;
import org.antiphon.platform.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivingTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void storesNothingUnlessAllFilesFit() throws IOException {
        TestMedia media = new TestMedia();
        ArtifactStore store = new FileArtifactStore(folder, NOON);
        Receiving receiving = new Receiving(new DirectMediaReader(), store, NOON);
        GivenFile sound = new GivenFile(media.sound(), "tone.wav");
        Optional<GivenFile> text = Optional.of(new GivenFile(media.text(), "player.png"));
        assertThatThrownBy(() -> receiving.receive(Direction.SOUND_TO_VIDEO, sound, text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("player.png");
        try (Stream<ArtifactStore.Entry> stored = store.list()) {
            assertThat(stored).isEmpty();
        }
        Optional<GivenFile> picture = Optional.of(new GivenFile(media.picture(), "player.png"));
        assertThat(receiving.receive(Direction.SOUND_TO_VIDEO, sound, picture).prior())
                .isPresent();
        try (Stream<ArtifactStore.Entry> stored = store.list()) {
            assertThat(stored).hasSize(2);
        }
    }
}
