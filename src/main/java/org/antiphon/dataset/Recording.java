package org.antiphon.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Note;
import org.antiphon.media.Crop;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.Span;

/**
 * One player in one recording: where its files are, and its annotation, read when asked for. A recording may be a part
 * of what its files hold, in time ({@link #span}) and in the picture ({@link #crop}); {@link #request} asks a decoder for
 * that part. Times of annotation are those of the recording: zero is where its span begins.
 *
 * @param id unique in its corpus
 * @param composition what is played; splits are made by it
 * @param instrument URMP's code (vn, vc, ...; vib and pno in etudes), or {@link #UNKNOWN}
 * @param track number of this player in the score, from 1
 * @param players how many players the video shows, in track order
 * @param split what the recording may be used for
 * @param video picture and mix; of a piece that nobody filmed its one picture, as PNG
 * @param mix all players, WAV, where there is one
 * @param sound this player alone: WAV, or the video itself where its sound track is that
 * @param crop the part of the picture that shows this player
 * @param span the part of the time that is used
 * @param notesFile onset, hertz, duration per line, where somebody annotated it
 * @param f0File time, hertz per line, where somebody annotated it
 * @param skeleton 47 joints a frame, where they are known
 * @param toolsFile NPY (T, 3, 8), where there is one
 * @param flowFile NPY float16 (N, 2, h, w): true backward flow from frame 5k to frame 0, where there is one
 * @param occlusionFile NPY uint8 (N, h, w): 255 where that pixel is visible in frame 0, where there is one
 */
public record Recording(
        String id,
        String composition,
        String instrument,
        int track,
        int players,
        Split split,
        Path video,
        Optional<Path> mix,
        Path sound,
        Crop crop,
        Span span,
        Optional<Path> notesFile,
        Optional<Path> f0File,
        Optional<PointFile> skeleton,
        Optional<Path> toolsFile,
        Optional<Path> flowFile,
        Optional<Path> occlusionFile) {

    /** The instrument of a recording that does not say what is played. */
    public static final String UNKNOWN = "unknown";

    /** Frames between two true flow fields. */
    public static final int FLOW_STEP = 5;

    /** Joints of a skeleton, in Solos' order. */
    public static final int JOINTS = 47;

    private static final int TOOLS = 8;

    /** Whether there is a video, not only a picture. */
    public boolean filmed() {
        return !video.toString().endsWith(".png");
    }

    /** Whether somebody wrote down what is played; where nobody did, {@link #notes} and {@link #f0} are empty. */
    public boolean annotated() {
        return notesFile.isPresent() && f0File.isPresent();
    }

    /** That request, of the part of the picture and of the time that this recording is. */
    public DecodeRequest request(DecodeRequest whole) {
        return whole.within(crop, span);
    }

    /**
     * The annotated notes by onset, in seconds of this recording; nothing where nobody annotated it, which is not the same
     * as silence.
     *
     * @throws IOException naming the file that cannot be read, and the line
     */
    public Optional<List<Note>> notes() throws IOException {
        return notesFile.isEmpty() ? Optional.empty() : Optional.of(within(Annotation.notes(notesFile.get())));
    }

    private List<Note> within(List<Note> notes) {
        return notes.stream()
                .filter(note -> note.offset() > span.from() && note.onset() < span.to())
                .map(note -> note.onset() >= span.from()
                        ? new Note(note.onset() - span.from(), note.hertz(), note.duration())
                        : new Note(0, note.hertz(), note.offset() - span.from()))
                .toList();
    }

    /**
     * Fundamental frequency every 10 ms of this recording: value i is at i × 0.010 s, 0 where nothing sounds; nothing where
     * nobody annotated it.
     *
     * @throws IOException naming the file that cannot be read, and the line
     */
    public Optional<float[]> f0() throws IOException {
        return f0File.isEmpty() ? Optional.empty() : Optional.of(Annotation.f0(f0File.get(), span.from(), span.to()));
    }

    /**
     * Skeletons every 1/25 s of this recording: {@code [frame][joint 0..46][x, y, confidence]}, pixels of the whole
     * upright picture, of which {@link #crop} is a part.
     *
     * @throws IOException naming the file that cannot be read
     */
    public Optional<float[][][]> skeletons() throws IOException {
        return skeleton.isEmpty() ? Optional.empty() : Optional.of(points(skeleton.get()));
    }

    /** The file that holds {@link #skeletons}, and perhaps those of others. */
    public Optional<Path> skeletonFile() {
        return skeleton.map(PointFile::file);
    }

    /**
     * Tool points every 1/25 s: {@code [frame][point 0..7][x, y, confidence]}, pixels as those of {@link #skeletons}.
     *
     * @throws IOException naming the file that cannot be read
     */
    public Optional<float[][][]> tools() throws IOException {
        return toolsFile.isEmpty() ? Optional.empty() : Optional.of(points(PointFile.whole(toolsFile.get(), TOOLS)));
    }

    private float[][][] points(PointFile file) throws IOException {
        double to = span.to() * PointFile.RATE;
        return file.read(
                Math.round(span.from() * PointFile.RATE), Double.isInfinite(to) ? Long.MAX_VALUE : Math.round(to));
    }

    /**
     * True backward flow to frame 0, one field for every {@value #FLOW_STEP} frames from frame 0 on; confidence is
     * 1 where the content is visible in frame 0. A recording that begins later than its video has none.
     *
     * @throws IOException naming the file that cannot be read
     */
    public Optional<List<FlowField>> trueFlow() throws IOException {
        if (flowFile.isEmpty() || span.from() > 0) {
            return Optional.empty();
        }
        NpyFile flow = NpyFile.read(flowFile.get());
        int height = flow.dimension(2);
        int width = flow.dimension(3);
        int pixels = width * height;
        NpyFile visible = occlusionFile.isEmpty() ? null : NpyFile.read(occlusionFile.get());
        List<FlowField> fields = new ArrayList<>();
        for (int n = 0; n < flow.dimension(0); n++) {
            float[] dx = new float[pixels];
            float[] dy = new float[pixels];
            float[] confidence = new float[pixels];
            System.arraycopy(flow.values(), 2 * n * pixels, dx, 0, pixels);
            System.arraycopy(flow.values(), (2 * n + 1) * pixels, dy, 0, pixels);
            for (int i = 0; i < pixels; i++) {
                confidence[i] = visible == null ? 1 : visible.values()[n * pixels + i] / 255f;
            }
            fields.add(new FlowField(width, height, dx, dy, confidence));
        }
        return Optional.of(fields);
    }
}
