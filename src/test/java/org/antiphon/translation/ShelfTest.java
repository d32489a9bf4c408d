package org.antiphon.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {

    @TempDir
    Path models;

    @Test
    void tellsOfTheModelsWhatOpeningThemWouldTell() throws Exception {
        TinyModels.write(models);
        Files.writeString(Files.createDirectories(models.resolve("samples")).resolve("tone.wav"), "no model");
        try (Translator open = Translator.open(models)) {
            assertThat(Shelf.of(models))
                    .containsExactlyInAnyOrderElementsOf(open.models().stream()
                            .map(model -> new Shelf.Model(model.family(), model.name(), model.card()))
                            .toList());
        }
    }

    @Test
    void tellsOfNothingWhereThereIsNothing() {
        assertThat(Shelf.of(models)).isEmpty();
        assertThat(Shelf.of(models.resolve("missing"))).isEmpty();
    }
}
