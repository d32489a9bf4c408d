package org.antiphon.metric;

import java.util.List;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;

/**
 * Pictures as they are compared: 96 × 96, 25 a second.
 *
 * @param motion flow from each picture to the one before, on a coarser grid; empty if it is not known
 */
public record Seen(List<Picture> pictures, List<FlowField> motion) {

    /** The first so many. */
    public Seen first(int count) {
        return new Seen(pictures.subList(0, count), motion.subList(0, Math.min(count, motion.size())));
    }
}
