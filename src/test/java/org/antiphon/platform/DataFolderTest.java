package org.antiphon.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void isHeldByOneAtATimeAndSaysSo() throws IOException {
        try (DataFolder held = DataFolder.take(folder)) {
            assertThat(held.path()).isEqualTo(folder);
            assertThatThrownBy(() -> DataFolder.take(folder))
                    .isInstanceOf(DataFolder.InUse.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void canBeTakenAgainAfterwards() throws IOException {
        DataFolder.take(folder.resolve("new")).close();
        DataFolder.take(folder.resolve("new")).close();
    }
}
