package org.antiphon.training.tokens;

import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.antiphon.model.ModelStore;
import org.antiphon.model.spectrogram.SpectrogramConfig;
import org.antiphon.model.spectrogram.SpectrogramNetwork;
import org.antiphon.nn.Weights;
import org.antiphon.training.Recipe;

/** Takes the stack that reads the latent out of a trained spectrogram model. */
final class SpectrogramReader {

    private static final String READER = "reader.";

    private SpectrogramReader() {}

    /**
     * Copies from the spectrogram model in the folder that the recipe's data names by {@code reader}.
     *
     * @param tokens weights of a token model
     * @throws IllegalArgumentException if the recipe names none, or one of other sizes
     */
    static void copy(Recipe recipe, NDManager device, Weights tokens) {
        Object folder = recipe.data().get("reader");
        if (folder == null) {
            throw new IllegalArgumentException(
                    "recipe " + recipe.name()
                            + ": data must say whose reading of the latent to take, as in reader: models (with spectrogram/NAME)");
        }
        try (ModelStore store = new ModelStore(Path.of(folder.toString()), device)) {
            Weights spectrogram = store.open("spectrogram", SpectrogramConfig.class, (weights, config) -> {
                new SpectrogramNetwork(weights.root(), config);
                return weights;
            });
            tokens.all().forEach((name, array) -> {
                if (name.startsWith(READER)) {
                    var given = spectrogram.all().get(name.substring(READER.length()));
                    if (given == null
                            || !Arrays.equals(
                                    given.getShape().getShape(),
                                    array.getShape().getShape())) {
                        throw new IllegalArgumentException("the spectrogram model in " + folder + " has "
                                + (given == null ? "nothing" : given.getShape()) + " for " + name + ", which is "
                                + array.getShape() + " in the recipe's model");
                    }
                    array.set(FloatBuffer.wrap(given.toFloatArray()));
                }
            });
        }
    }
}
