package org.antiphon.model.vivit.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.antiphon.clip.Picture;
import org.antiphon.nn.Safetensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what transformers' processor makes of the same pictures. */
class PixelMakerTest {

    private static final VivitSizes SIZES =
            new VivitSizes(8, 32, 32, 3, 2, 8, 8, 48, 3, 4, 96, "gelu_fast", 1e-6, true, 5);

    @TempDir
    Path folder;

    private static Picture picture(int number) throws IOException {
        BufferedImage image =
                ImageIO.read(Golden.FOLDER.resolve("frame-" + number + ".png").toFile());
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        for (int i = 0; i < rgb.length / 3; i++) {
            int value = image.getRGB(i % image.getWidth(), i / image.getWidth());
            rgb[3 * i] = (byte) (value >> 16);
            rgb[3 * i + 1] = (byte) (value >> 8);
            rgb[3 * i + 2] = (byte) value;
        }
        return new Picture(image.getWidth(), image.getHeight(), rgb);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "scenic"})
    void pixelsAreThoseOfTransformers(String convention) throws IOException {
        PixelMaker maker = new PixelMaker(
                PixelRule.read(Golden.FOLDER.resolve("preprocessor_config." + convention + ".json")), SIZES);
        float[] made = new float[3 * maker.size()];
        for (int i = 0; i < 3; i++) {
            maker.make(picture(i), made, i * maker.size());
        }
        float[] wanted = Safetensors.read(Golden.FOLDER.resolve("expected-pixels.safetensors"))
                .get(convention)
                .values();
        assertThat(Golden.largestDifference(made, wanted)).isLessThan(1e-6);
    }

    @Test
    void tellsTheRangeOfBothConventions() throws IOException {
        assertThat(PixelRule.read(Golden.FOLDER.resolve("preprocessor_config.hub.json"))
                        .range())
                .isEqualTo("[-3, 1]");
        assertThat(PixelRule.scenic(VivitSizes.BASE).range()).isEqualTo("[-1, 1]");
        assertThat(PixelRule.scenic(VivitSizes.BASE).shortestEdge()).isEqualTo(256);
    }

    private PixelRule rule(String json) throws IOException {
        return PixelRule.read(Files.writeString(folder.resolve(PixelRule.FILE), json));
    }

    @Test
    void whatAFileLeavesOutIsAsInTransformers() throws IOException {
        PixelRule rule = rule("{}");
        assertThat(rule.shortestEdge()).isEqualTo(256);
        assertThat(rule.cropWidth()).isEqualTo(224);
        assertThat(rule.offset()).isTrue();
        assertThat(rule.range()).isEqualTo("[-3, 1]");
        assertThat(rule("{\"do_normalize\": false, \"rescale_factor\": 0.00784313725490196}")
                        .range())
                .isEqualTo("[-1, 1]");
        assertThat(rule("{\"offset\": false, \"do_normalize\": false, \"rescale_factor\": 0.00392156862745098}")
                        .range())
                .isEqualTo("[0, 1]");
    }

    @Test
    void namesTheFileAndWhatItCannotUse() {
        assertThatThrownBy(() -> rule("{\"resample\": 3}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(PixelRule.FILE)
                .hasMessageContaining("resample");
        assertThatThrownBy(() -> rule("{nonsense"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("JSON");
        assertThatThrownBy(() -> PixelRule.read(folder.resolve("none.json"))).hasMessageContaining("scenic");
        assertThatThrownBy(() -> new PixelMaker(rule("{}"), SIZES)).hasMessageContaining("32×32");
    }

    /** Sizes as Pillow and transformers find them: the longer edge is cut off, not rounded. */
    @ParameterizedTest
    @CsvSource({"120, 90, 42, 32", "90, 120, 32, 42", "32, 32, 32, 32", "33, 100, 32, 96"})
    void theShorterEdgeFitsAndTheLongerIsCutOff(int width, int height, int wide, int high) {
        byte[] rgb = new byte[width * height * 3];
        java.util.Arrays.fill(rgb, (byte) 200);
        Picture even = TriangleFilter.resize(new Picture(width, height, rgb), wide, high);
        assertThat(even.width()).isEqualTo(wide);
        for (byte level : even.rgb()) {
            assertThat(level & 0xFF).as("an even picture stays even").isBetween(199, 200);
        }
    }

    @Test
    void whatIsTooSmallIsSurroundedByBlack() throws IOException {
        PixelMaker maker = new PixelMaker(
                rule("{\"do_resize\": false, \"crop_size\": {\"height\": 32, \"width\": 32}, \"do_normalize\": false}"),
                SIZES);
        byte[] white = new byte[31 * 40 * 3];
        java.util.Arrays.fill(white, (byte) 255);
        float[] made = new float[maker.size()];
        maker.make(new Picture(31, 40, white), made, 0);
        assertThat(made[0]).as("the odd column is on the left").isEqualTo(-1);
        assertThat(made[1]).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-6f));
        assertThat(made[31]).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-6f));
        assertThat(List.of(made[31 * 32], made[31 * 32 + 1])).containsExactly(-1f, made[1]);
    }

    /** What the latent model feeds a ViViT with is what {@code features} does, but for rounding to 256 levels. */
    @ParameterizedTest
    @ValueSource(strings = {"hub", "scenic"})
    void picturesThatAreTensorsBecomeTheSameNumbers(String convention) throws IOException {
        PixelRule rule = PixelRule.read(Golden.FOLDER.resolve("preprocessor_config." + convention + ".json"));
        int side = 96;
        byte[] rgb = new byte[side * side * 3];
        float[] tensor = new float[rgb.length];
        for (int i = 0; i < side * side; i++) {
            for (int c = 0; c < 3; c++) {
                int level = (int) (127 + 120 * Math.sin(i * 0.003 * (c + 1)) * Math.cos(i % side * 0.2));
                rgb[3 * i + c] = (byte) level;
                tensor[c * side * side + i] = level / 127.5f - 1;
            }
        }
        PixelMaker maker = new PixelMaker(rule, SIZES);
        float[] wanted = new float[maker.size()];
        maker.make(new Picture(side, side, rgb), wanted, 0);
        try (NDManager manager = NDManager.newBaseManager()) {
            float[] made = new PictureInput(rule, SIZES)
                    .apply(manager.create(tensor, new Shape(1, 1, 3, side, side)))
                    .toFloatArray();
            double level = rule.value(1, 0) - rule.value(0, 0);
            assertThat(Golden.largestDifference(made, wanted)).isLessThan(1.1 * level);
        }
    }
}
