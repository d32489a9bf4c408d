package org.antiphon.training;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.antiphon.clip.Progress;
import org.antiphon.nn.Weights;
import org.antiphon.training.codec.CodecObjective;
import org.antiphon.training.flowfield.FlowFieldObjective;
import org.antiphon.training.spectrogram.SpectrogramObjective;
import org.antiphon.training.tokens.TokensObjective;
import org.antiphon.training.vocoder.VocoderObjective;

/** The door of training: a recipe and a corpus in, a run folder out. The device is chosen by DJL: CUDA where present. */
public final class Training {

    private Training() {}

    /**
     * @param steps optimizer steps done
     * @param minutes wall-clock time, all resumed parts together
     * @param parameters trained numbers
     * @param validation held-out measures at the end
     */
    public record Result(long steps, double minutes, long parameters, Map<String, Double> validation) {}

    /**
     * Trains what the recipe names.
     *
     * @param data corpus folders, used as one corpus
     * @param cache folder of prepared recordings, made where it is missing; null for one in each corpus
     * @param run folder for checkpoints, losses and the model
     * @param resume go on from the run's checkpoint
     * @param millis a monotonic clock in milliseconds
     * @throws IOException naming the file that cannot be read or written
     * @throws IllegalArgumentException naming the part of the recipe that cannot be used
     */
    public static Result run(
            Path recipeFile,
            List<Path> data,
            Path cache,
            Path run,
            boolean resume,
            Progress progress,
            LongSupplier millis)
            throws IOException {
        Recipe recipe = Recipe.read(recipeFile);
        Shards shards = Shards.open(data, cache, progress);
        Files.createDirectories(run);
        Files.copy(recipeFile, run.resolve("recipe.yaml"), StandardCopyOption.REPLACE_EXISTING);
        try (NDManager device = NDManager.newBaseManager();
                Objective objective = objective(recipe, shards, device)) {
            Weights weights = objective.weights();
            if (recipe.start().isPresent()) {
                weights.load(recipe.start().get().resolve("weights.safetensors"));
            }
            Loop.Outcome outcome = new Loop(recipe, objective, run, progress, millis).run(resume);
            return new Result(outcome.steps(), outcome.minutes(), weights.count(), outcome.validation());
        }
    }

    private static Objective objective(Recipe recipe, Shards shards, NDManager device) {
        return switch (recipe.family()) {
            case "latent" -> new LatentObjective(recipe, shards, device);
            case "flowfield" -> FlowFieldObjective.of(recipe, shards, device);
            case "spectrogram" -> SpectrogramObjective.of(recipe, shards, device);
            case "codec" -> CodecObjective.of(recipe, shards, device);
            case "tokens" -> TokensObjective.of(recipe, shards, device);
            case "vocoder" -> VocoderObjective.of(recipe, shards, device);
            default ->
                throw new IllegalArgumentException("recipe " + recipe.name()
                        + ": family must be latent, flowfield, spectrogram, vocoder, codec or tokens, was "
                        + recipe.family());
        };
    }
}
