package org.antiphon.translation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.model.vivit.published.FeatureFile;
import org.antiphon.model.vivit.published.SlotWindows;
import org.antiphon.model.vivit.published.VivitReader;
import org.antiphon.model.vivit.published.VivitSizes;

/**
 * What a published ViViT sees in a video: one vector for each slot of two pictures, with its time. Memory is that of the
 * network and one window, whatever the video's length.
 */
public final class VisualFeatures implements AutoCloseable {

    private final Device device;
    private final VivitReader reader;
    private final boolean scenic;
    private final boolean bfloat16;

    private VisualFeatures(Path checkpoint, boolean scenic, boolean bfloat16) throws IOException {
        this.scenic = scenic;
        this.bfloat16 = bfloat16;
        device = new Device();
        try {
            reader = VivitReader.open(
                    checkpoint,
                    scenic ? VivitReader.Rule.SCENIC : VivitReader.Rule.CHECKPOINT,
                    bfloat16 ? VivitReader.Precision.BFLOAT16 : VivitReader.Precision.FLOAT32,
                    device.manager());
        } catch (IOException | RuntimeException e) {
            device.close();
            throw e;
        }
    }

    /**
     * Loads a checkpoint: a folder with {@code config.json} and {@code model.safetensors}.
     *
     * @param scenic pixels as in the original training, whatever the checkpoint's own file says
     * @param bfloat16 products in bfloat16: faster where the processor has units for it, and not exact
     * @throws IOException naming the file that is missing or cannot be used
     */
    public static VisualFeatures open(Path checkpoint, boolean scenic, boolean bfloat16) throws IOException {
        return new VisualFeatures(checkpoint, scenic, bfloat16);
    }

    /** What computes, in words for people. */
    public String device() {
        return device.description();
    }

    /** SHA-256 of the checkpoint's weights, in hexadecimal. */
    public String checksum() {
        return reader.checksum();
    }

    /** What values of 0 to 255 become, as in "[-1, 1]". */
    public String range() {
        return reader.pixels().rule().range();
    }

    /**
     * Begins a file of features; pictures are given to it one by one.
     *
     * @param output safetensors with {@code features} (slots, channels) and {@code times} (slots) in seconds
     * @param rate of the pictures that will come
     * @param stride every how-many-eth of them is looked at
     */
    public Recording record(Path output, FrameRate rate, int stride) throws IOException {
        return new Recording(output, rate, stride);
    }

    /** Features of one video on their way into a file. */
    public final class Recording implements AutoCloseable {

        private final FeatureFile file;
        private final SlotWindows windows;
        private final FrameRate rate;
        private final int stride;
        private final double slotSeconds;

        private Recording(Path output, FrameRate rate, int stride) throws IOException {
            VivitSizes sizes = reader.sizes();
            this.rate = rate;
            this.stride = stride;
            slotSeconds = SlotWindows.seconds(sizes, stride, rate.perSecond());
            file = new FeatureFile(output, sizes.dim(), slotSeconds);
            windows = new SlotWindows(
                    sizes, reader.pixels(), stride, window -> device.compute(() -> reader.slots(window)), file::add);
        }

        /** @throws DeviceOutOfMemory if the device has no room for a window */
        public void add(Picture picture) throws IOException {
            windows.add(picture);
        }

        /** The file is whole and stands under its name; gives how many slots it holds. */
        public long finish() throws IOException {
            windows.finish();
            Map<String, String> said = new LinkedHashMap<>();
            said.put("model", "vivit");
            said.put("model_sha256", checksum());
            said.put("pixels", scenic ? "scenic" : "preprocessor_config");
            said.put("pixel_range", range());
            said.put("precision", bfloat16 ? "bfloat16" : "float32");
            said.put("frame_rate", rate.numerator() + "/" + rate.denominator());
            said.put("stride", String.valueOf(stride));
            said.put("window_frames", String.valueOf(reader.sizes().frames()));
            said.put("slot_frames", String.valueOf(reader.sizes().slotFrames()));
            said.put("slot_seconds", String.valueOf(slotSeconds));
            said.put("times", "middle of each slot, in seconds from the first picture");
            file.finish(said);
            return file.slots();
        }

        /** Seconds between slots. */
        public double slotSeconds() {
            return slotSeconds;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    public void close() {
        reader.close();
        device.close();
    }
}
