package org.antiphon.model.vivit.published;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.antiphon.clip.Picture;

/**
 * Pictures one after another → one feature vector for each slot, in windows that follow each other without a gap. Holds
 * one window, however long the video is. The last window is filled by looking back, so that its slots have a past like
 * all others; a video shorter than a window is held on its last picture, and slots after its end are left out.
 */
public final class SlotWindows {

    private final VivitSizes sizes;
    private final PixelMaker pixels;
    private final int stride;
    private final UnaryOperator<float[]> network;
    private final Sink sink;
    private final float[] window;
    private long pictures;
    private int held; // pictures in the window, the newest last
    private int fresh; // of these, how many no slot was made of yet

    /** Takes what is found. */
    public interface Sink {
        /** @param features of the next slot */
        void slot(float[] features) throws IOException;
    }

    /**
     * @param stride every how-many-eth picture is looked at; 1 for all of them
     * @param network a window of pixels → (slots, dim)
     */
    public SlotWindows(VivitSizes sizes, PixelMaker pixels, int stride, UnaryOperator<float[]> network, Sink sink) {
        if (stride <= 0) {
            throw new IllegalArgumentException("stride must be at least 1, was " + stride);
        }
        this.sizes = sizes;
        this.pixels = pixels;
        this.stride = stride;
        this.network = network;
        this.sink = sink;
        this.window = new float[sizes.pixels()];
    }

    /** The next picture of the video. */
    public void add(Picture picture) throws IOException {
        if (pictures++ % stride == 0) {
            makeRoom();
            pixels.make(picture, window, held * pixels.size());
            held++;
            fresh++;
            if (fresh == sizes.frames()) {
                emit();
            }
        }
    }

    /** There are no more pictures: makes the slots that are left, the last of them perhaps of one picture held. */
    public void finish() throws IOException {
        while (fresh > 0 && fresh % sizes.slotFrames() != 0) {
            repeatLast();
        }
        if (fresh > 0) {
            emit();
        }
    }

    private void repeatLast() {
        makeRoom();
        int size = pixels.size();
        System.arraycopy(window, (held - 1) * size, window, held * size, size);
        held++;
        fresh++;
    }

    /** Drops the oldest picture of a full window. */
    private void makeRoom() {
        if (held == sizes.frames()) {
            System.arraycopy(window, pixels.size(), window, 0, window.length - pixels.size());
            held--;
        }
    }

    private void emit() throws IOException {
        int size = pixels.size();
        int wanted = fresh / sizes.slotFrames();
        int last = held / sizes.slotFrames();
        for (int i = held; i < sizes.frames(); i++) {
            System.arraycopy(window, (held - 1) * size, window, i * size, size);
        }
        float[] slots = network.apply(window);
        for (int slot = last - wanted; slot < last; slot++) {
            sink.slot(Arrays.copyOfRange(slots, slot * sizes.dim(), (slot + 1) * sizes.dim()));
        }
        fresh = 0;
    }

    /** Seconds between slots. */
    public static double seconds(VivitSizes sizes, int stride, double picturesPerSecond) {
        return sizes.slotFrames() * stride / picturesPerSecond;
    }
}
