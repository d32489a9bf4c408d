package org.antiphon.training.preparation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.antiphon.dataset.Recording;
import org.antiphon.feature.SkeletonSource;
import org.antiphon.training.shard.PreparedRecording;
import org.antiphon.training.shard.ShardIndex;

/** Prepares single recordings into a folder, whichever process asks for it. Safe for use by several threads. */
final class RecordingWork {

    private final Path folder;
    private final Configuration configuration;
    private final Optional<SkeletonSource> finder;
    private final String writer;

    /** @param writer names this process in files that are not finished */
    RecordingWork(Path folder, Configuration configuration, Optional<SkeletonSource> finder, String writer) {
        this.folder = folder;
        this.configuration = configuration;
        this.finder = finder;
        this.writer = writer;
    }

    /** @throws IOException if the folder cannot be written to */
    Done prepare(Recording recording) throws IOException {
        EntryFile entries = new EntryFile(folder);
        Optional<SkeletonSource> asked = configuration.asked(recording, finder);
        String fingerprint = Sources.fingerprint(recording, configuration.facts(asked));
        if (entries.whole(recording.id(), fingerprint).isPresent()) {
            return Done.KEPT;
        }
        PreparedRecording made = make(recording, asked, fingerprint);
        entries.write(made);
        return made.used() ? Done.MADE : Done.SKIPPED;
    }

    private PreparedRecording make(Recording recording, Optional<SkeletonSource> asked, String fingerprint)
            throws IOException {
        Path shards = ShardIndex.shards(folder);
        try (RecordingBuilder builder = new RecordingBuilder(recording, shards, configuration, asked, writer)) {
            return builder.build(fingerprint);
        } catch (Unusable | RuntimeException e) { // one odd file must not keep the others from being used
            RecordingBuilder.discard(recording, shards, 1);
            return new PreparedRecording(
                    recording.id(),
                    recording.composition(),
                    recording.instrument(),
                    recording.split(),
                    fingerprint,
                    List.of(),
                    Optional.of(Words.of(e)),
                    Optional.empty());
        }
    }
}
