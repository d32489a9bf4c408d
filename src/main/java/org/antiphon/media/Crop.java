package org.antiphon.media;

/**
 * A part of an upright picture, in shares of its width and height: one player among several.
 *
 * @param x left edge, 0 to 1
 * @param y upper edge, 0 to 1
 * @param width share of the picture's width
 * @param height share of the picture's height
 */
public record Crop(double x, double y, double width, double height) {

    /** The picture as it is. */
    public static final Crop WHOLE = new Crop(0, 0, 1, 1);

    private static final double ROUNDING = 1e-6;

    /** @throws IllegalArgumentException unless the part lies inside the picture and is not empty */
    public Crop {
        boolean inside = x >= 0 && y >= 0 && x + width <= 1 + ROUNDING && y + height <= 1 + ROUNDING;
        if (!inside || !(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException(
                    "a crop must lie inside the picture (0 to 1), was " + width + "×" + height + " at " + x + ", " + y);
        }
    }
}
