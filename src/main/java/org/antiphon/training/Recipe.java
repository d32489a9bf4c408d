package org.antiphon.training;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a model is trained, as a YAML file.
 *
 * @param family which objective: latent, spectrogram, vocoder, flowfield, codec, tokens
 * @param name name of the model within its family
 * @param seed of weights and batches
 * @param steps optimizer steps
 * @param batch clips a step
 * @param learningRate peak of the cosine schedule
 * @param warmup steps of linear warm-up
 * @param weightDecay AdamW's decoupled decay, on matrices only
 * @param emaDecay decay of the weight average that is shipped
 * @param clip largest gradient norm
 * @param checkpointEvery steps between checkpoints
 * @param validateEvery steps between validations
 * @param minutes wall-clock limit after which the schedule is brought to its end, 0 for none
 * @param model sizes, by the family's config
 * @param data choices of data, by the family; {@code start}, in any family, is a model folder whose weights it begins with
 * @param stop when to stop before that, null for never
 */
public record Recipe(
        String family,
        String name,
        long seed,
        int steps,
        int batch,
        double learningRate,
        int warmup,
        double weightDecay,
        double emaDecay,
        double clip,
        int checkpointEvery,
        int validateEvery,
        int minutes,
        Map<String, Object> model,
        Map<String, Object> data,
        EarlyStop stop) {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** @throws IllegalArgumentException naming the field that is out of range */
    public Recipe {
        model = model == null ? Map.of() : Map.copyOf(model);
        data = data == null ? Map.of() : Map.copyOf(data);
        if (family == null || name == null) {
            throw new IllegalArgumentException("a recipe needs family and name");
        }
        positive("steps", steps);
        positive("batch", batch);
        positive("learningRate", learningRate);
        positive("clip", clip);
        positive("checkpointEvery", checkpointEvery);
        positive("validateEvery", validateEvery);
        if (emaDecay < 0 || emaDecay >= 1 || warmup < 0 || weightDecay < 0 || minutes < 0) {
            throw new IllegalArgumentException(
                    "recipe " + name + ": emaDecay must be in [0, 1), warmup, weightDecay and minutes not negative");
        }
    }

    private static void positive(String field, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("recipe field " + field + " must be positive, was " + value);
        }
    }

    /** @throws IOException naming the file and the field that could not be read */
    public static Recipe read(Path yaml) throws IOException {
        try {
            return YAML.readValue(yaml.toFile(), Recipe.class);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IOException(yaml + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The model section as the family's config record. */
    public <T> T model(Class<T> config) {
        return YAML.convertValue(model, config);
    }

    /** Folder of a model of the same family and sizes whose weights are the first ones: {@code start} among the data. */
    Optional<Path> start() {
        return Optional.ofNullable(data.get("start")).map(folder -> Path.of(folder.toString()));
    }

    /** Learning rate at a step: linear warm-up, then a cosine to a twentieth of the peak. */
    double learningRateAt(double step) {
        if (step < warmup) {
            return learningRate * (step + 1) / warmup;
        }
        double share = Math.min(1, (step - warmup) / Math.max(1, steps - warmup));
        return learningRate * (0.05 + 0.95 * 0.5 * (1 + Math.cos(Math.PI * share)));
    }
}
