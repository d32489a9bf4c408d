package org.antiphon.training.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Note;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.Split;
import org.antiphon.media.Crop;
import org.antiphon.media.Span;
import org.junit.jupiter.api.Test;

class DoubtsTest {

    private static final SeenPart SEEN = new SeenPart(640, 360, 0, 0, 1, 1);

    private static Recording segment(double from, double to) {
        Path video = Path.of("videos/Violin/id.mp4");
        return new Recording(
                "Violin/id/1",
                "id",
                "vn",
                1,
                1,
                Split.TRAIN,
                video,
                Optional.empty(),
                video,
                Crop.WHOLE,
                new Span(from, to),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Annotated joints(float x, float confidence) {
        float[][][] joints = new float[20][2][];
        for (float[][] frame : joints) {
            frame[0] = new float[] {100, 100, 1};
            frame[1] = new float[] {x, 100, confidence};
        }
        return new Annotated(Optional.empty(), Optional.empty(), Optional.of(joints), Optional.empty(), List.of());
    }

    private static List<String> doubts(Recording recording, int frames, Annotated annotated) {
        return Doubts.of(recording, frames, annotated, Optional.of(SEEN));
    }

    @Test
    void aSegmentThatItsVideoDoesNotHoldIsNamed() {
        assertThat(doubts(segment(2, 12), 100, joints(0, 1)))
                .singleElement()
                .asString()
                .startsWith("holds 4.0 s of the 10.0 s that the corpus names");
        assertThat(doubts(segment(2, 12), 249, joints(0, 1))).isEmpty();
        assertThat(doubts(segment(2, Double.POSITIVE_INFINITY), 1, joints(0, 1)))
                .isEmpty();
    }

    @Test
    void aSoundOrAVideoThatEndsBeforeItsNotesIsNamed() {
        Annotated notes = new Annotated(
                Optional.of(List.of(new Note(1, 440, 0.5), new Note(9, 440, 0.5))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        assertThat(Doubts.cut(notes, 4.5)).hasValueSatisfying(why -> assertThat(why)
                .startsWith("used until its sound ends at 4.5 s, though notes begin until 9.0 s"));
        assertThat(Doubts.cut(notes, 9.2)).isEmpty();
        assertThat(Doubts.cut(joints(0, 1), 0)).as("nobody wrote notes down").isEmpty();
        assertThat(doubts(segment(0, Double.POSITIVE_INFINITY), 100, notes))
                .containsExactly(
                        "its pictures end at 4.0 s, notes begin until 9.0 s; the video may be not completely unpacked");
        assertThat(doubts(segment(0, Double.POSITIVE_INFINITY), 230, notes)).isEmpty();
    }

    @Test
    void aSkeletonOfALargerVideoIsNamed() {
        assertThat(doubts(segment(0, 1), 25, joints(1200, 1)))
                .singleElement()
                .asString()
                .startsWith("50 % of its joints lie outside the video's picture of 640×360");
        assertThat(doubts(segment(0, 1), 25, joints(1200, 0)))
                .as("a joint that nobody saw")
                .isEmpty();
    }
}
