package org.antiphon.model.vivit.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How a checkpoint makes numbers of pictures: resize, cut the centre, rescale, normalise, each where it is wanted. The
 * published files disagree: ViViT was trained on [-1, 1], and later files normalise that once more, to [-3, 1]. A
 * checkpoint answers best to the rule that its own file states; {@link #scenic} is the one of the original training.
 *
 * @param resize whether pictures are resized
 * @param shortestEdge what their shorter side becomes, the longer one in proportion; 0 for a fixed size
 * @param fixedHeight height they become where there is no shortest edge
 * @param fixedWidth width they become where there is no shortest edge
 * @param crop whether the centre is cut out
 * @param cropHeight height of what is cut out; black is added where pictures are smaller
 * @param cropWidth width of what is cut out
 * @param rescale whether values of 0 to 255 are multiplied by {@code factor}
 * @param factor what they are multiplied by
 * @param offset whether 1 is subtracted after that
 * @param normalise whether the mean is subtracted and the deviation divided by after that
 * @param mean of red, green and blue
 * @param deviation of red, green and blue
 */
public record PixelRule(
        boolean resize,
        int shortestEdge,
        int fixedHeight,
        int fixedWidth,
        boolean crop,
        int cropHeight,
        int cropWidth,
        boolean rescale,
        double factor,
        boolean offset,
        boolean normalise,
        List<Double> mean,
        List<Double> deviation) {

    /** The file that states a checkpoint's rule. */
    public static final String FILE = "preprocessor_config.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Double> HALF = List.of(0.5, 0.5, 0.5);
    private static final int BILINEAR = 2;

    /** @throws IllegalArgumentException naming the part that cannot be used */
    public PixelRule {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (resize && shortestEdge <= 0 && (fixedHeight <= 0 || fixedWidth <= 0)) {
            throw new IllegalArgumentException("size must name shortest_edge, or height and width");
        }
        if (crop && (cropHeight <= 0 || cropWidth <= 0)) {
            throw new IllegalArgumentException("crop_size must be positive, was " + cropHeight + "×" + cropWidth);
        }
        if (normalise && (mean.size() != 3 || deviation.size() != 3 || deviation.contains(0.0))) {
            throw new IllegalArgumentException(
                    "image_mean and image_std must be three numbers each, were " + mean + " and " + deviation);
        }
    }

    /** The rule of the original training (scenic, DMVR): shorter side 256 for pictures of 224, [-1, 1]. */
    public static PixelRule scenic(VivitSizes sizes) {
        int edge = (int) Math.round(Math.min(sizes.height(), sizes.width()) * 256 / 224.0);
        return new PixelRule(
                true, edge, 0, 0, true, sizes.height(), sizes.width(), true, 1 / 127.5, true, false, HALF, HALF);
    }

    /**
     * The rule in a checkpoint's {@code preprocessor_config.json}; a field that it leaves out is as in transformers
     * (the offset true among them).
     *
     * @throws IOException naming the file and the field that cannot be used
     */
    public static PixelRule read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing: it says how pictures become numbers. Put the checkpoint's own"
                    + " beside its config.json, or choose the scenic rule");
        }
        try {
            return of(JSON.readTree(file.toFile()));
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IOException(file + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static PixelRule of(JsonNode file) {
        int filter = file.path("resample").asInt(BILINEAR);
        if (filter != BILINEAR) {
            throw new IllegalArgumentException("resample must be 2 (bilinear), was " + filter);
        }
        JsonNode size = file.path("size");
        JsonNode crop = file.path("crop_size");
        boolean fixed = size.has("height") && size.has("width");
        int edge = size.isInt() ? size.asInt() : size.path("shortest_edge").asInt(fixed ? 0 : 256);
        return new PixelRule(
                file.path("do_resize").asBoolean(true),
                edge,
                size.path("height").asInt(),
                size.path("width").asInt(),
                file.path("do_center_crop").asBoolean(true),
                crop.isInt() ? crop.asInt() : crop.path("height").asInt(224),
                crop.isInt() ? crop.asInt() : crop.path("width").asInt(224),
                file.path("do_rescale").asBoolean(true),
                file.path("rescale_factor").asDouble(1 / 127.5),
                file.path("offset").asBoolean(true),
                file.path("do_normalize").asBoolean(true),
                numbers(file.path("image_mean")),
                numbers(file.path("image_std")));
    }

    private static List<Double> numbers(JsonNode three) {
        if (three.isNumber()) {
            return List.of(three.asDouble(), three.asDouble(), three.asDouble());
        }
        return three.isArray()
                ? List.of(
                        three.path(0).asDouble(),
                        three.path(1).asDouble(),
                        three.path(2).asDouble())
                : HALF;
    }

    /** What a value of 0 to 255 becomes in channel {@code c}. */
    double value(int level, int c) {
        double y = rescale ? level * factor - (offset ? 1 : 0) : level;
        return normalise ? (y - mean.get(c)) / deviation.get(c) : y;
    }

    /** Least and greatest value, as in "[-1, 1]". */
    public String range() {
        return String.format(Locale.ROOT, "[%s, %s]", rounded(value(0, 0)), rounded(value(255, 0)));
    }

    private static String rounded(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
