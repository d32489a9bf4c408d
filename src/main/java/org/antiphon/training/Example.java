package org.antiphon.training;

import java.nio.ByteBuffer;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Timeline;
import org.antiphon.dataset.Recording;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.nn.Half;

/**
 * One prepared recording: features and truth side by side on one time grid, read from a memory-mapped shard. Crops copy
 * what is asked for; beyond the end they hold zeros (silence for the mel), as
 * pictures and flow do everywhere in a recording that nobody filmed.
 */
public final class Example {

    /** Height and width of the pictures. */
    public static final int PICTURE = 96;

    /** Height and width of the optical flow. */
    public static final int FLOW = 48;

    /** Mel bins. */
    public static final int BINS = 100;

    /** Control points a frame. */
    public static final int POINTS = 24;

    /** Flow is stored in eighths of a pixel, one signed byte a component. */
    static final float FLOW_UNIT = 8;

    private final Recording recording;
    private final Timeline timeline;
    private final ByteBuffer shard;
    private final ShardLayout layout;

    Example(Recording recording, ByteBuffer shard, ShardLayout layout) {
        this.recording = recording;
        this.shard = shard;
        this.layout = layout;
        this.timeline = new Timeline(layout.frames());
    }

    public Recording recording() {
        return recording;
    }

    public Timeline timeline() {
        return timeline;
    }

    /** Index of the instrument among violin, cello, vibraphone, piano; -1 for another. */
    public int instrument() {
        return instrument(recording.instrument());
    }

    public static int instrument(String code) {
        return switch (code) {
            case "vn" -> 0;
            case "vc" -> 1;
            case "vib" -> 2;
            case "pno" -> 3;
            default -> -1;
        };
    }

    /** Pictures as (count, 3, 96, 96) in [-1, 1], written to {@code out} from {@code at}. */
    public void frames(int from, int count, float[] out, int at) {
        byte[] rgb = new byte[PICTURE * PICTURE * 3];
        for (int f = 0; f < count; f++) {
            if (!layout.filmed() || from + f >= layout.frames()) {
                continue;
            }
            shard.get(layout.pictures() + (from + f) * rgb.length, rgb);
            int base = at + f * rgb.length;
            for (int p = 0; p < PICTURE * PICTURE; p++) {
                for (int c = 0; c < 3; c++) {
                    out[base + c * PICTURE * PICTURE + p] = (rgb[3 * p + c] & 0xFF) / 127.5f - 1;
                }
            }
        }
    }

    /** Flow into each frame as (count, 2, 48, 48), in pixels of that grid divided by 4. */
    public void flow(int from, int count, float[] out, int at) {
        byte[] pairs = new byte[FLOW * FLOW * 2];
        for (int f = 0; layout.filmed() && f < count && from + f < layout.frames(); f++) {
            shard.get(layout.flow() + (from + f) * pairs.length, pairs);
            int base = at + f * pairs.length;
            for (int p = 0; p < FLOW * FLOW; p++) {
                out[base + p] = pairs[2 * p] / FLOW_UNIT / 4;
                out[base + FLOW * FLOW + p] = pairs[2 * p + 1] / FLOW_UNIT / 4;
            }
        }
    }

    /** Natural log-mel, row-major (count, 100). */
    public float[] mel(int from, int count) {
        float[] out = new float[count * BINS];
        int total = timeline.melFrames();
        for (int f = 0; f < count; f++) {
            for (int b = 0; b < BINS; b++) {
                out[f * BINS + b] =
                        from + f < total ? half(layout.mel() + ((from + f) * BINS + b) * 2) : (float) Math.log(1e-5);
            }
        }
        return out;
    }

    /** The true latent, channel-major (CHANNELS, count) as {@link LatentLayout} scales it. */
    public float[] latent(int from, int count) {
        float[] out = new float[LatentLayout.CHANNELS * count];
        int total = timeline.latentSteps();
        for (int t = 0; t < count && from + t < total; t++) {
            for (int c = 0; c < LatentLayout.CHANNELS; c++) {
                out[c * count + t] = half(layout.latent() + ((from + t) * LatentLayout.CHANNELS + c) * 2);
            }
        }
        for (int t = Math.max(0, total - from); t < count; t++) {
            out[LatentLayout.LOUDNESS * count + t] = LatentLayout.scaleLoudness(-80);
        }
        return out;
    }

    /** The whole true track. */
    public PerformanceTrack track() {
        int n = timeline.latentSteps();
        float[] sure = new float[n];
        java.util.Arrays.fill(sure, 1);
        return LatentLayout.toTrack(latent(0, n), n, sure);
    }

    /** Control points, row-major (count, 24, 3): x and y in 0 to 1 of the picture, confidence. */
    public float[] points(int from, int count) {
        float[] out = new float[count * POINTS * 3];
        for (int i = 0; i < out.length && from + i / (POINTS * 3) < layout.frames(); i++) {
            out[i] = half(layout.points() + (from * POINTS * 3 + i) * 2);
        }
        return out;
    }

    /** Samples at 24 kHz. */
    public float[] sound(int from, int count) {
        float[] out = new float[count];
        for (int i = 0; i < count && from + i < timeline.samples(); i++) {
            out[i] = shard.getShort(layout.sound() + (from + i) * 2) / 32768f;
        }
        return out;
    }

    private float half(int position) {
        return Half.toFloat(shard.getShort(position));
    }
}
