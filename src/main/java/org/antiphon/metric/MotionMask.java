package org.antiphon.metric;

import java.util.Arrays;
import java.util.List;
import org.antiphon.clip.Picture;

/**
 * Where anything moves in a video: pixels of which some channel changes by more than {@value #THRESHOLD} of 255 over
 * the whole of it, and their neighbours. It depends on the true video only, so it favours no candidate.
 */
public record MotionMask(int width, int height, boolean[] moving) {

    private static final int THRESHOLD = 24;

    /** @throws IllegalArgumentException if the array does not hold width × height values */
    public MotionMask {
        if (moving.length != width * height) {
            throw new IllegalArgumentException(
                    "mask of " + width + "×" + height + " cannot hold " + moving.length + " values");
        }
    }

    /** The mask of true pictures, all of one size. */
    public static MotionMask of(List<Picture> truth) {
        int width = truth.get(0).width();
        int height = truth.get(0).height();
        int[] lowest = new int[width * height * 3];
        int[] highest = new int[width * height * 3];
        Arrays.fill(lowest, 255);
        for (Picture picture : truth) {
            for (int i = 0; i < lowest.length; i++) {
                int value = picture.rgb()[i] & 0xFF;
                lowest[i] = Math.min(lowest[i], value);
                highest[i] = Math.max(highest[i], value);
            }
        }
        boolean[] changed = new boolean[width * height];
        for (int i = 0; i < lowest.length; i++) {
            changed[i / 3] |= highest[i] - lowest[i] > THRESHOLD;
        }
        return new MotionMask(width, height, grown(changed, width, height));
    }

    private static boolean[] grown(boolean[] mask, int width, int height) {
        boolean[] out = new boolean[mask.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (mask[y * width + x]) {
                    for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
                        Arrays.fill(out, v * width + Math.max(0, x - 1), v * width + Math.min(width, x + 2), true);
                    }
                }
            }
        }
        return out;
    }

    /** Share of the picture that moves, 0 to 1. */
    public double share() {
        int count = 0;
        for (boolean one : moving) {
            count += one ? 1 : 0;
        }
        return (double) count / moving.length;
    }
}
