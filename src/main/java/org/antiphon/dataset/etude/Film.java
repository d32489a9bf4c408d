package org.antiphon.dataset.etude;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntFunction;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Waveform;
import org.antiphon.dataset.NpyFile;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.etude.stage.Stage;
import org.antiphon.media.MediaWriter;

/** Films one performance into a folder: video, first picture, skeletons, tools and true flow. */
final class Film {

    /** Pixels a side of the grid on which true flow is kept. */
    private static final int FLOW_SIZE = 64;

    private final Path folder;
    private final String recording;
    private final String track;
    private final Stage stage;

    /**
     * @param recording name of the folder in file names of the whole piece
     * @param track what stands between kind and ending in the names of the player's files
     */
    Film(Path folder, String recording, String track, Performance performance) {
        this.folder = folder;
        this.recording = recording;
        this.track = track;
        stage = new Stage(performance);
    }

    /** Writes the first picture, skeletons and tools. */
    void annotate() throws IOException {
        MediaWriter.png(folder.resolve("Poster_" + recording + ".png"), stage.frame(0));
        points(stage.skeletons()).write(folder.resolve("Skel" + track + ".npy"), NpyFile.Type.FLOAT32);
        points(stage.tools()).write(folder.resolve("Tools" + track + ".npy"), NpyFile.Type.FLOAT32);
    }

    /**
     * Writes video and true flow.
     *
     * @return SHA-256 of all pictures' pixels, which unlike the encoded video are the same on every machine
     */
    String shoot(Waveform sound) throws IOException {
        Checksum pixels = new Checksum();
        IntFunction<Picture> camera = i -> {
            Picture picture = stage.frame(i);
            pixels.add(picture.rgb());
            return picture;
        };
        MediaWriter.mp4(
                folder.resolve("Vid_" + recording + ".mp4"),
                () -> reel(stage.frames(), camera),
                FrameRate.MODEL,
                Optional.of(sound));
        flow();
        return pixels.hex();
    }

    private static Iterator<Picture> reel(int frames, IntFunction<Picture> camera) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < frames;
            }

            @Override
            public Picture next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("the film has " + frames + " pictures");
                }
                return camera.apply(next++);
            }
        };
    }

    /** Points per frame as Solos keeps them: (frames, 3, points). */
    private static NpyFile points(float[][][] points) {
        int count = points[0].length;
        float[] values = new float[points.length * 3 * count];
        for (int t = 0; t < points.length; t++) {
            for (int c = 0; c < 3; c++) {
                for (int j = 0; j < count; j++) {
                    values[(t * 3 + c) * count + j] = points[t][j][c];
                }
            }
        }
        return new NpyFile(new int[] {points.length, 3, count}, values);
    }

    private void flow() throws IOException {
        int fields = (stage.frames() + Recording.FLOW_STEP - 1) / Recording.FLOW_STEP;
        int cells = FLOW_SIZE * FLOW_SIZE;
        float[] flow = new float[fields * 2 * cells];
        float[] visible = new float[fields * cells];
        for (int n = 0; n < fields; n++) {
            FlowField field = stage.flowToFirst(n * Recording.FLOW_STEP, FLOW_SIZE);
            System.arraycopy(field.dx(), 0, flow, 2 * n * cells, cells);
            System.arraycopy(field.dy(), 0, flow, (2 * n + 1) * cells, cells);
            for (int i = 0; i < cells; i++) {
                visible[n * cells + i] = field.confidence()[i] * 255;
            }
        }
        new NpyFile(new int[] {fields, 2, FLOW_SIZE, FLOW_SIZE}, flow)
                .write(folder.resolve("Flow" + track + ".npy"), NpyFile.Type.FLOAT16);
        new NpyFile(new int[] {fields, FLOW_SIZE, FLOW_SIZE}, visible)
                .write(folder.resolve("Occl" + track + ".npy"), NpyFile.Type.UINT8);
    }
}
