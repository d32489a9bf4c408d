package org.antiphon.model.flowfield;

import java.util.Optional;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;

/**
 * The bow of a prior as a layer of its own. A bow is thinner than a cell of the flow's grid, so flow alone tears it. It is
 * stiff, though: taken off the prior by how much its colours differ from what lies around it, it can be laid on any
 * frame whole, turned and shifted with its two ends. Laid back where it was, it gives the prior again.
 */
final class BowLayer {

    private static final int FROG = 17;
    private static final int TIP = 18;
    private static final int BOWED_INSTRUMENTS = 2; // the first two: violin and cello

    /** Half the width of the stripe in which the bow is looked for, in picture widths. */
    private static final float HALF_WIDTH = 0.024f;

    /** The hand covers the bow up to here, in shares of its length. */
    private static final float HELD = 0.13f;

    /** And drags what lies around it up to here. */
    private static final float NEAR_HAND = 0.22f;

    private static final float BEYOND_TIP = 1.1f;
    private static final float SHORTEST = 0.2f;
    private static final float SAME_COLOUR = 10;
    private static final float OTHER_COLOUR = 45;

    private final Picture without;
    private final int x0;
    private final int y0;
    private final int width;
    private final int height;
    private final float[] layer; // red, green, blue times opacity, then opacity
    private final Stick own;

    private BowLayer(Picture without, int x0, int y0, int width, int height, float[] layer, Stick own) {
        this.without = without;
        this.x0 = x0;
        this.y0 = y0;
        this.width = width;
        this.height = height;
        this.layer = layer;
        this.own = own;
    }

    /**
     * @param points x and y of the prior's control points in its middle square
     * @param instruments probabilities of violin, cello, vibraphone, piano
     * @return nothing where the prior shows no bow that one could take
     */
    static Optional<BowLayer> of(Picture prior, float[] points, float[] instruments) {
        float bowed = 0;
        for (int i = 0; i < BOWED_INSTRUMENTS; i++) {
            bowed += instruments[i];
        }
        Stick stick = new Stick(prior, points);
        return bowed < 0.5f || stick.length < SHORTEST * stick.side
                ? Optional.empty()
                : Optional.of(taken(prior, stick));
    }

    private static BowLayer taken(Picture prior, Stick stick) {
        int margin = Math.round(2 * HALF_WIDTH * stick.side) + 2;
        int x0 = clamp(Math.round(Math.min(stick.x, stick.endX())) - margin, prior.width() - 1);
        int y0 = clamp(Math.round(Math.min(stick.y, stick.endY())) - margin, prior.height() - 1);
        int width = clamp(Math.round(Math.max(stick.x, stick.endX())) + margin, prior.width() - 1) - x0 + 1;
        int height = clamp(Math.round(Math.max(stick.y, stick.endY())) + margin, prior.height() - 1) - y0 + 1;
        byte[] rgb = prior.rgb().clone();
        float[] layer = new float[width * height * 4];
        for (int i = 0; i < width * height; i++) {
            int x = x0 + i % width;
            int y = y0 + i / width;
            if (!stick.holds(x + 0.5f, y + 0.5f)) {
                continue;
            }
            int[] behind = behind(prior, stick, x + 0.5f, y + 0.5f);
            float gap = 0;
            for (int c = 0; c < 3; c++) {
                gap = Math.max(gap, Math.abs(prior.at(x, y, c) - behind[c]));
            }
            float opacity = Math.max(0, Math.min(1, (gap - SAME_COLOUR) / (OTHER_COLOUR - SAME_COLOUR)));
            if (opacity > 0) {
                layer[4 * i + 3] = opacity;
                for (int c = 0; c < 3; c++) {
                    layer[4 * i + c] = prior.at(x, y, c) - (1 - opacity) * behind[c];
                    rgb[(y * prior.width() + x) * 3 + c] = (byte) behind[c];
                }
            }
        }
        return new BowLayer(new Picture(prior.width(), prior.height(), rgb), x0, y0, width, height, layer, stick);
    }

    /** What is behind the bow at a place: colours from both sides of the stripe, the nearer one more. */
    private static int[] behind(Picture prior, Stick stick, float x, float y) {
        float half = HALF_WIDTH * stick.side + 1;
        float across = stick.across(x, y);
        float share = (across + half) / (2 * half);
        int[] colour = new int[3];
        for (int c = 0; c < 3; c++) {
            float one = beside(prior, stick, x, y, -half - across, c);
            float other = beside(prior, stick, x, y, half - across, c);
            colour[c] = Math.round(one + share * (other - one));
        }
        return colour;
    }

    /** The colour that lies {@code by} pixels further across the stick. */
    private static int beside(Picture prior, Stick stick, float x, float y, float by, int c) {
        int px = clamp((int) Math.floor(x - by * stick.uy), prior.width() - 1);
        int py = clamp((int) Math.floor(y + by * stick.ux), prior.height() - 1);
        return prior.at(px, py, c);
    }

