package org.antiphon.model.vivit.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The tiny checkpoint among the golden files. */
final class Golden {

    static final Path FOLDER = Path.of("src/test/resources/golden/vivit-tiny");

    private Golden() {}

    /** A copy of the checkpoint that a test may spoil. */
    static Path copy(Path to) {
        try {
            for (String file : List.of("config.json", "model.safetensors")) {
                Files.copy(FOLDER.resolve(file), to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.copy(FOLDER.resolve("preprocessor_config.hub.json"), to.resolve(PixelRule.FILE));
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double largestDifference(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " against " + b.length + " values");
        }
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }
}
