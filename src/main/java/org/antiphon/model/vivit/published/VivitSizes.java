package org.antiphon.model.vivit.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Sizes of a published ViViT; where a checkpoint's {@code config.json} is silent, those of ViViT-B.
 *
 * @param frames pictures of a window
 * @param height of a picture
 * @param width of a picture
 * @param channels of a picture
 * @param slotFrames pictures of a tubelet, which become one slot
 * @param patchHeight of a tubelet
 * @param patchWidth of a tubelet
 * @param dim channels of a token
 * @param layers transformer layers
 * @param heads attention heads
 * @param hidden channels between the two products of an MLP
 * @param activation as transformers calls it: gelu_fast, gelu_new, gelu_pytorch_tanh (all the same function) or gelu
 * @param epsilon of the layer norms
 * @param queryKeyValueBias whether queries, keys and values have biases
 * @param labels classes of the classifier
 */
public record VivitSizes(
        int frames,
        int height,
        int width,
        int channels,
        int slotFrames,
        int patchHeight,
        int patchWidth,
        int dim,
        int layers,
        int heads,
        int hidden,
        String activation,
        double epsilon,
        boolean queryKeyValueBias,
        int labels) {

    /** ViViT-B/16x2 with the 400 classes of Kinetics. */
    public static final VivitSizes BASE =
            new VivitSizes(32, 224, 224, 3, 2, 16, 16, 768, 12, 12, 3072, "gelu_fast", 1e-6, true, 400);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException naming the sizes that do not go together */
    public VivitSizes {
        if (frames <= 0 || slotFrames <= 0 || frames % slotFrames != 0) {
            throw new IllegalArgumentException("tubelets of " + slotFrames + " frames do not fill " + frames);
        }
        if (height <= 0
                || patchHeight <= 0
                || height % patchHeight != 0
                || width <= 0
                || patchWidth <= 0
                || width % patchWidth != 0) {
            throw new IllegalArgumentException("patches of " + patchHeight + "×" + patchWidth
                    + " do not fill pictures of " + height + "×" + width);
        }
        if (channels != 3) {
            throw new IllegalArgumentException("pictures have 3 channels, the checkpoint wants " + channels);
        }
        if (dim <= 0 || layers < 0 || hidden <= 0 || heads <= 0 || dim % heads != 0 || labels < 0) {
            throw new IllegalArgumentException(
                    "sizes of a ViViT must be positive, and " + heads + " heads must divide hidden_size " + dim);
        }
        if (!activation.matches("gelu|gelu_fast|gelu_new|gelu_pytorch_tanh")) {
            throw new IllegalArgumentException(
                    "hidden_act must be gelu_fast, gelu_new, gelu_pytorch_tanh or gelu, was " + activation);
        }
    }

    /**
     * Reads a checkpoint's {@code config.json}, also of the older kind that has {@code video_size}.
     *
     * @throws IOException naming the file and the field that cannot be used
     */
    public static VivitSizes read(Path config) throws IOException {
        try {
            return of(JSON.readTree(config.toFile()));
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IOException(config + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException(config + ": " + e.getMessage(), e);
        }
    }

    private static VivitSizes of(JsonNode config) {
        String type = config.path("model_type").asText("vivit");
        if (!type.equals("vivit")) {
            throw new IllegalArgumentException("model_type must be vivit, was " + type);
        }
        JsonNode video = config.path("video_size"); // [frames, height, width]
        JsonNode tubelet = config.path("tubelet_size");
        JsonNode image = config.path("image_size");
        int labels = config.has("id2label") ? config.path("id2label").size() : number(config, "num_labels", 2);
        return new VivitSizes(
                video.isArray() ? video.path(0).asInt() : number(config, "num_frames", BASE.frames()),
                video.isArray() ? video.path(1).asInt() : side(image, 0),
                video.isArray() ? video.path(2).asInt() : side(image, 1),
                number(config, "num_channels", BASE.channels()),
                tubelet.path(0).asInt(BASE.slotFrames()),
                tubelet.path(1).asInt(BASE.patchHeight()),
                tubelet.path(2).asInt(BASE.patchWidth()),
                number(config, "hidden_size", BASE.dim()),
                number(config, "num_hidden_layers", BASE.layers()),
                number(config, "num_attention_heads", BASE.heads()),
                number(config, "intermediate_size", BASE.hidden()),
                config.path("hidden_act").asText(BASE.activation()),
                config.path("layer_norm_eps").asDouble(BASE.epsilon()),
                config.path("qkv_bias").asBoolean(true),
                labels);
    }

    private static int number(JsonNode config, String field, int otherwise) {
        JsonNode value = config.path(field);
        if (!value.isMissingNode() && !value.isInt()) {
            throw new IllegalArgumentException(field + " must be a whole number, was " + value);
        }
        return value.asInt(otherwise);
    }

    private static int side(JsonNode image, int axis) {
        return image.isArray() ? image.path(axis).asInt() : image.asInt(BASE.height());
    }

    /** Slots of a window. */
    public int slots() {
        return frames / slotFrames;
    }

    /** Tokens of a slot. */
    public int tokensPerSlot() {
        return height / patchHeight * (width / patchWidth);
    }

    /** All tokens of a window, the class token first. */
    public int tokens() {
        return 1 + slots() * tokensPerSlot();
    }

    /** Numbers of a tubelet. */
    int tubelet() {
        return channels * slotFrames * patchHeight * patchWidth;
    }

    /** Numbers of a window of pictures. */
    public int pixels() {
        return frames * channels * height * width;
    }

    /** Whether GELU is its approximation with a tangent. */
    boolean approximate() {
        return !activation.equals("gelu");
    }
}
