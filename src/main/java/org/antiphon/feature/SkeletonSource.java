package org.antiphon.feature;

import java.util.List;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Skeleton;

/** Finds the skeleton of a player in pictures, where nobody has annotated it. Safe for use by several threads. */
public interface SkeletonSource extends AutoCloseable {

    /**
     * What was found in one picture.
     *
     * @param skeleton in pixels of the picture; joints that could not be found have confidence 0
     * @param tools x, y and confidence of the ends of bow, sticks and instrument, {@code [point][3]}, in pixels
     */
    record Found(Skeleton skeleton, float[][] tools) {}

    /** Says which source this is: equal names find equal skeletons. */
    String name();

    /**
     * What is to be seen in consecutive pictures.
     *
     * @param pictures of the size that the models see
     * @param flow into each of them, as many fields
     */
    List<Found> find(List<Picture> pictures, List<FlowField> flow);

    @Override
    void close();
}
