package org.antiphon.training.preparation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.antiphon.training.shard.Hashes;
import org.antiphon.training.shard.PreparedRecording;
import org.antiphon.training.shard.ShardIndex;

/** What was made of one recording, beside the index: written when all its shards are there, so that work goes on from it. */
final class EntryFile {

    private final Path folder;

    /** @param folder of the index */
    EntryFile(Path folder) {
        this.folder = folder;
    }

    private Path file(String id) {
        return folder.resolve("recordings").resolve(FileNames.of(id) + ".json");
    }

    void write(PreparedRecording recording) throws IOException {
        ShardIndex.replace(file(recording.id()), ShardIndex.json().writeValueAsBytes(recording));
    }

    /** What is there of a recording, whole or not; empty if nothing can be read. */
    Optional<PreparedRecording> read(String id) throws IOException {
        try {
            return Optional.of(ShardIndex.json().readValue(Files.readAllBytes(file(id)), PreparedRecording.class));
        } catch (NoSuchFileException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** What is there of a recording, if it was made with that fingerprint and every shard has the bytes it should have. */
    Optional<PreparedRecording> whole(String id, String fingerprint) throws IOException {
        Optional<PreparedRecording> found = read(id);
        if (found.isEmpty() || !found.get().used() || !found.get().fingerprint().equals(fingerprint)) {
            return Optional.empty();
        }
        for (PreparedRecording.Shard shard : found.get().shards()) {
            Path file = ShardIndex.shards(folder).resolve(shard.file());
            boolean whole = Files.exists(file)
                    && Files.size(file) == shard.bytes()
                    && Hashes.ofFile(file).equals(shard.sha256());
            if (!whole) {
                return Optional.empty();
            }
        }
        return found;
    }
}
