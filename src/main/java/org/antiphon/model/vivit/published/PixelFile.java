package org.antiphon.model.vivit.published;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.antiphon.nn.Safetensors;
import org.antiphon.nn.Safetensors.Tensor;

/** A window of random pixels, and a file of it for others to compute with. */
public final class PixelFile {

    private PixelFile() {}

    /** Even between -1 and 1: (frames, 3, height, width). */
    public static float[] random(VivitSizes sizes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] window = new float[sizes.pixels()];
        for (int i = 0; i < window.length; i++) {
            window[i] = random.nextInt() * 0x1p-31f;
        }
        return window;
    }

    /** Writes {@code pixel_values} (1, frames, 3, height, width). */
    public static void write(Path file, VivitSizes sizes, float[] window) throws IOException {
        long[] shape = {1, sizes.frames(), sizes.channels(), sizes.height(), sizes.width()};
        Safetensors.write(file, Map.of("pixel_values", new Tensor(window, shape)), false);
    }
}
