package org.antiphon.training.shard;

import java.util.ArrayList;
import java.util.List;

/**
 * How far points that were found lie from annotated ones, as counts that can be added up.
 *
 * @param points how many annotated points there were
 * @param distance sum of distances, in sides of the picture
 * @param withinSide how many lay within 0.025, 0.05 and 0.1 sides of the picture
 * @param withinShoulders how many lay within 0.1, 0.2 and 0.5 widths of the player's shoulders
 */
public record SkeletonErrors(long points, double distance, List<Long> withinSide, List<Long> withinShoulders) {

    /** The bounds of {@link #withinSide}. */
    public static final List<Double> SIDES = List.of(0.025, 0.05, 0.1);

    /** The bounds of {@link #withinShoulders}. */
    public static final List<Double> SHOULDERS = List.of(0.1, 0.2, 0.5);

    private static final int RIGHT_SHOULDER = 1;
    private static final int LEFT_SHOULDER = 4;

    public static final SkeletonErrors NONE = new SkeletonErrors(0, 0, List.of(0L, 0L, 0L), List.of(0L, 0L, 0L));

    /**
     * Errors of one frame.
     *
     * @param truth x, y, confidence per point in shares of the picture; points of confidence 0 do not count
     * @param found the same, of as many points
     */
    public static SkeletonErrors of(float[] truth, float[] found) {
        double shoulders = Math.hypot(
                truth[3 * RIGHT_SHOULDER] - truth[3 * LEFT_SHOULDER],
                truth[3 * RIGHT_SHOULDER + 1] - truth[3 * LEFT_SHOULDER + 1]);
        long points = 0;
        double sum = 0;
        long[] side = new long[SIDES.size()];
        long[] shoulder = new long[SHOULDERS.size()];
        for (int p = 0; p < truth.length / 3; p++) {
            if (truth[3 * p + 2] > 0) {
                double error = found[3 * p + 2] == 0
                        ? 1
                        : Math.hypot(truth[3 * p] - found[3 * p], truth[3 * p + 1] - found[3 * p + 1]);
                points++;
                sum += error;
                for (int i = 0; i < side.length; i++) {
                    side[i] += error <= SIDES.get(i) ? 1 : 0;
                    shoulder[i] += error <= SHOULDERS.get(i) * shoulders ? 1 : 0;
                }
            }
        }
        return new SkeletonErrors(points, sum, list(side), list(shoulder));
    }

    /** Both together. */
    public SkeletonErrors plus(SkeletonErrors other) {
        return new SkeletonErrors(
                points + other.points,
                distance + other.distance,
                sum(withinSide, other.withinSide),
                sum(withinShoulders, other.withinShoulders));
    }

    private static List<Long> list(long[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    private static List<Long> sum(List<Long> a, List<Long> b) {
        List<Long> out = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            out.add(a.get(i) + b.get(i));
        }
        return List.copyOf(out);
    }
}
