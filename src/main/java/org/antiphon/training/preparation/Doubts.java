package org.antiphon.training.preparation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antiphon.clip.Note;
import org.antiphon.dataset.Recording;
import org.antiphon.media.Span;

/** What is odd about a recording that can be used all the same, for somebody to look at. */
final class Doubts {

    private static final double RATE = 25;
    private static final double SHORTER = 1; // second
    private static final double OUTSIDE = 0.2;
    private static final int EVERY = 5; // frames

    private Doubts() {}

    /**
     * @param frames that were found of it
     * @param seen empty where there are no joints
     */
    static List<String> of(Recording recording, int frames, Annotated annotated, Optional<SeenPart> seen) {
        List<String> doubts = new ArrayList<>();
        Span span = recording.span();
        double promised = span.to() - span.from();
        if (!Double.isInfinite(promised) && frames / RATE < promised - SHORTER) {
            doubts.add(String.format(
                    Locale.ROOT,
                    "holds %.1f s of the %.1f s that the corpus names; it may be another cut, or not completely downloaded",
                    frames / RATE,
                    promised));
        }
        double last = lastOnset(annotated);
        if (frames / RATE < last - SHORTER) {
            doubts.add(String.format(
                    Locale.ROOT,
                    "its pictures end at %.1f s, notes begin until %.1f s; the video may be not completely unpacked",
                    frames / RATE,
                    last));
        }
        if (seen.isPresent() && annotated.joints().isPresent()) {
            double outside = outside(annotated.joints().get(), seen.get());
            if (outside > OUTSIDE) {
                doubts.add(String.format(
                        Locale.ROOT,
                        "%.0f %% of its joints lie outside the video's picture of %.0f×%.0f; the skeleton may be that of a"
                                + " video of another size",
                        100 * outside,
                        seen.get().width(),
                        seen.get().height()));
            }
        }
        return doubts;
    }

    /**
     * Why a recording is used only until its sound ends: its annotation goes on, and notes would be taught to be silent.
     *
     * @param seconds of sound
     */
    static Optional<String> cut(Annotated annotated, double seconds) {
        double last = lastOnset(annotated);
        return seconds > last - SHORTER
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "used until its sound ends at %.1f s, though notes begin until %.1f s; it may be not completely"
                                + " unpacked",
                        seconds,
                        last));
    }

    private static double lastOnset(Annotated annotated) {
        return annotated.notes().stream()
                .flatMap(List::stream)
                .mapToDouble(Note::onset)
                .max()
                .orElse(0);
    }

    /** Of the joints that were seen. */
    private static double outside(float[][][] joints, SeenPart seen) {
        long all = 0;
        long outside = 0;
        for (int t = 0; t < joints.length; t += EVERY) {
            for (float[] joint : joints[t]) {
                if (joint[2] > 0) {
                    all++;
                    boolean inside =
                            joint[0] >= 0 && joint[0] < seen.width() && joint[1] >= 0 && joint[1] < seen.height();
                    outside += inside ? 0 : 1;
                }
            }
        }
        return all == 0 ? 0 : (double) outside / all;
    }
}
