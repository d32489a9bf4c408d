package org.antiphon.model.flowfield;

import java.util.Optional;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;

/**
 * Warps a prior of any size by backward flow over its middle square, and shows a background plate where the prior holds
 * nothing to show. Pixel centres are at half-integers, edges repeat; every frame is made from the prior itself, so
 * nothing drifts. Safe for several threads.
 */
public final class PriorRenderer {

    private static final float SEAM = 0.06f;
    private static final float HIDDEN = 0.2f;
    private static final float SEEN = 0.8f;

    private final Picture prior;
    private final Picture plate;
    private final Optional<BowLayer> bow;
    private final int side;
    private final int left;
    private final int top;

    /**
     * For flow alone.
     *
     * @param points x and y of the prior's 24 points in its middle square: what moves is guessed from them
     */
    public PriorRenderer(Picture prior, float[] points) {
        this(prior, points, Optional.empty());
    }

    /**
     * For flow and points: what is too thin for the flow's grid is moved with its points.
     *
     * @param points x and y of the prior's 24 points in its middle square
     * @param instruments probabilities of violin, cello, vibraphone, piano
     */
    public PriorRenderer(Picture prior, float[] points, float[] instruments) {
        this(prior, points, BowLayer.of(prior, points, instruments));
    }

    private PriorRenderer(Picture whole, float[] points, Optional<BowLayer> bow) {
        this.bow = bow;
        prior = bow.map(BowLayer::without).orElse(whole);
        plate = BackgroundPlate.of(prior, points);
        side = Math.min(prior.width(), prior.height());
        left = (prior.width() - side) / 2;
        top = (prior.height() - side) / 2;
    }

    /**
     * The prior, moved by flow and points: a picture of the prior's size.
     *
     * @param points x and y of the 24 points of frame after frame
     * @param frame which of them
     */
    public Picture render(FlowField flow, float[] points, int frame) {
        if (bow.isEmpty()) {
            return render(flow);
        }
        int at = frame * MotionCodes.CODES;
        Picture moved = render(bow.get().calmed(flow, points, at));
        bow.get().draw(moved.rgb(), points, at);
        return moved;
    }

    /** The prior, moved by flow alone. */
    public Picture render(FlowField flow) {
        byte[] rgb = prior.rgb().clone();
        float[] dx = new float[side];
        float[] dy = new float[side];
        float[] visible = new float[side];
        for (int y = 0; y < side; y++) {
            spread(flow.dx(), flow, y, dx);
            spread(flow.dy(), flow, y, dy);
            spread(flow.confidence(), flow, y, visible);
            float calmY = top > 0 ? calm(y) : 1;
            for (int x = 0; x < side; x++) {
                float calm = left > 0 ? calm(x) : calmY;
                float sx = left + x + dx[x] * calm * side / flow.width();
                float sy = top + y + dy[x] * calm * side / flow.height();
                float share = Math.max(0, Math.min(1, (visible[x] - HIDDEN) / (SEEN - HIDDEN)));
                write(rgb, ((top + y) * prior.width() + left + x) * 3, sx, sy, share + (1 - share) * (1 - calm));
            }
        }
        return new Picture(prior.width(), prior.height(), rgb);
    }

    /** Motion fades out towards an edge of the square inside the picture, so that no seam shows there. */
    private float calm(int i) {
        float edge = (Math.min(i, side - 1 - i) + 0.5f) / side;
        return Math.min(1, edge / SEAM);
    }

    /** Row {@code y} of the square, between the grid's pixel centres by linear interpolation. */
    private void spread(float[] values, FlowField flow, int y, float[] row) {
        float py = Math.max(0, Math.min(flow.height() - 1, (y + 0.5f) * flow.height() / side - 0.5f));
        int y0 = (int) py;
        int above = y0 * flow.width();
        int below = Math.min(flow.height() - 1, y0 + 1) * flow.width();
        float fy = py - y0;
        for (int x = 0; x < side; x++) {
            float px = Math.max(0, Math.min(flow.width() - 1, (x + 0.5f) * flow.width() / side - 0.5f));
            int x0 = (int) px;
            int x1 = Math.min(flow.width() - 1, x0 + 1);
            float fx = px - x0;
            float high = values[above + x0] + fx * (values[above + x1] - values[above + x0]);
            float low = values[below + x0] + fx * (values[below + x1] - values[below + x0]);
            row[x] = high + fy * (low - high);
        }
    }

    private void write(byte[] rgb, int at, float sx, float sy, float share) {
        float px = Math.max(0, Math.min(prior.width() - 1, sx));
        float py = Math.max(0, Math.min(prior.height() - 1, sy));
        int x0 = (int) px;
        int y0 = (int) py;
        int right = x0 + 1 < prior.width() ? 3 : 0;
        int below = y0 + 1 < prior.height() ? 3 * prior.width() : 0;
        float fx = px - x0;
        float fy = py - y0;
        byte[] from = prior.rgb();
        int i = (y0 * prior.width() + x0) * 3;
        for (int c = 0; c < 3; c++, i++) {
            int a = from[i] & 0xFF;
            int b = from[i + below] & 0xFF;
            float high = a + fx * ((from[i + right] & 0xFF) - a);
            float low = b + fx * ((from[i + below + right] & 0xFF) - b);
            float warped = high + fy * (low - high);
            float colour = share * warped + (1 - share) * (plate.rgb()[at + c] & 0xFF);
            rgb[at + c] = (byte) (int) (colour + 0.5f);
        }
    }
}
