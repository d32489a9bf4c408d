package org.antiphon.training.shard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a folder of shards holds: {@code index.json}. It is written last, so a folder that has one is whole.
 *
 * @param format {@link #FORMAT}
 * @param corpus kind of the corpus
 * @param configuration what the shards were made with
 * @param recordings every recording of the corpus in its order, used or skipped
 * @param findings what was odd about the corpus, one sentence each
 */
public record ShardIndex(
        int format,
        String corpus,
        Map<String, String> configuration,
        List<PreparedRecording> recordings,
        List<String> findings) {

    /** The version that is written; no other is read. */
    public static final int FORMAT = ShardWriter.VERSION;

    private static final String FILE = "index.json";

    public ShardIndex {
        recordings = List.copyOf(recordings);
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** Whether there is an index in that folder. */
    public static boolean isIn(Path folder) {
        if (!Files.isRegularFile(folder.resolve(FILE))) {
            return false;
        }
        return Files.isDirectory(shards(folder));
    }

    /** Whether preparing has begun in that folder, but not ended. */
    public static boolean isBegun(Path folder) {
        return !Files.exists(folder.resolve(FILE))
                && Files.isDirectory(shards(folder))
                && Files.isDirectory(folder.resolve("recordings"));
    }

    /** Takes the index away before shards change. */
    public static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** The folder of the shard files. */
    public static Path shards(Path folder) {
        return folder.resolve("shards");
    }

    /** @throws IOException naming the index, if it is missing, damaged or of another version */
    public static ShardIndex read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            int format = json().readTree(file.toFile()).path("format").asInt();
            if (format != FORMAT) {
                throw new IOException(file + " is of version " + format + ", this program reads " + FORMAT
                        + "; run prepare once more with the same folders");
            }
            return json().readValue(file.toFile(), ShardIndex.class);
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is damaged; run prepare once more with the same folders", e);
        } catch (java.io.FileNotFoundException e) {
            throw new NoSuchFileException(file.toString(), null, "prepare has not finished there");
        }
    }

    /** The index in that folder, if there is one of this version. */
    public static Optional<ShardIndex> find(Path folder) {
        try {
            return isIn(folder) ? Optional.of(read(folder)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes the index whole or not at all. */
    public void write(Path folder) throws IOException {
        replace(folder.resolve(FILE), json().writeValueAsBytes(this));
    }

    /** Gives a file its new content whole or not at all. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** How index and entries are written: indented, keys in the order of declaration. */
    public static ObjectMapper json() {
        return new ObjectMapper()
                .registerModule(new Jdk8Module())
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
