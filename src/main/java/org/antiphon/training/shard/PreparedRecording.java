package org.antiphon.training.shard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.dataset.Split;

/**
 * What is known of one recording of a corpus once it was looked at: its shards, or why there are none.
 *
 * @param id unique in its corpus
 * @param composition what is played; splits are made by it
 * @param instrument code as in URMP
 * @param split what it may be used for
 * @param fingerprint of the configuration and of the names and sizes of its files: what it would be made anew for
 * @param shards one a part, in order
 * @param skipped why it has no shards; empty where it has
 * @param facts for reports
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PreparedRecording(
        String id,
        String composition,
        String instrument,
        Split split,
        String fingerprint,
        List<Shard> shards,
        Optional<String> skipped,
        Optional<Facts> facts) {

    /** Where a recording's skeleton is from. */
    public enum SkeletonOrigin {
        /** Beside the recording. */
        ANNOTATED,
        /** Found by the model. */
        FOUND,
        /** There is none. */
        NONE
    }

    /**
     * One shard.
     *
     * @param file name in the folder of shards
     * @param frames video frames
     * @param bytes size
     * @param sha256 of all bytes
     */
    public record Shard(String file, int frames, long bytes, String sha256) {}

    /**
     * What a report tells of a recording.
     *
     * @param pictures whether it was filmed
     * @param annotated whether somebody wrote down its notes; otherwise they were heard
     * @param skeleton where the skeleton is from
     * @param notes how many
     * @param pitches how many notes of each MIDI number
     * @param players how many the picture shows
     * @param track which of them this one is, from 1
     * @param crop x, y, width, height of the player in shares of the picture, or nothing
     * @param video name of the video in the corpus
     * @param skeletonErrors of the model's skeleton against the annotated one, where both were asked for
     * @param doubts what somebody should look at, one sentence each
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Facts(
            boolean pictures,
            boolean annotated,
            SkeletonOrigin skeleton,
            int notes,
            Map<Integer, Integer> pitches,
            int players,
            int track,
            List<Double> crop,
            Optional<String> video,
            Optional<SkeletonErrors> skeletonErrors,
            List<String> doubts) {

        public Facts {
            pitches = pitches == null ? Map.of() : pitches;
            crop = crop == null ? List.of() : List.copyOf(crop);
            video = video == null ? Optional.empty() : video;
            skeletonErrors = skeletonErrors == null ? Optional.empty() : skeletonErrors;
            doubts = doubts == null ? List.of() : List.copyOf(doubts);
        }
    }

    public PreparedRecording {
        shards = shards == null ? List.of() : List.copyOf(shards);
        skipped = skipped == null ? Optional.empty() : skipped;
        facts = facts == null ? Optional.empty() : facts;
    }

    /** Video frames of all shards. */
    public int frames() {
        return shards.stream().mapToInt(Shard::frames).sum();
    }

    /** Where the skeleton is from. */
    public SkeletonOrigin skeleton() {
        return facts.map(Facts::skeleton).orElse(SkeletonOrigin.NONE);
    }

    /** Whether there are pictures. */
    public boolean filmed() {
        return facts.isPresent() && facts.get().pictures();
    }

    /** Whether there is something to learn from. */
    public boolean used() {
        return !shards.isEmpty();
    }
}
