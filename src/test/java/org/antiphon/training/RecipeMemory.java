package org.antiphon.training;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.etude.EtudeCorpusWriter;
import org.antiphon.dataset.etude.Performer;
import org.antiphon.nn.TensorScope;
import org.antiphon.training.flowfield.FlowFieldObjective;
import org.antiphon.training.spectrogram.MelSource;
import org.antiphon.training.spectrogram.SpectrogramObjective;

/**
 * How much memory a step of a recipe takes: measured on the processor with a small share of its batch and with twice that
 * share, and drawn on in a straight line, as what is kept for the gradient grows with the batch. Weights, their gradients,
 * both moments and the average are added as they are counted. What a GPU takes for itself is not in it.
 *
 * <p>Linux only. To be run with {@code MALLOC_MMAP_THRESHOLD_=65536} and {@code -Xms1g -Xmx1g -XX:+AlwaysPreTouch}, so
 * that memory which is not needed is given back, and Java's own does not grow.
 */
public final class RecipeMemory {

    private static final int COPIES = 5; // weights, gradients, two moments, average

    private RecipeMemory() {}

    /** @param arguments recipes */
    public static void main(String[] arguments) throws IOException {
        Path corpus = Files.createTempDirectory("recipe-memory");
        EtudeCorpusWriter.write(corpus, 1, new Seed(3), List.of(Performer.VIOLIN), Progress.NONE);
        Shards shards = Shards.open(corpus, corpus.resolve("prepared"), Progress.NONE);
        for (String file : arguments) {
            Recipe recipe = Recipe.read(Path.of(file));
            int share = recipe.family().equals("latent") ? 24 : 16;
            long[] least = step(part(recipe, 1.0 / share), shards);
            long[] twice = step(part(recipe, 2.0 / share), shards);
            double kept = COPIES * 4.0 * least[1];
            double batch = least[0] + (double) (twice[0] - least[0]) * (share - 1);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.2f GB with 1/%d of a batch, %.2f GB with 2/%d; in all %.1f GB of batch and %.1f GB of weights%n",
                    Path.of(file).getFileName(),
                    least[0] / 1e9,
                    share,
                    twice[0] / 1e9,
                    share,
                    batch / 1e9,
                    kept / 1e9);
        }
    }

    /** The recipe with so much of everything that grows with a batch, rounded up. */
    private static Recipe part(Recipe recipe, double share) {
        Map<String, Object> data = new HashMap<>(recipe.data());
        data.remove("ear");
        data.replaceAll((name, value) -> List.of("pairs", "joint").contains(name)
                ? (int) Math.ceil(((Number) value).intValue() * share - 1e-9)
                : value);
        data.replace("apart", 1); // step 0 is of the first part, step 1 of the second
        return new Recipe(
                recipe.family(),
                recipe.name(),
                recipe.seed(),
                recipe.steps(),
                (int) Math.ceil(recipe.batch() * share - 1e-9),
                recipe.learningRate(),
                recipe.warmup(),
                recipe.weightDecay(),
                recipe.emaDecay(),
                recipe.clip(),
                recipe.checkpointEvery(),
                recipe.validateEvery(),
                recipe.minutes(),
                recipe.model(),
                data,
                recipe.stop());
    }

    /** Bytes that the larger of the first two steps takes at most, and the number of trained parameters. */
    private static long[] step(Recipe recipe, Shards shards) throws IOException {
        try (NDManager manager = NDManager.newBaseManager();
                Objective objective = objective(recipe, shards, manager)) {
            Replicas replicas = new Replicas(List.of(objective));
            replicas.requireGradients();
            long most = 0;
            long parameters = objective.weights().count();
            for (int step = 0; step < 2; step++) {
                Files.writeString(Path.of("/proc/self/clear_refs"), "5");
                long before = status("VmRSS:");
                try (TensorScope scope = new TensorScope(manager)) {
                    replicas.step(scope.manager(), step, new SplittableRandom(step));
                }
                long gradients = step == 0 ? 4 * parameters : 0; // come into being in the first step
                most = Math.max(most, status("VmHWM:") - before - gradients);
            }
            return new long[] {most, parameters};
        }
    }

    private static long status(String name) throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(text -> text.startsWith(name))
                .findFirst()
                .orElseThrow();
        return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
    }

    private static Objective objective(Recipe recipe, Shards shards, NDManager manager) {
        return switch (recipe.family()) {
            case "latent" -> new LatentObjective(recipe, all(shards), manager);
            case "flowfield" -> FlowFieldObjective.of(recipe, all(shards), manager);
            case "spectrogram" -> {
                List<MelSource> sounds =
                        all(shards).train().stream().map(MelSource::of).toList();
                yield new SpectrogramObjective(manager, recipe, sounds, sounds);
            }
            default -> throw new IllegalArgumentException("no recipe of family " + recipe.family() + " is measured");
        };
    }

    private static Shards all(Shards shards) {
        if (shards.train().isEmpty()) {
            throw new IllegalStateException("the etude is not in the training split; choose another seed");
        }
        return shards;
    }
}
