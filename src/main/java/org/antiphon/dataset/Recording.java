package org.antiphon.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Note;

/**
 * One player in one recording: where its files are, and its annotation, read when asked for.
 *
 * @param id unique in its corpus
 * @param composition what is played; splits are made by it
 * @param instrument URMP's code (vn, vc, ...; vib and pno in etudes)
 * @param track number of this player in the score, from 1
 * @param players how many players the video shows, in track order
 * @param split what the recording may be used for
 * @param video picture and mix; of a piece that nobody filmed its one picture, as PNG
 * @param mix all players, WAV
 * @param sound this player alone, WAV
 * @param notesFile onset, hertz, duration per line
 * @param f0File time, hertz per line
 * @param skeletonFile NPY (T, 3, 47), where there is one
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
        Path mix,
        Path sound,
        Path notesFile,
        Path f0File,
        Optional<Path> skeletonFile,
        Optional<Path> toolsFile,
        Optional<Path> flowFile,
        Optional<Path> occlusionFile) {

    /** Frames between two true flow fields. */
    public static final int FLOW_STEP = 5;

    /** Whether there is a video, not only a picture. */
    public boolean filmed() {
        return !video.toString().endsWith(".png");
    }

    /**
     * The annotated notes by onset.
     *
     * @throws IOException naming the file that cannot be read
     */
    public List<Note> notes() throws IOException {
        return Annotation.notes(notesFile);
    }

    /**
     * Fundamental frequency every 10 ms: value i is at i × 0.010 s, 0 where nothing sounds.
     *
     * @throws IOException naming the file that cannot be read
     */
    public float[] f0() throws IOException {
        return Annotation.f0(f0File);
    }

    /**
     * Skeletons per video frame: {@code [frame][joint 0..46][x, y, confidence]}, pixels of the video.
     *
     * @throws IOException naming the file that cannot be read
     */
    public Optional<float[][][]> skeletons() throws IOException {
        return skeletonFile.isEmpty() ? Optional.empty() : Optional.of(points(skeletonFile.get()));
    }

    /**
     * Tool points per video frame: {@code [frame][point 0..7][x, y, confidence]}, pixels of the video.
     *
     * @throws IOException naming the file that cannot be read
     */
    public Optional<float[][][]> tools() throws IOException {
        return toolsFile.isEmpty() ? Optional.empty() : Optional.of(points(toolsFile.get()));
    }

    /**
     * True backward flow to frame 0, one field for every {@value #FLOW_STEP} frames from frame 0 on; confidence is
     * 1 where the content is visible in frame 0.
     *
     * @throws IOException naming the file that cannot be read
     */
    public Optional<List<FlowField>> trueFlow() throws IOException {
        if (flowFile.isEmpty()) {
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

    private static float[][][] points(Path file) throws IOException {
        NpyFile array = NpyFile.read(file);
        if (array.shape().length != 3 || array.dimension(1) != 3) {
            throw new IOException(file + ": expected an array of shape (frames, 3, points)");
        }
        int count = array.dimension(2);
        float[][][] points = new float[array.dimension(0)][count][3];
        for (int t = 0; t < points.length; t++) {
            for (int c = 0; c < 3; c++) {
                for (int j = 0; j < count; j++) {
                    points[t][j][c] = array.values()[(t * 3 + c) * count + j];
                }
            }
        }
        return points;
    }
}
