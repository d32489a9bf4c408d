package org.antiphon.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antiphon.nn.Weights;

/**
 * One model on disk: {@code config.json}, {@code weights.safetensors}, {@code card.md} and {@code SHA256SUMS} that
 * must be right for the first two.
 *
 * @param checksum SHA-256 of the weights, in hexadecimal
 */
public record ModelFolder(String family, Path path, String checksum) {

    public static final String CONFIG = "config.json";
    public static final String WEIGHTS = "weights.safetensors";
    public static final String CARD = "card.md";
    public static final String SUMS = "SHA256SUMS";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The first model of a family by name.
     *
     * @throws UncheckedIOException naming what is missing or does not fit its checksum
     */
    static ModelFolder of(Path models, String family) {
        try {
            Path folder = first(models.resolve(family))
                    .orElseThrow(() -> new IOException(models.resolve(family) + " holds no model with " + WEIGHTS));
            List<String> sums = Files.readAllLines(folder.resolve(SUMS));
            verify(folder, CONFIG, sums);
            return new ModelFolder(family, folder, verify(folder, WEIGHTS, sums));
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("cannot open the " + family + " model: " + message(e), e));
        }
    }

    /** The first folder by name that holds a model. */
    static Optional<Path> first(Path family) throws IOException {
        try (Stream<Path> folders = Files.list(family)) {
            return folders.filter(path -> Files.exists(path.resolve(WEIGHTS)))
                    .sorted()
                    .findFirst();
        }
    }

    private static String message(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException ? e.getMessage() + " is missing" : e.getMessage();
    }

    private static String verify(Path folder, String file, List<String> sums) throws IOException {
        String actual = sha256(folder.resolve(file));
        String expected = sums.stream()
                .map(line -> line.trim().split("\\s+[*]?"))
                .filter(cells -> cells.length == 2 && cells[1].equals(file))
                .map(cells -> cells[0])
                .findFirst()
                .orElseThrow(() -> new IOException(folder.resolve(SUMS) + " has no checksum for " + file));
        if (!actual.equalsIgnoreCase(expected)) {
            throw new IOException(folder.resolve(file) + " does not fit its checksum in " + SUMS
                    + ": it was changed or only partly copied");
        }
        return actual;
    }

    /** Of a file, in hexadecimal. */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    <T> T config(Class<T> type) {
        try {
            return JSON.readValue(path.resolve(CONFIG).toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(path.resolve(CONFIG) + ": " + e.getMessage(), e));
        }
    }

    void load(Weights weights) {
        try {
            weights.load(path.resolve(WEIGHTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    Path card() {
        return path.resolve(CARD);
    }
}
