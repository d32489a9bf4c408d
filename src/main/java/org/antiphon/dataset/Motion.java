package org.antiphon.dataset;

import java.util.List;
import org.antiphon.clip.Picture;

/**
 * Where a video moves: how often each pixel changed its brightness by more than codecs make it flicker.
 *
 * @param energy changes of each pixel, row by row
 */
record Motion(int width, int height, double[] energy) {

    /** Levels of 255; what compression alone changes stays below. */
    private static final int FLICKER = 12;

    static Motion of(List<Picture> pictures) {
        int width = pictures.get(0).width();
        int height = pictures.get(0).height();
        double[] energy = new double[width * height];
        for (int t = 1; t < pictures.size(); t++) {
            byte[] before = pictures.get(t - 1).rgb();
            byte[] now = pictures.get(t).rgb();
            for (int p = 0; p < energy.length; p++) {
                energy[p] += Math.abs(luma(now, p) - luma(before, p)) > FLICKER ? 1 : 0;
            }
        }
        return new Motion(width, height, energy);
    }

    /** ITU-R BT.601 in 256ths. */
    private static int luma(byte[] rgb, int p) {
        return (77 * (rgb[3 * p] & 0xFF) + 150 * (rgb[3 * p + 1] & 0xFF) + 29 * (rgb[3 * p + 2] & 0xFF)) >> 8;
    }

    /** The sum of each column. */
    double[] columns() {
        double[] columns = new double[width];
        for (int x = 0; x < width; x++) {
            columns[x] = energy(x, x + 1);
        }
        return columns;
    }

    /** The sum of the columns {@code from} to {@code to}. */
    double energy(int from, int to) {
        double sum = 0;
        for (int y = 0; y < height; y++) {
            for (int x = from; x < to; x++) {
                sum += energy[y * width + x];
            }
        }
        return sum;
    }

    /** Where the motion of those columns is centred across; their middle if nothing moves. */
    double centreX(int[] column) {
        return centre(column, true, (column[0] + column[1]) / 2.0);
    }

    /** Where it is centred down; the middle of the picture if nothing moves. */
    double centreY(int[] column) {
        return centre(column, false, height / 2.0);
    }

    private double centre(int[] column, boolean across, double otherwise) {
        double sum = 0;
        double moment = 0;
        for (int y = 0; y < height; y++) {
            for (int x = column[0]; x < column[1]; x++) {
                double e = energy[y * width + x];
                sum += e;
                moment += e * ((across ? x : y) + 0.5);
            }
        }
        return sum == 0 ? otherwise : moment / sum;
    }
}
