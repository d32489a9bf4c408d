package org.antiphon.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.antiphon.model.flowfield.FlowFieldConfig;
import org.antiphon.model.flowfield.FlowFieldModel;
import org.antiphon.model.latent.LatentModel;
import org.antiphon.model.latent.LatentModelConfig;
import org.antiphon.model.spectrogram.SpectrogramConfig;
import org.antiphon.model.spectrogram.SpectrogramNetwork;
import org.antiphon.nn.Weights;
import org.junit.jupiter.api.Test;

/** Every recipe for a real corpus can be read, builds the model it describes, and is in the table with its size. */
class ShippedRecipesTest {

    private static final Path FOLDER = Path.of("models/recipes");

    @Test
    void eachBuildsAModelOfTheSizeThatTheTableTells() throws IOException {
        List<String> table = Files.readAllLines(FOLDER.resolve("README.md"));
        List<Path> recipes;
        try (var files = Files.list(FOLDER)) {
            recipes = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        assertThat(recipes).hasSizeGreaterThan(8);
        for (Path file : recipes) {
            Recipe recipe = Recipe.read(file);
            assertThat(file.getFileName().toString()).startsWith(recipe.family() + "-" + recipe.name() + "-");
            assertThat(recipe.stop()).as(file + " stops early").isNotNull();
            String size = String.format(Locale.ROOT, "| %.1f M |", parameters(recipe) / 1e6);
            assertThat(table.stream().filter(row -> row.contains("`" + file.getFileName() + "`")))
                    .singleElement()
                    .asString()
                    .contains(size);
        }
    }

    private static long parameters(Recipe recipe) {
        try (NDManager manager = NDManager.newBaseManager();
                Weights weights = new Weights(manager, 1)) {
            switch (recipe.family()) {
                case "latent" -> new LatentModel(weights, recipe.model(LatentModelConfig.class));
                case "spectrogram" -> new SpectrogramNetwork(weights.root(), recipe.model(SpectrogramConfig.class));
                case "flowfield" -> new FlowFieldModel(weights, recipe.model(FlowFieldConfig.class));
                default -> throw new AssertionError("no recipe of family " + recipe.family() + " is expected here");
            }
            return weights.count();
        }
    }
}
