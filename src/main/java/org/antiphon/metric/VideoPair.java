package org.antiphon.metric;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Waveform;

/**
 * A true video and a candidate, as {@link Seen} has them, with the candidate's sound. They may differ in length by one
 * picture, which is left out at the end; more than that is refused. For one thread at a time.
 */
public final class VideoPair {

    private static final int TOLERANCE = 1;

    private final Seen reference;
    private final Seen candidate;
    private final Optional<Waveform> sound;
    private MotionMask mask;

    /** @param sound the candidate's own, if it has any */
    public VideoPair(Seen reference, Seen candidate, Optional<Waveform> sound) {
        this.reference = reference;
        this.candidate = candidate;
        this.sound = sound;
    }

    Seen candidate() {
        return candidate;
    }

    Optional<Waveform> sound() {
        return sound;
    }

    /** Where the true video moves. */
    MotionMask mask() {
        if (mask == null) {
            mask = MotionMask.of(reference.first(count()).pictures());
        }
        return mask;
    }

    /** The same truth, and the candidate's first picture all the time. */
    VideoPair heldStill() {
        if (candidate.pictures().isEmpty()) {
            return this;
        }
        List<FlowField> motion = candidate.motion().stream()
                .map(field -> FlowField.zero(field.width(), field.height()))
                .toList();
        List<Picture> pictures = Collections.nCopies(
                candidate.pictures().size(), candidate.pictures().get(0));
        VideoPair still = new VideoPair(reference, new Seen(pictures, motion), sound);
        still.mask = mask;
        return still;
    }

    private int count() {
        return Math.min(reference.pictures().size(), candidate.pictures().size());
    }

    private Optional<String> mismatch() {
        int truth = reference.pictures().size();
        int made = candidate.pictures().size();
        if (count() == 0) {
            return Optional.of("there are no pictures to compare");
        }
        return Math.abs(truth - made) <= TOLERANCE
                ? Optional.empty()
                : Optional.of("the videos differ in length: " + truth + " and " + made + " pictures of 40 ms");
    }

    /** A number of the pictures of both. */
    Measurement pictures(BiFunction<List<Picture>, List<Picture>, Measurement> measure) {
        Optional<String> mismatch = mismatch();
        return mismatch.isPresent()
                ? new NotMeasured(mismatch.get())
                : measure.apply(
                        reference.first(count()).pictures(),
                        candidate.first(count()).pictures());
    }

    /** The mean of a number of two flow fields over all pictures but the first, which has none before it. */
    Measurement flow(BiFunction<FlowField, FlowField, Measurement> measure) {
        Optional<String> mismatch = mismatch();
        if (mismatch.isPresent()) {
            return new NotMeasured(mismatch.get());
        }
        double sum = 0;
        int count = Math.min(
                count(), Math.min(reference.motion().size(), candidate.motion().size()));
        Measured last = null;
        for (int i = 1; i < count; i++) {
            Measurement one =
                    measure.apply(reference.motion().get(i), candidate.motion().get(i));
            if (!(one instanceof Measured measured)) {
                return one;
            }
            sum += measured.value();
            last = measured;
        }
        return last == null
                ? new NotMeasured("the motion of a single picture cannot be told")
                : new Measured(sum / (count - 1), last.unit());
    }
}
