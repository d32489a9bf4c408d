package org.antiphon.model.flowfield;

/**
 * The stiff parts of a player as pairs of control points, and what moving them does to every pixel: for each limb the
 * displacement that carries the target back to the prior (turned and shifted with the limb, stretched along it), how
 * near the pixel is to the limb there and here, and what the prior shows at the other end.
 */
final class Limbs {

    /** Height and width of flow fields. */
    static final int GRID = 64;

    /** Height and width of the prior as the models see it. */
    static final int PICTURE = 96;

    static final int INSTRUMENTS = 4;

    /** Upper arms, forearms, hands, bow, mallets or playing fingers, instrument, shoulders, head. */
    private static final int[][] PAIRS = {
        {1, 2}, {2, 3}, {4, 5}, {5, 6}, {3, 9}, {6, 14}, {6, 13}, {6, 16}, {17, 18}, {3, 17}, {6, 18}, {22, 23}, {1, 4},
        {0, 21}
    };

    static final int COUNT = PAIRS.length;

    /** Candidates: standing still, then one a limb. */
    static final int CANDIDATES = COUNT + 1;

    private static final int PER_LIMB = 5;

    /** Channels of {@link #describe}: per limb two distances and a colour, the prior's colour, the instrument. */
    static final int FEATURES = PER_LIMB * COUNT + 3 + INSTRUMENTS;

    private static final float REACH = 0.025f;
    private static final float SHORTEST = 0.015f;
    private static final float FARTHEST = 1;

    private Limbs() {}

    /**
     * Writes what a decoder needs to know of one frame.
     *
     * @param prior (3, PICTURE, PICTURE) in [-1, 1]
     * @param source the prior's points, x and y by turns
     * @param target where they are in the frame
     * @param instrument probabilities
     * @param features (FEATURES, GRID, GRID) from {@code featuresAt}
     * @param candidates (CANDIDATES, 2, GRID, GRID) from {@code candidatesAt}, in pixels of the grid
     */
    static void describe(
            float[] prior,
            float[] source,
            float[] target,
            float[] instrument,
            float[] features,
            int featuresAt,
            float[] candidates,
            int candidatesAt) {
        int n = GRID * GRID;
        java.util.Arrays.fill(candidates, candidatesAt, candidatesAt + 2 * n, 0);
        for (int limb = 0; limb < COUNT; limb++) {
            Pose here = new Pose(source, PAIRS[limb]);
            Pose there = new Pose(target, PAIRS[limb]);
            int f = featuresAt + limb * PER_LIMB * n;
            int c = candidatesAt + (limb + 1) * 2 * n;
            for (int i = 0; i < n; i++) {
                float x = (i % GRID + 0.5f) / GRID;
                float y = (i / GRID + 0.5f) / GRID;
                float dx = clamp(there.backX(here, x, y) - x);
                float dy = clamp(there.backY(here, x, y) - y);
                candidates[c + i] = dx * GRID;
                candidates[c + n + i] = dy * GRID;
                features[f + i] = there.nearness(x, y);
                features[f + n + i] = here.nearness(x, y);
                colour(prior, x + dx, y + dy, features, f + 2 * n + i, n);
            }
        }
        int f = featuresAt + COUNT * PER_LIMB * n;
        for (int i = 0; i < n; i++) {
            colour(prior, (i % GRID + 0.5f) / GRID, (i / GRID + 0.5f) / GRID, features, f + i, n);
            for (int k = 0; k < INSTRUMENTS; k++) {
                features[f + (3 + k) * n + i] = instrument[k];
            }
        }
    }

    private static float clamp(float displacement) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, displacement));
    }

    /** The prior's colour at (x, y), between pixels by linear interpolation, beyond the edge that of the edge. */
    private static void colour(float[] prior, float x, float y, float[] out, int at, int stride) {
        float px = Math.max(0, Math.min(PICTURE - 1, x * PICTURE - 0.5f));
        float py = Math.max(0, Math.min(PICTURE - 1, y * PICTURE - 0.5f));
        int x0 = Math.min(PICTURE - 2, (int) px);
        int y0 = Math.min(PICTURE - 2, (int) py);
        float fx = px - x0;
        float fy = py - y0;
        for (int c = 0; c < 3; c++) {
            int i = (c * PICTURE + y0) * PICTURE + x0;
            float top = prior[i] + fx * (prior[i + 1] - prior[i]);
            float low = prior[i + PICTURE] + fx * (prior[i + PICTURE + 1] - prior[i + PICTURE]);
            out[at + c * stride] = top + fy * (low - top);
        }
    }

    /** Distance from (x, y) to a limb of the given points, in picture widths. */
    static float distance(float[] points, int limb, float x, float y) {
        return new Pose(points, PAIRS[limb]).distance(x, y);
    }

    /** Where a limb begins, how long it is and which way it points. */
    private static final class Pose {

        private final float x;
        private final float y;
        private final float length;
        private final float ux;
        private final float uy;

        Pose(float[] points, int[] pair) {
            x = points[2 * pair[0]];
            y = points[2 * pair[0] + 1];
            float dx = points[2 * pair[1]] - x;
            float dy = points[2 * pair[1] + 1] - y;
            length = (float) Math.sqrt(dx * dx + dy * dy);
            ux = length < SHORTEST ? 1 : dx / length;
            uy = length < SHORTEST ? 0 : dy / length;
        }

        float backX(Pose here, float px, float py) {
            return here.x + along(px, py) * stretch(here) * turnX(here) - across(px, py) * turnY(here);
        }

        float backY(Pose here, float px, float py) {
            return here.y + along(px, py) * stretch(here) * turnY(here) + across(px, py) * turnX(here);
        }

        private boolean stiff(Pose here) {
            return length >= SHORTEST && here.length >= SHORTEST;
        }

        private float turnX(Pose here) {
            return stiff(here) ? here.ux : ux;
        }

        private float turnY(Pose here) {
            return stiff(here) ? here.uy : uy;
        }

        private float stretch(Pose here) {
            return stiff(here) ? Math.max(0.5f, Math.min(2, here.length / length)) : 1;
        }

        private float along(float px, float py) {
            return (px - x) * ux + (py - y) * uy;
        }

        private float across(float px, float py) {
            return (py - y) * ux - (px - x) * uy;
        }

        float distance(float px, float py) {
            float beyond = along(px, py);
            float gap = beyond < 0 ? beyond : beyond > length ? beyond - length : 0;
            float side = across(px, py);
            return (float) Math.sqrt(gap * gap + side * side);
        }

        float nearness(float px, float py) {
            float d = distance(px, py) / REACH;
            return 1 / (1 + d * d);
        }
    }
}
