package org.antiphon.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.antiphon.clip.Progress;
import org.antiphon.model.latent.LatentModelConfig;
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
     * What is trained on what, and where.
     *
     * @param recipe file
     * @param data corpus folders, used as one corpus
     * @param cache folder of prepared recordings, made where it is missing; null for one in each corpus
     * @param run folder for checkpoints, losses and the model
     * @param start model folder whose weights it begins with, in place of the recipe's own; null for the recipe's
     * @param resume go on from the run's checkpoint
     * @param devices names such as gpu0, gpu1 that share every step, each with a batch of the recipe's size; none for the
     *     engine's choice
     */
    public record Settings(
            Path recipe, List<Path> data, Path cache, Path run, Path start, boolean resume, List<String> devices) {}

    /**
     * Trains what the recipe names.
     *
     * @param millis a monotonic clock in milliseconds
     * @throws IOException naming the file that cannot be read or written
     * @throws IllegalArgumentException naming the part of the recipe, or the device, that cannot be used
     */
    public static Result run(Settings settings, Progress progress, LongSupplier millis) throws IOException {
        Recipe recipe = Recipe.read(settings.recipe());
        Path run = settings.run();
        List<Device> devices = devices(settings.devices());
        if (devices.size() > 1 && recipe.family().equals("codec")) {
            throw new IllegalArgumentException(
                    "the codec is trained on one device: its codebooks follow what they see there");
        }
        Shards shards = Shards.open(settings.data(), settings.cache(), progress);
        Files.createDirectories(run);
        Optional<Path> start = Optional.ofNullable(settings.start()).or(recipe::start);
        Files.copy(settings.recipe(), run.resolve("recipe.yaml"), StandardCopyOption.REPLACE_EXISTING);
        if (settings.start() != null) {
            Files.writeString(
                    run.resolve("recipe.yaml"),
                    "\n# Began with the weights of " + settings.start() + "\n",
                    StandardOpenOption.APPEND);
        }
        List<NDManager> managers = new ArrayList<>();
        List<Objective> objectives = new ArrayList<>();
        try {
            for (Device device : devices) {
                managers.add(NDManager.newBaseManager(device));
                objectives.add(objective(recipe, shards, visualCache(settings), managers.get(managers.size() - 1)));
            }
            Weights weights = objectives.get(0).weights();
            if (start.isPresent()) {
                Set<String> fresh = weights.begin(start.get().resolve("weights.safetensors"));
                if (!fresh.isEmpty()) {
                    progress.at("beginning anew: " + String.join(", ", fresh), 0);
                }
            }
            Loop.Outcome outcome = new Loop(recipe, objectives, run, progress, millis).run(settings.resume());
            return new Result(outcome.steps(), outcome.minutes(), weights.count(), outcome.validation());
        } finally {
            objectives.forEach(Objective::close);
            managers.forEach(NDManager::close);
        }
    }

    private static List<Device> devices(List<String> names) {
        if (names.isEmpty()) {
            return List.of(Engine.getInstance().defaultDevice());
        }
        int graphics = Engine.getInstance().getGpuCount();
        List<Device> devices = new ArrayList<>();
        for (String name : names) {
            boolean known = name.equals("cpu") || name.matches("gpu[0-9]{1,3}");
            if (!known || (name.startsWith("gpu") && Integer.parseInt(name.substring(3)) >= graphics)) {
                throw new IllegalArgumentException("there is no device " + name + " here; there are cpu"
                        + (graphics == 0 ? "" : " and gpu0 to gpu" + (graphics - 1)));
            }
            devices.add(Device.fromName(name));
        }
        return devices;
    }

    /** What a frozen visual encoder sees is kept beside the shards. */
    private static Path visualCache(Settings settings) {
        Path shards = settings.cache() == null ? settings.data().get(0).resolve("prepared") : settings.cache();
        return shards.resolve("visual");
    }

    private static Objective objective(Recipe recipe, Shards shards, Path visual, NDManager device) {
        return switch (recipe.family()) {
            case "latent" -> latent(recipe, shards, visual, device);
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

    private static Objective latent(Recipe recipe, Shards shards, Path visual, NDManager device) {
        LatentModelConfig config = recipe.model(LatentModelConfig.class);
        return config.visual() == null
                ? new LatentObjective(recipe, shards, device)
                : new VisualObjective(recipe, config, shards.filmed(), visual, device);
    }
}
