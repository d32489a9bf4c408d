package org.antiphon.model.vivit.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antiphon.clip.Picture;
import org.antiphon.nn.SafetensorsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a network that says which pictures a slot was made of. */
class SlotWindowsTest {

    /** Windows of 8 pictures of 2×2 in slots of 2, one feature. */
    private static final VivitSizes SIZES = new VivitSizes(8, 2, 2, 3, 2, 1, 1, 1, 1, 1, 1, "gelu", 1e-6, true, 0);

    private static final PixelRule PLAIN =
            new PixelRule(false, 0, 0, 0, false, 0, 0, false, 1, false, false, List.of(), List.of());

    @TempDir
    Path folder;

    /** The numbers of the first and second picture of each slot, as first · 1000 + second. */
    private static List<Integer> slots(int pictures, int stride) throws IOException {
        List<Integer> found = new ArrayList<>();
        PixelMaker pixels = new PixelMaker(PLAIN, SIZES);
        SlotWindows windows = new SlotWindows(
                SIZES,
                pixels,
                stride,
                window -> {
                    float[] out = new float[4];
                    for (int slot = 0; slot < 4; slot++) {
                        out[slot] = window[2 * slot * 12] * 1000 + window[(2 * slot + 1) * 12];
                    }
                    return out;
                },
                features -> found.add((int) features[0]));
        for (int i = 0; i < pictures; i++) {
            byte[] rgb = new byte[12];
            java.util.Arrays.fill(rgb, (byte) i);
            windows.add(new Picture(2, 2, rgb));
        }
        windows.finish();
        return found;
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "7", "8", "9", "15", "16", "21", "40"})
    void everyPictureIsInOneSlotAndTheLastMayBeHeld(int pictures) throws IOException {
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < pictures; i += 2) {
            expected.add(i * 1000 + Math.min(i + 1, pictures - 1));
        }
        assertThat(slots(pictures, 1)).isEqualTo(expected);
    }

    @Test
    void aStrideLooksAtEveryNthPicture() throws IOException {
        assertThat(slots(13, 3)).containsExactly(3, 6009, 12012);
    }

    @Test
    void writesFeaturesTimesAndWhatTheyAreOf() throws IOException {
        Path file = folder.resolve("f.safetensors");
        try (FeatureFile features = new FeatureFile(file, 2, 0.08)) {
            features.add(new float[] {1, 2});
            features.add(new float[] {3, 4});
            features.add(new float[] {5, 6});
            features.finish(Map.of("model", "vivit"));
        }
        try (SafetensorsFile read = SafetensorsFile.open(file)) {
            assertThat(read.metadata()).containsEntry("model", "vivit");
            assertThat(read.read("features").values()).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(read.read("features").shape()).containsExactly(3, 2);
            assertThat(read.read("times").values()).containsExactly(0.04f, 0.12f, 0.2f);
        }
        try (var left = java.nio.file.Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
