package org.antiphon.dataset;

import org.antiphon.clip.Picture;

/** A picture with the boxes of its players drawn on it, to be checked: box n has n squares in its upper left corner. */
public final class BoxPicture {

    private static final int[][] COLOURS = {
        {255, 209, 64}, {86, 204, 242}, {255, 122, 122}, {126, 232, 135}, {214, 158, 255}, {255, 255, 255}
    };

    private BoxPicture() {}

    /** Draws boxes, which are in pixels of the video, on a picture of it of any size. */
    public static Picture of(Picture picture, PlayerBoxes.Piece boxes) {
        Picture drawn =
                new Picture(picture.width(), picture.height(), picture.rgb().clone());
        double across = (double) picture.width() / boxes.width();
        double down = (double) picture.height() / boxes.height();
        int line = Math.max(1, picture.height() / 120);
        for (int i = 0; i < boxes.players().size(); i++) {
            int[] box = boxes.players().get(i);
            int left = (int) Math.round(box[0] * across);
            int top = (int) Math.round(box[1] * down);
            int right = (int) Math.round((box[0] + box[2]) * across);
            int bottom = (int) Math.round((box[1] + box[3]) * down);
            int[] colour = COLOURS[i % COLOURS.length];
            fill(drawn, left, top, right, top + line, colour);
            fill(drawn, left, bottom - line, right, bottom, colour);
            fill(drawn, left, top, left + line, bottom, colour);
            fill(drawn, right - line, top, right, bottom, colour);
            for (int mark = 0; mark <= i; mark++) {
                int x = left + line * (3 + 5 * mark);
                fill(drawn, x, top + 3 * line, x + 3 * line, top + 6 * line, colour);
            }
        }
        return drawn;
    }

    private static void fill(Picture picture, int left, int top, int right, int bottom, int[] colour) {
        for (int y = Math.max(0, top); y < Math.min(picture.height(), bottom); y++) {
            for (int x = Math.max(0, left); x < Math.min(picture.width(), right); x++) {
                for (int c = 0; c < 3; c++) {
                    picture.rgb()[(y * picture.width() + x) * 3 + c] = (byte) colour[c];
                }
            }
        }
    }
}
