package org.antiphon.model.vivit.published;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.antiphon.model.vivit.published.VivitReader.Precision;
import org.antiphon.model.vivit.published.VivitReader.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomCheckpointTest {

    private static final VivitSizes TINY =
            new VivitSizes(4, 16, 16, 3, 2, 8, 8, 16, 2, 4, 32, "gelu_fast", 1e-6, true, 3);

    @TempDir
    Path folder;

    @Test
    void isACheckpointOfThePublishedLayoutAndTheSameFromTheSameSeed() throws IOException {
        RandomCheckpoint.write(folder.resolve("a"), TINY, 5);
        RandomCheckpoint.write(folder.resolve("b"), TINY, 5);
        RandomCheckpoint.write(folder.resolve("c"), TINY, 6);
        byte[] a = Files.readAllBytes(folder.resolve("a/model.safetensors"));
        assertThat(a).isEqualTo(Files.readAllBytes(folder.resolve("b/model.safetensors")));
        assertThat(a).isNotEqualTo(Files.readAllBytes(folder.resolve("c/model.safetensors")));
        try (NDManager manager = NDManager.newBaseManager();
                VivitReader reader =
                        VivitReader.open(folder.resolve("a"), Rule.CHECKPOINT, Precision.FLOAT32, manager)) {
            assertThat(reader.sizes()).isEqualTo(TINY);
            assertThat(reader.pixels().rule().range()).isEqualTo("[-1, 1]");
            assertThat(reader.see(PixelFile.random(TINY, 1)).logits().orElseThrow())
                    .hasSize(3)
                    .doesNotContain(Float.NaN);
        }
    }

    @Test
    @Tag("heavy")
    void isOfTheSizeOfThePublishedOnes() throws IOException {
        RandomCheckpoint.write(folder, VivitSizes.BASE, 1);
        try (NDManager manager = NDManager.newBaseManager();
                VivitReader reader = VivitReader.open(folder, Rule.CHECKPOINT, Precision.FLOAT32, manager)) {
            assertThat(reader.parameters()).isEqualTo(88_954_000);
            VivitReader.Seen seen = reader.see(PixelFile.random(VivitSizes.BASE, 1));
            assertThat(seen.states()).hasSize(3137 * 768);
            assertThat(seen.logits().orElseThrow()).hasSize(400).doesNotContain(Float.NaN);
        }
    }
}
