package org.antiphon.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Timeline;
import org.antiphon.dataset.Recording;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.nn.Half;
import org.antiphon.training.shard.PreparedRecording;
import org.antiphon.training.shard.Section;
import org.antiphon.training.shard.Section.Sizes;
import org.antiphon.training.shard.ShardReader;

/**
 * One prepared recording, or a part of a long one: features and truth side by side on one time grid, read from a shard.
 * Crops copy what is asked for; beyond the end they hold zeros (silence for the mel), as pictures and flow do everywhere in a
 * recording that nobody filmed.
 */
public final class Example {

    /** Height and width of the pictures. */
    public static final int PICTURE = Sizes.PICTURE;

    /** Height and width of the optical flow. */
    public static final int FLOW = Sizes.FLOW;

    /** Mel bins. */
    public static final int BINS = Sizes.BINS;

    /** Control points a frame. */
    public static final int POINTS = Sizes.POINTS;

    /** Flow is stored in eighths of a pixel, one signed byte a component. */
    private static final float FLOW_UNIT = 8;

    private final PreparedRecording recording;
    private final Timeline timeline;
    private final ShardReader shard;

    /** @param recording that the shard belongs to */
    public Example(PreparedRecording recording, ShardReader shard) {
        this.recording = recording;
        this.shard = shard;
        this.timeline = new Timeline(shard.frames());
    }

    /** What is known of the whole recording. */
    public PreparedRecording recording() {
        return recording;
    }

    public Timeline timeline() {
        return timeline;
    }

    /** What the latent's channels of instruments hold for what is played. */
    public float[] instrument() {
        return InstrumentShares.of(recording.instrument());
    }

    /** Items of a section that lie within the shard, as little-endian bytes; fewer than asked for at its end. */
    private ByteBuffer items(Section section, int from, int count) {
        int last = Math.min(from + count, shard.items(section));
        byte[] bytes = last <= from ? new byte[0] : shard.read(section, from, last - from);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Pictures as (count, 3, 96, 96) in [-1, 1], written to {@code out} from {@code at}. */
    public void frames(int from, int count, float[] out, int at) {
        byte[] rgb = items(Section.PICTURES, from, count).array();
        int size = PICTURE * PICTURE * 3;
        for (int f = 0; f < rgb.length / size; f++) {
            int base = at + f * size;
            for (int p = 0; p < PICTURE * PICTURE; p++) {
                for (int c = 0; c < 3; c++) {
                    out[base + c * PICTURE * PICTURE + p] = (rgb[f * size + 3 * p + c] & 0xFF) / 127.5f - 1;
                }
            }
        }
    }

    /** Flow into each frame as (count, 2, 48, 48), in pixels of that grid divided by 4. */
    public void flow(int from, int count, float[] out, int at) {
        byte[] pairs = items(Section.FLOW, from, count).array();
        int size = FLOW * FLOW * 2;
        for (int f = 0; f < pairs.length / size; f++) {
            int base = at + f * size;
            for (int p = 0; p < FLOW * FLOW; p++) {
                out[base + p] = pairs[f * size + 2 * p] / FLOW_UNIT / 4;
                out[base + FLOW * FLOW + p] = pairs[f * size + 2 * p + 1] / FLOW_UNIT / 4;
            }
        }
    }

    /** Natural log-mel, row-major (count, 100). */
    public float[] mel(int from, int count) {
        float[] out = new float[count * BINS];
        Arrays.fill(out, (float) Math.log(1e-5));
        halves(Section.MEL, Timeline.MEL_FRAMES_PER_FRAME, from, count, out);
        return out;
    }

    /** Halves of a section with so many rows an item: {@code count} rows from row {@code from} on. */
    private void halves(Section section, int rows, int from, int count, float[] out) {
        int first = from / rows;
        ByteBuffer items = items(section, first, (from + count + rows - 1) / rows - first);
        int row = section.itemBytes() / rows;
        int skipped = (from - first * rows) * row;
        for (int i = 0; i < out.length && skipped + 2 * i < items.limit(); i++) {
            out[i] = Half.toFloat(items.getShort(skipped + 2 * i));
        }
    }

    /** The true latent, channel-major (CHANNELS, count) as {@link LatentLayout} scales it. */
    public float[] latent(int from, int count) {
        float[] rows = new float[LatentLayout.CHANNELS * count];
        halves(Section.LATENT, Timeline.LATENT_STEPS_PER_FRAME, from, count, rows);
        float[] out = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i % LatentLayout.CHANNELS * count + i / LatentLayout.CHANNELS] = rows[i];
        }
        for (int t = Math.max(0, timeline.latentSteps() - from); t < count; t++) {
            out[LatentLayout.LOUDNESS * count + t] = LatentLayout.scaleLoudness(-80);
        }
        return out;
    }

    /** The whole true track. */
    public PerformanceTrack track() {
        int n = timeline.latentSteps();
        float[] sure = new float[n];
        Arrays.fill(sure, 1);
        return LatentLayout.toTrack(latent(0, n), n, sure);
    }

    /**
     * Control points, row-major (count, 24, 3): x and y in 0 to 1 of the picture, confidence. Whether they were annotated or
     * found by a model, the recording says.
     */
    public float[] points(int from, int count) {
        float[] out = new float[count * POINTS * 3];
        halves(Section.POINTS, 1, from, count, out);
        return out;
    }

    /** Whether {@link #points} is what somebody annotated; what a model found is no truth to teach a model by. */
    public boolean pointsAreTrue() {
        return recording.skeleton() == PreparedRecording.SkeletonOrigin.ANNOTATED;
    }

    /** Samples at 24 kHz. */
    public float[] sound(int from, int count) {
        float[] out = new float[count];
        int first = from / Timeline.SAMPLES_PER_FRAME;
        int last = (from + count + Timeline.SAMPLES_PER_FRAME - 1) / Timeline.SAMPLES_PER_FRAME;
        ByteBuffer items = items(Section.SOUND, first, last - first);
        int skipped = 2 * (from - first * Timeline.SAMPLES_PER_FRAME);
        for (int i = 0; i < count && skipped + 2 * i < items.limit(); i++) {
            out[i] = items.getShort(skipped + 2 * i) / 32768f;
        }
        return out;
    }

    /** True backward flow to frame 0 of every fifth frame, where it is known; see {@link Section#TRUE_FLOW}. */
    public List<FlowField> trueFlow() {
        int pixels = Sizes.TRUE_FLOW * Sizes.TRUE_FLOW;
        List<FlowField> fields = new ArrayList<>();
        ByteBuffer items = items(Section.TRUE_FLOW, 0, shard.items(Section.TRUE_FLOW));
        while (items.hasRemaining()) {
            float[] dx = new float[pixels];
            float[] dy = new float[pixels];
            float[] visible = new float[pixels];
            for (int i = 0; i < pixels; i++) {
                dx[i] = Half.toFloat(items.getShort());
            }
            for (int i = 0; i < pixels; i++) {
                dy[i] = Half.toFloat(items.getShort());
            }
            for (int i = 0; i < pixels; i++) {
                visible[i] = (items.get() & 0xFF) / 255f;
            }
            fields.add(new FlowField(Sizes.TRUE_FLOW, Sizes.TRUE_FLOW, dx, dy, visible));
        }
        return fields;
    }

    /** Frames between two fields of {@link #trueFlow()}, 0 where it is not known. */
    public int trueFlowStep() {
        return shard.items(Section.TRUE_FLOW) > 0 ? Recording.FLOW_STEP : 0;
    }
}
