package org.antiphon.cli.evaluation;

import java.util.List;
import org.antiphon.clip.Mel;
import org.antiphon.clip.Picture;

/** Pictures for people: spectrograms in colour, and frames in a row. */
final class Looks {

    private static final float QUIET = (float) Math.log(1e-5);
    private static final float LOUD = 1.5f;
    private static final int[][] COLOURS = {
        {8, 10, 28}, {32, 34, 94}, {36, 92, 132}, {30, 148, 138}, {104, 196, 108}, {220, 222, 74}, {255, 250, 214}
    };

    private Looks() {}

    /** Time to the right, frequency upwards, one pixel a frame, two a bin. */
    static Picture spectrogram(Mel mel) {
        int height = 2 * mel.bins();
        byte[] rgb = new byte[mel.frames() * height * 3];
        for (int y = 0; y < height; y++) {
            int bin = mel.bins() - 1 - y / 2;
            for (int t = 0; t < mel.frames(); t++) {
                float share = Math.max(0, Math.min(1, (mel.at(t, bin) - QUIET) / (LOUD - QUIET)));
                paint(share, rgb, (y * mel.frames() + t) * 3);
            }
        }
        return new Picture(mel.frames(), height, rgb);
    }

    private static void paint(float share, byte[] rgb, int at) {
        float place = share * (COLOURS.length - 1);
        int low = Math.min(COLOURS.length - 2, (int) place);
        for (int c = 0; c < 3; c++) {
            rgb[at + c] = (byte) Math.round(COLOURS[low][c] + (place - low) * (COLOURS[low + 1][c] - COLOURS[low][c]));
        }
    }

    /** Some of the pictures, evenly chosen, side by side. */
    static Picture strip(List<Picture> pictures, int count) {
        int shown = Math.min(count, pictures.size());
        Picture first = pictures.get(0);
        int width = first.width() * shown;
        byte[] rgb = new byte[width * first.height() * 3];
        for (int i = 0; i < shown; i++) {
            Picture picture = pictures.get(i * (pictures.size() - 1) / Math.max(1, shown - 1));
            for (int y = 0; y < first.height(); y++) {
                System.arraycopy(
                        picture.rgb(),
                        y * first.width() * 3,
                        rgb,
                        (y * width + i * first.width()) * 3,
                        first.width() * 3);
            }
        }
        return new Picture(width, first.height(), rgb);
    }
}
