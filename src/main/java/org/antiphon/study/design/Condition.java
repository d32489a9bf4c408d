package org.antiphon.study.design;

import java.util.Optional;
import org.antiphon.study.design.document.Among;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Kind;
import org.antiphon.study.design.document.Limits;
import org.antiphon.study.design.document.Means;
import org.antiphon.study.design.document.Otherwise;
import org.antiphon.study.design.document.RefersTo;

/** One of the ways in which an item exists. Participants never learn which one they have before them. */
public sealed interface Condition {

    Id id();

    @Kind(value = "ground-truth", means = "The recording as it is.")
    record GroundTruth(@Means("Its name.") Id id) implements Condition {}

    @Kind(
            value = "vocoded",
            means =
                    "The recording through the vocoder alone: as good as anything can sound that leaves by the vocoder.")
    record Vocoded(
            @Means("Its name.") Id id,

            @Means("The name of the vocoder among the shipped models.") @Limits(max = 100)
            String vocoder)
            implements Condition {}

    @Kind(value = "model", means = "The translation by a model from a seed.")
    record Generated(
            @Means("Its name.") Id id,

            @Means("The name of the model.") @Limits(max = 100)
            String model,

            @Means("The seed of the translation; the same for all items.") @Limits(min = 0)
            long seed,

            @Means("SHA-256 of the weights, if only these will do.") @Limits(min = 64, max = 64)
            Optional<String> checksum)
            implements Condition {}

    @Kind(
            value = "shuffled",
            means = "The picture of the item with the sound of another item: matched in quality, not in coherence.")
    record Shuffled(
            @Means("Its name.") Id id,

            @Means("The condition whose sounds are exchanged.") @RefersTo("conditions")
            Id of,

            @Means("The seed that decides which item gets whose sound.") @Limits(min = 0) @Otherwise("1")
            long seed)
            implements Condition {}

    @Kind(value = "silent", means = "The picture without sound.")
    record Silent(@Means("Its name.") Id id) implements Condition {}

    @Kind(value = "anchor", means = "The recording through a low-pass filter to the mask of BS.1534.")
    record Anchor(
            @Means("Its name.") Id id,

            @Means("Where the filter cuts, in hertz: 3500 for the low anchor, 7000 for the mid one.")
            @Among({3500, 7000})
            int cutoff)
            implements Condition {}

    @Kind(value = "uploaded", means = "Files that were made elsewhere, one for each item.")
    record Uploaded(@Means("Its name.") Id id) implements Condition {}
}
