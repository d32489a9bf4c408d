package org.antiphon.feature;

import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;

/**
 * Dense optical flow by inverse search (Kroeger et al. 2016, in OpenCV) with a confidence from the agreement of the
 * flow there and the flow back. May be called from several threads.
 */
public final class OpticalFlow {

    /** Share of squared motion, and squared pixels, by which the ways there and back may differ (Sundaram 2010). */
    private static final double RELATIVE_TOLERANCE = 0.01;

    private static final double TOLERANCE = 0.5;

    private static final ThreadLocal<DISOpticalFlow> SEARCH = ThreadLocal.withInitial(OpticalFlow::search);

    private OpticalFlow() {}

    private static DISOpticalFlow search() {
        opencv_core.setNumThreads(1);
        DISOpticalFlow dis = DISOpticalFlow.create(DISOpticalFlow.PRESET_MEDIUM);
        dis.setFinestScale(0);
        return dis;
    }

    /**
     * For every pixel of {@code to}, where its content is found in {@code from}.
     *
     * @return a field of the pictures' size, in pixels; confidence 0 where the origin lies outside {@code from}
     * @throws IllegalArgumentException if the pictures differ in size or are smaller than 16 × 16
     */
    public static FlowField between(Picture from, Picture to) {
        check(from, to);
        byte[] before = grey(from);
        byte[] after = grey(to);
        float[] back = search(after, before, to.width(), to.height());
        float[] there = search(before, after, to.width(), to.height());
        return field(back, there, to.width(), to.height());
    }

    /** As {@link #between}, in half the time: without the way there that confidence is told by; it is 1 everywhere. */
    public static FlowField motion(Picture from, Picture to) {
        check(from, to);
        float[] back = search(grey(to), grey(from), to.width(), to.height());
        float[] dx = new float[back.length / 2];
        float[] dy = new float[dx.length];
        float[] sure = new float[dx.length];
        for (int i = 0; i < dx.length; i++) {
            dx[i] = back[2 * i];
            dy[i] = back[2 * i + 1];
            sure[i] = 1;
        }
        return new FlowField(to.width(), to.height(), dx, dy, sure);
    }

    private static void check(Picture from, Picture to) {
        if (from.width() != to.width() || from.height() != to.height()) {
            throw new IllegalArgumentException("optical flow needs pictures of one size, got " + from.width() + "×"
                    + from.height() + " and " + to.width() + "×" + to.height());
        }
        if (Math.min(from.width(), from.height()) < 16) {
            throw new IllegalArgumentException(
                    "optical flow needs at least 16×16 pixels, got " + from.width() + "×" + from.height());
        }
    }

    /** The same flow on a grid of half the size, in pixels of that grid: the mean of each 2 × 2 block, halved. */
    public static FlowField halved(FlowField flow) {
        int width = flow.width() / 2;
        int height = flow.height() / 2;
        float[] dx = new float[width * height];
        float[] dy = new float[width * height];
        float[] confidence = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int to = y * width + x;
                int a = 2 * y * flow.width() + 2 * x;
                int b = a + flow.width();
                dx[to] = (flow.dx()[a] + flow.dx()[a + 1] + flow.dx()[b] + flow.dx()[b + 1]) / 8;
                dy[to] = (flow.dy()[a] + flow.dy()[a + 1] + flow.dy()[b] + flow.dy()[b + 1]) / 8;
                confidence[to] = (flow.confidence()[a]
                                + flow.confidence()[a + 1]
                                + flow.confidence()[b]
                                + flow.confidence()[b + 1])
                        / 4;
            }
        }
        return new FlowField(width, height, dx, dy, confidence);
    }

    private static byte[] grey(Picture picture) {
        byte[] rgb = picture.rgb();
        byte[] grey = new byte[picture.width() * picture.height()];
        for (int i = 0; i < grey.length; i++) {
            int value = 77 * (rgb[3 * i] & 0xFF) + 150 * (rgb[3 * i + 1] & 0xFF) + 29 * (rgb[3 * i + 2] & 0xFF);
            grey[i] = (byte) (value + 128 >> 8);
        }
        return grey;
    }

    private static float[] search(byte[] target, byte[] source, int width, int height) {
        try (BytePointer targetPixels = new BytePointer(target);
                BytePointer sourcePixels = new BytePointer(source);
                Mat a = new Mat(height, width, opencv_core.CV_8UC1, targetPixels);
                Mat b = new Mat(height, width, opencv_core.CV_8UC1, sourcePixels);
                Mat flow = new Mat()) {
            SEARCH.get().calc(a, b, flow);
            float[] values = new float[width * height * 2];
            try (FloatPointer pointer = new FloatPointer(flow.data())) {
                pointer.get(values);
            }
            return values;
        }
    }

    private static FlowField field(float[] back, float[] there, int width, int height) {
        float[] dx = new float[width * height];
        float[] dy = new float[width * height];
        float[] confidence = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                dx[i] = back[2 * i];
                dy[i] = back[2 * i + 1];
                confidence[i] = agreement(dx[i], dy[i], x, y, there, width, height);
            }
        }
        return new FlowField(width, height, dx, dy, confidence);
    }

    private static float agreement(float dx, float dy, int x, int y, float[] there, int width, int height) {
        double sx = x + dx;
        double sy = y + dy;
        if (sx < -0.5 || sy < -0.5 || sx > width - 0.5 || sy > height - 0.5) {
            return 0f;
        }
        int x0 = Math.max(0, Math.min(width - 2, (int) Math.floor(sx)));
        int y0 = Math.max(0, Math.min(height - 2, (int) Math.floor(sy)));
        double fx = Math.max(0, Math.min(1, sx - x0));
        double fy = Math.max(0, Math.min(1, sy - y0));
        double gx = bilinear(there, (y0 * width + x0) * 2, width * 2, fx, fy);
        double gy = bilinear(there, (y0 * width + x0) * 2 + 1, width * 2, fx, fy);
        double gap = (dx + gx) * (dx + gx) + (dy + gy) * (dy + gy);
        double allowed = RELATIVE_TOLERANCE * (dx * dx + dy * dy + gx * gx + gy * gy) + TOLERANCE;
        return (float) Math.exp(-gap / (2 * allowed));
    }

    private static double bilinear(float[] values, int i, int stride, double fx, double fy) {
        double top = values[i] * (1 - fx) + values[i + 2] * fx;
        double bottom = values[i + stride] * (1 - fx) + values[i + stride + 2] * fx;
        return top * (1 - fy) + bottom * fy;
    }
}
