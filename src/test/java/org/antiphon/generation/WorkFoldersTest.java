package org.antiphon.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.antiphon.platform.PlatformConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFoldersTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String KILLED = "a".repeat(26);
    private static final String RUNNING = "b".repeat(26);

    @TempDir
    Path data;

    private WorkFolders folders() {
        return new WorkFolders(new PlatformConfig() {
            @Override
            public java.util.Optional<java.net.URI> publicAddress() {
                return java.util.Optional.empty();
            }

            @Override
            public Path dataFolder() {
                return data;
            }

            @Override
            public Path modelsFolder() {
                return data;
            }
        });
    }

    private static Path left(Path folder, Instant touched) throws IOException {
        Files.createDirectories(folder.resolve("pictures"));
        Files.writeString(folder.resolve("pictures/0.png"), "half a pictu");
        return Files.setLastModifiedTime(folder, FileTime.from(touched));
    }

    @Test
    void removesOnlyWhatKilledAttemptsLeftBehindSomeTimeAgo() throws IOException {
        WorkFolders folders = folders();
        Path killed = left(folders.of(KILLED, 1), NOON.minusSeconds(60));
        Path replaced = left(folders.of(RUNNING, 1), NOON.minusSeconds(60));
        Path running = left(folders.of(RUNNING, 2), NOON.minusSeconds(60));
        Path fresh = left(folders.of(KILLED, 2), NOON.plusSeconds(60));
        Path foreign = left(killed.resolveSibling("notes"), NOON.minusSeconds(60));
        folders.sweep(NOON, (id, attempt) -> id.equals(RUNNING) && attempt == 2);
        assertThat(killed).doesNotExist();
        assertThat(replaced).doesNotExist();
        assertThat(running).exists();
        assertThat(fresh).exists();
        assertThat(foreign).exists();
    }

    @Test
    void hasNothingToSweepBeforeTheFirstAttempt() throws IOException {
        folders().sweep(NOON, (id, attempt) -> false);
        assertThat(data).isEmptyDirectory();
    }
}