    /**
     * Flow as it would be without a bow: near where the bow was and where it is, that of what lies around.
     *
     * @param points as in {@link #draw}
     */
    FlowField calmed(FlowField flow, float[] points, int at) {
        Stick there = new Stick(without, java.util.Arrays.copyOfRange(points, at, at + MotionCodes.CODES));
        int left = (without.width() - own.side) / 2;
        int top = (without.height() - own.side) / 2;
        int n = flow.width() * flow.height();
        float[] values = new float[4 * n];
        float cell = (float) own.side / flow.width();
        for (int i = 0; i < n; i++) {
            float x = left + (i % flow.width() + 0.5f) * cell;
            float y = top + (i / flow.width() + 0.5f) * cell;
            boolean near = own.isNear(x, y, cell) || there.isNear(x, y, cell);
            values[4 * i] = near ? 0 : flow.dx()[i];
            values[4 * i + 1] = near ? 0 : flow.dy()[i];
            values[4 * i + 2] = near ? 0 : flow.confidence()[i];
            values[4 * i + 3] = near ? 0 : 1;
        }
        BackgroundPlate.fill(values, flow.width(), flow.height());
        float[][] planes = new float[3][n];
        for (int i = 0; i < 3 * n; i++) {
            planes[i % 3][i / 3] = values[4 * (i / 3) + i % 3];
        }
        return new FlowField(flow.width(), flow.height(), planes[0], planes[1], planes[2]);
    }

    private static int clamp(int value, int highest) {
        return Math.max(0, Math.min(highest, value));
    }

    /** The prior without its bow. */
    Picture without() {
        return without;
    }

    /**
     * Lays the bow over a picture of the prior's size.
     *
     * @param rgb written to
     * @param points x and y of all control points in the frame, of which {@code at} is the first coordinate
     */
    void draw(byte[] rgb, float[] points, int at) {
        float[] ends = java.util.Arrays.copyOfRange(points, at, at + MotionCodes.CODES);
        Stick there = new Stick(without, ends);
        int margin = Math.round(HALF_WIDTH * own.side) + 2;
        int right = clamp(Math.round(Math.max(there.x, there.endX())) + margin, without.width() - 1);
        int low = clamp(Math.round(Math.max(there.y, there.endY())) + margin, without.height() - 1);
        for (int y = clamp(Math.round(Math.min(there.y, there.endY())) - margin, low); y <= low; y++) {
            for (int x = clamp(Math.round(Math.min(there.x, there.endX())) - margin, right); x <= right; x++) {
                float px = x + 0.5f;
                float py = y + 0.5f;
                if (there.holds(px, py)) {
                    float along = there.along(px, py) * own.length / Math.max(1, there.length);
                    float across = there.across(px, py);
                    float sx = own.x + along * own.ux - across * own.uy;
                    float sy = own.y + along * own.uy + across * own.ux;
                    over(rgb, (y * without.width() + x) * 3, sx - 0.5f - x0, sy - 0.5f - y0);
                }
            }
        }
    }

    /** Blends the layer's colour between its pixel centres over one pixel. */
    private void over(byte[] rgb, int at, float lx, float ly) {
        int left = (int) Math.floor(lx);
        int top = (int) Math.floor(ly);
        if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
            return;
        }
        float fx = lx - left;
        float fy = ly - top;
        int i = 4 * (top * width + left);
        float opacity = between(i + 3, fx, fy);
        for (int c = 0; c < 3; c++) {
            float colour = between(i + c, fx, fy) + (1 - opacity) * (rgb[at + c] & 0xFF);
            rgb[at + c] = (byte) Math.max(0, Math.min(255, Math.round(colour)));
        }
    }

    private float between(int i, float fx, float fy) {
        float high = layer[i] + fx * (layer[i + 4] - layer[i]);
        float low = layer[i + 4 * width] + fx * (layer[i + 4 * width + 4] - layer[i + 4 * width]);
        return high + fy * (low - high);
    }

    /** From the frog to the tip, in pixels of the picture. */
    private static final class Stick {

        private final int side;
        private final float x;
        private final float y;
        private final float length;
        private final float ux;
        private final float uy;

        Stick(Picture picture, float[] points) {
            side = Math.min(picture.width(), picture.height());
            x = (picture.width() - side) / 2 + side * points[2 * FROG];
            y = (picture.height() - side) / 2 + side * points[2 * FROG + 1];
            float dx = side * (points[2 * TIP] - points[2 * FROG]);
            float dy = side * (points[2 * TIP + 1] - points[2 * FROG + 1]);
            length = (float) Math.hypot(dx, dy);
            ux = length == 0 ? 1 : dx / length;
            uy = length == 0 ? 0 : dy / length;
        }

        float endX() {
            return x + length * ux;
        }

        float endY() {
            return y + length * uy;
        }

        float along(float px, float py) {
            return (px - x) * ux + (py - y) * uy;
        }

        float across(float px, float py) {
            return (py - y) * ux - (px - x) * uy;
        }

        boolean isNear(float px, float py, float cell) {
            float share = along(px, py) / Math.max(1, length);
            return share > NEAR_HAND && share < BEYOND_TIP && Math.abs(across(px, py)) < HALF_WIDTH * side + cell / 2;
        }

        boolean holds(float px, float py) {
            float share = along(px, py) / Math.max(1, length);
            return share > HELD && share < BEYOND_TIP && Math.abs(across(px, py)) < HALF_WIDTH * side;
        }
    }
}
