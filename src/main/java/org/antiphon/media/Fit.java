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
 */
record Fit(Optional<PictureSize> exact, int maxSide, boolean even) {

    /** Beyond this ratio of sides no real camera goes, and covering a square would need absurdly large pictures. */
    private static final double MOST_ELONGATED = 32;

    static Fit of(DecodeRequest request) {
        return new Fit(request.size(), request.maxSide(), request.maxSide() > 0);
    }

    static Fit exactly(int width, int height) {
        return new Fit(Optional.of(new PictureSize(width, height)), 0, false);
    }

    static Fit within(int maxSide) {
        return new Fit(Optional.empty(), maxSide, false);
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
        return exact.isPresent() ? cover(width, height, turn, exact.get()) : keep(width, height, turn);
    }

    private static Plan cover(double width, double height, Orientation turn, PictureSize size) {
        double scale = Math.max(size.width() / width, size.height() / height);
        int w = Math.max(size.width(), (int) Math.round(width * scale));
        int h = Math.max(size.height(), (int) Math.round(height * scale));
        Orientation.Cut cut =
                new Orientation.Cut((w - size.width()) / 2, (h - size.height()) / 2, size.width(), size.height());
        return turn.swap() ? new Plan(h, w, cut) : new Plan(w, h, cut);
    }

    private Plan keep(double width, double height, Orientation turn) {
        double scale = maxSide == 0 ? 1 : Math.min(1, maxSide / Math.max(width, height));
        int w = side(width * scale);
        int h = side(height * scale);
        Orientation.Cut cut = new Orientation.Cut(0, 0, w, h);
        return turn.swap() ? new Plan(h, w, cut) : new Plan(w, h, cut);
    }

    private int side(double length) {
        return even ? Math.max(2, (int) Math.round(length / 2) * 2) : Math.max(1, (int) Math.round(length));
    }
}
