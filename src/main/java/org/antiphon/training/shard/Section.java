package org.antiphon.training.shard;

import java.util.Arrays;
import org.antiphon.model.latent.LatentLayout;

/** What a shard may hold. An item is what belongs to one video frame, of {@link #TRUE_FLOW} what belongs to five. */
public enum Section {
    /** 96×96 RGB, 8 bits. */
    PICTURES(0, Sizes.PICTURE * Sizes.PICTURE * 3, 8, Filter.PICTURES, 0, "pictures"),
    /** 48×48 pairs (dx, dy) in eighths of a pixel, signed bytes: flow into the frame. */
    FLOW(1, Sizes.FLOW * Sizes.FLOW * 2, 16, Filter.NONE, 0, "optical flow"),
    /** Four frames of 100 bins, natural log, halves. */
    MEL(2, 4 * Sizes.BINS * 2, 32, Filter.WORDS, Sizes.BINS, "mel"),
    /** Two steps of the true latent, halves. */
    LATENT(3, 2 * LatentLayout.CHANNELS * 2, 32, Filter.NONE, 0, "events"),
    /** 24 control points: x and y in 0 to 1 of the picture, confidence; halves. */
    POINTS(4, Sizes.POINTS * 3 * 2, 32, Filter.WORDS, Sizes.POINTS * 3, "control points"),
    /** 47 joints: x and y in 0 to 1 of the picture, confidence; halves. */
    SKELETON(5, Sizes.JOINTS * 3 * 2, 32, Filter.WORDS, Sizes.JOINTS * 3, "skeleton"),
    /** 960 samples at 24 kHz, 16 bits. */
    SOUND(6, 960 * 2, 32, Filter.WORDS, 1, "sound"),
    /** True backward flow of every fifth frame to frame 0: 64×64 dx, then dy as halves, then visibility in bytes. */
    TRUE_FLOW(7, Sizes.TRUE_FLOW * Sizes.TRUE_FLOW * 5, 4, Filter.NONE, 0, "true flow");

    /** Sides and counts. */
    public static final class Sizes {
        /** Height and width of the pictures. */
        public static final int PICTURE = 96;

        /** Height and width of the optical flow. */
        public static final int FLOW = 48;

        /** Mel bins. */
        public static final int BINS = 100;

        /** Control points a frame. */
        public static final int POINTS = 24;

        /** Joints of a skeleton. */
        public static final int JOINTS = 47;

        /** Height and width of a true flow field. */
        public static final int TRUE_FLOW = 64;

        private Sizes() {}
    }

    private final int number;
    private final int itemBytes;
    private final int itemsPerBlock;
    private final Filter filter;
    private final int stride;
    private final String label;

    Section(int number, int itemBytes, int itemsPerBlock, Filter filter, int stride, String label) {
        this.number = number;
        this.itemBytes = itemBytes;
        this.itemsPerBlock = itemsPerBlock;
        this.filter = filter;
        this.stride = stride;
        this.label = label;
    }

    /** The number in files; it never changes. */
    int number() {
        return number;
    }

    /** @throws IllegalArgumentException if no section has that number */
    static Section ofNumber(int number) {
        return Arrays.stream(values())
                .filter(section -> section.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no section has the number " + number));
    }

    /** Bytes of an item. */
    public int itemBytes() {
        return itemBytes;
    }

    /** Items that are compressed together; the last block of a shard may hold fewer. */
    public int itemsPerBlock() {
        return itemsPerBlock;
    }

    /** The name in messages to people. */
    public String label() {
        return label;
    }

    /** Takes out of a block, in place, what can be told from what stands before. */
    byte[] filtered(byte[] block) {
        return filter.apply(block, this == PICTURES ? Sizes.PICTURE : stride);
    }

    /** Undoes {@link #filtered}. */
    byte[] restored(byte[] block) {
        return filter.undo(block, this == PICTURES ? Sizes.PICTURE : stride);
    }
}
