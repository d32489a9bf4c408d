package org.antiphon.model.vivit.published;

import org.antiphon.clip.Picture;

/** Pictures of any size → the numbers that a checkpoint takes, by its {@link PixelRule}. */
public final class PixelMaker {

    private static final int LEVELS = 256;

    private final PixelRule rule;
    private final int height;
    private final int width;
    private final float[] values = new float[3 * LEVELS];

    /** @throws IllegalArgumentException if the rule makes pictures of another size than the network takes */
    public PixelMaker(PixelRule rule, VivitSizes sizes) {
        this.rule = rule;
        this.height = sizes.height();
        this.width = sizes.width();
        if (rule.crop() && (rule.cropHeight() != height || rule.cropWidth() != width)) {
            throw new IllegalArgumentException("the checkpoint takes pictures of " + height + "×" + width + ", its "
                    + PixelRule.FILE + " makes " + rule.cropHeight() + "×" + rule.cropWidth());
        }
        for (int c = 0; c < 3; c++) {
            for (int level = 0; level < LEVELS; level++) {
                values[c * LEVELS + level] = (float) rule.value(level, c);
            }
        }
    }

    public PixelRule rule() {
        return rule;
    }

    /** Numbers of a picture. */
    public int size() {
        return 3 * height * width;
    }

    /**
     * Writes a picture as (3, height, width) to {@code out} from {@code at}.
     *
     * @throws IllegalArgumentException if the rule neither resizes nor cuts, and the picture has another size
     */
    public void make(Picture picture, float[] out, int at) {
        Picture resized = rule.resize() ? resize(picture) : picture;
        if (!rule.crop() && (resized.width() != width || resized.height() != height)) {
            throw new IllegalArgumentException("the checkpoint takes pictures of " + width + "×" + height + ", got "
                    + resized.width() + "×" + resized.height());
        }
        int top = Math.floorDiv(resized.height() - height, 2); // below 0 where black is added
        int left = Math.floorDiv(resized.width() - width, 2);
        int plane = height * width;
        for (int y = 0; y < height; y++) {
            int row = top + y;
            for (int x = 0; x < width; x++) {
                int column = left + x;
                boolean inside = row >= 0 && row < resized.height() && column >= 0 && column < resized.width();
                int from = (row * resized.width() + column) * 3;
                for (int c = 0; c < 3; c++) {
                    int level = inside ? resized.rgb()[from + c] & 0xFF : 0;
                    out[at + c * plane + y * width + x] = values[c * LEVELS + level];
                }
            }
        }
    }

    private Picture resize(Picture picture) {
        if (rule.shortestEdge() == 0) {
            return TriangleFilter.resize(picture, rule.fixedWidth(), rule.fixedHeight());
        }
        int shorter = Math.min(picture.width(), picture.height());
        int longer = Math.max(picture.width(), picture.height());
        int edge = rule.shortestEdge();
        int other = Math.max(1, (int) ((long) edge * longer / shorter)); // cut off, not rounded
        return picture.width() <= picture.height()
                ? TriangleFilter.resize(picture, edge, other)
                : TriangleFilter.resize(picture, other, edge);
    }
}
