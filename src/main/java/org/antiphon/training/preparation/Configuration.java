package org.antiphon.training.preparation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antiphon.dataset.Recording;
import org.antiphon.feature.SkeletonSource;
import org.antiphon.training.shard.Section.Sizes;
import org.antiphon.training.shard.ShardIndex;

/**
 * What shards are made with.
 *
 * @param longestPart video frames of a shard at most; a multiple of the frames of every block
 * @param skeletons where they come from
 */
public record Configuration(int longestPart, Skeletons skeletons) {

    /** A minute: a few megabytes of shard, and windows of any training fit many times. */
    public static final int MINUTE = 1500;

    /** Where skeletons come from. */
    public enum Skeletons {
        /** As annotated, and found by the model where nobody annotated them. */
        AUTO,
        /** Only as annotated. */
        ANNOTATED,
        /** As annotated, and found by the model as well, to tell how well it does. */
        CHECK
    }

    /** @throws IllegalArgumentException if parts would be shorter than four seconds */
    public Configuration {
        if (longestPart < 100) {
            throw new IllegalArgumentException(
                    "parts of a recording must be at least 4 seconds (100 frames) long, was " + longestPart);
        }
    }

    /** Who finds the skeleton of a recording, if anybody does. */
    Optional<SkeletonSource> asked(Recording recording, Optional<SkeletonSource> finder) {
        return switch (skeletons) {
            case AUTO ->
                finder.filter(
                        f -> recording.filmed() && recording.skeletonFile().isEmpty());
            case ANNOTATED -> Optional.empty();
            case CHECK -> finder.filter(f -> recording.filmed());
        };
    }

    /** Everything that bytes depend on besides the recordings, by name. */
    Map<String, String> facts(Optional<SkeletonSource> finder) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("format", Integer.toString(ShardIndex.FORMAT));
        facts.put("frames a second", "25");
        facts.put("picture", Sizes.PICTURE + "×" + Sizes.PICTURE);
        facts.put("optical flow", Sizes.FLOW + "×" + Sizes.FLOW);
        facts.put("mel bins", Integer.toString(Sizes.BINS));
        facts.put("sound", "24000 Hz");
        facts.put("longest part", longestPart + " frames");
        facts.put("skeletons", skeletons.name().toLowerCase(Locale.ROOT));
        facts.put("skeletons found by", finder.map(SkeletonSource::name).orElse("nobody"));
        return facts;
    }
}
