package org.antiphon.media;

import java.util.Locale;
import java.util.Optional;
import org.antiphon.media.DecodeRequest.PictureSize;

/**
 * How a picture is brought to size.
 *
 * @param exact cover this size and crop around the centre; empty: keep proportions
 * @param maxSide with empty {@code exact}: scale down to this longer side, 0 for no bound
 * @param even whether both sides must be even (with empty {@code exact})
 * @param crop the part of the upright picture that counts
 */
record Fit(Optional<PictureSize> exact, int maxSide, boolean even, Crop crop) {

    /** Beyond this ratio of sides no real camera goes, and covering a square would need absurdly large pictures. */
    private static final double MOST_ELONGATED = 32;

    /** Pixels that a picture may be enlarged to: a small crop of a small picture would need any number. */
    private static final double MOST_ENLARGED = 64e6;

    static Fit of(DecodeRequest request) {
        return new Fit(request.size(), request.maxSide(), request.maxSide() > 0, request.crop());
    }

    /** The same part of every picture, of exactly that size. */
    Fit exactly(int width, int height) {
        return new Fit(Optional.of(new PictureSize(width, height)), 0, false, crop);
    }

    static Fit within(int maxSide) {
        return new Fit(Optional.empty(), maxSide, false, Crop.WHOLE);
    }

    /** The size to scale the stored picture to, and what to cut out of it once it is turned upright. */
    record Plan(int scaledWidth, int scaledHeight, Orientation.Cut cut) {}

    /** @param pixel width of a stored pixel in heights */
    Plan plan(MediaInput input, int storedWidth, int storedHeight, double pixel, Orientation turn)
            throws MediaRejected {
        double wide = storedWidth * Math.max(1, pixel);
        double high = storedHeight * Math.max(1, 1 / pixel);
        double width = turn.swap() ? high : wide;
        double height = turn.swap() ? wide : high;
        if (Math.max(width / height, height / width) > MOST_ELONGATED) {
            throw MediaRejected.of(
                    RejectionCode.TOO_MANY_PIXELS,
                    input.file(),
                    String.format(Locale.ROOT, "has pictures of %d×%d, more than 32 to 1", storedWidth, storedHeight),
                    "Crop it to the player.");
        }
        double scale = exact.isPresent()
                ? Math.max(
                        exact.get().width() / (width * crop.width()),
                        exact.get().height() / (height * crop.height()))
                : scale(Math.max(width * crop.width(), height * crop.height()));
        if (width * scale * height * scale > Math.max(width * height, MOST_ENLARGED)) {
            throw MediaRejected.of(
                    RejectionCode.TOO_MANY_PIXELS,
                    input.file(),
                    String.format(Locale.ROOT, "would have to be enlarged %.0f times to show the part wanted", scale),
                    "Choose a larger part of the picture.");
        }
        return exact.isPresent()
                ? cover(width * scale, height * scale, turn, exact.get())
                : keep(width * scale, height * scale, turn);
    }

    private double scale(double longerSide) {
        return maxSide == 0 ? 1 : Math.min(1, maxSide / longerSide);
    }

    private Plan cover(double width, double height, Orientation turn, PictureSize size) {
        int w = Math.max(size.width(), (int) Math.round(width));
        int h = Math.max(size.height(), (int) Math.round(height));
        return plan(w, h, size.width(), size.height(), turn);
    }

    private Plan keep(double width, double height, Orientation turn) {
        int w = side(width);
        int h = side(height);
        return plan(w, h, side(w * crop.width()), side(h * crop.height()), turn);
    }

    private Plan plan(int w, int h, int wide, int high, Orientation turn) {
        Orientation.Cut cut = new Orientation.Cut(
                edge(w, crop.x(), crop.width(), wide), edge(h, crop.y(), crop.height(), high), wide, high);
        return turn.swap() ? new Plan(h, w, cut) : new Plan(w, h, cut);
    }

    /** Where a cut begins that is centred on the crop, moved so that it stays inside. */
    private static int edge(int whole, double from, double share, int cut) {
        return Math.max(0, Math.min(whole - cut, (int) Math.floor((whole * (2 * from + share) - cut) / 2)));
    }

    private int side(double length) {
        return even ? Math.max(2, (int) Math.round(length / 2) * 2) : Math.max(1, (int) Math.round(length));
    }
}
