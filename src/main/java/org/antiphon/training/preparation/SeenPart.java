package org.antiphon.training.preparation;

import org.antiphon.clip.Skeleton;
import org.antiphon.training.ControlPoints;
import org.antiphon.training.shard.Section.Sizes;

/**
 * Which part of a video's picture the models see: a player's crop, of which a centred square is shown. Brings points from
 * pixels of the video to shares of that square.
 *
 * @param width of the video's picture in pixels, upright
 * @param height of the video's picture in pixels, upright
 * @param x left edge of the crop, in shares of the picture
 * @param y upper edge of the crop
 * @param wide width of the crop, in shares of the picture
 * @param high height of the crop
 */
record SeenPart(double width, double height, double x, double y, double wide, double high) {

    /** @return (points, 3): x and y in shares of what is seen, confidence */
    float[][] points(float[][] pixels) {
        double cropWidth = width * wide;
        double cropHeight = height * high;
        double side = Math.min(cropWidth, cropHeight);
        double left = width * x + (cropWidth - side) / 2;
        double top = height * y + (cropHeight - side) / 2;
        float[][] out = new float[pixels.length][];
        for (int i = 0; i < pixels.length; i++) {
            out[i] = new float[] {
                (float) ((pixels[i][0] - left) / side), (float) ((pixels[i][1] - top) / side), pixels[i][2]
            };
        }
        return out;
    }

    /** The joints of a skeleton in pixels of what the models see, as {@link #points} gives them. */
    static float[][] shares(Skeleton skeleton) {
        float[][] out = new float[Skeleton.JOINTS][];
        for (int j = 0; j < out.length; j++) {
            out[j] = new float[] {
                skeleton.x()[j] / Sizes.PICTURE, skeleton.y()[j] / Sizes.PICTURE, skeleton.confidence()[j]
            };
        }
        return out;
    }

    /** Control points of joints and tools that are in shares already; either may be null. */
    static float[] control(float[][] joints, float[][] tools) {
        return ControlPoints.of(joints, tools, 1, 1);
    }
}
