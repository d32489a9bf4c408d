package org.antiphon.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antiphon.clip.Progress;
import org.antiphon.training.Recipe;
import org.antiphon.training.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains one model family on a corpus. */
@Command(
        name = "train",
        description = "Trains the model that a recipe names, on a corpus in URMP's layout.",
        footer = {
            "",
            "The run folder then holds config.json, weights.safetensors (averaged), losses.csv, losses.svg and a",
            "checkpoint; --resume goes on from it, random state included.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar train --recipe models/latent/etude/recipe.yaml \\",
            "           --data etudes --output run"
        })
final class TrainCommand extends OfflineCommand {

    @Option(names = "--recipe", required = true, paramLabel = "YAML", description = "What to train, and how.")
    private Path recipe;

    @Option(
            names = "--data",
            required = true,
            split = ",",
            paramLabel = "DIR",
            description = "Corpus folder; several are used as one.")
    private List<Path> data;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Folder of prepared recordings (default: \"prepared\" in each corpus folder).")
    private Path cache;

    @Option(names = "--output", paramLabel = "DIR", description = "Run folder (default: runs/<family>/<name>).")
    private Path output;

    @Option(
            names = "--start",
            paramLabel = "DIR",
            description = "Run or model folder of the same recipe whose weights it begins with.")
    private Path start;

    @Option(names = "--resume", description = "Go on from the run folder's checkpoint.")
    private boolean resume;

    @Option(
            names = "--devices",
            split = ",",
            paramLabel = "NAME",
            description = "What computes, such as gpu0,gpu1: each takes a batch of the recipe's size in every step and"
                    + " gradients are averaged (default: gpu0 where there is one, else cpu).")
    private List<String> devices = List.of();

    @Override
    protected Answer run(Progress progress) throws Exception {
        if (output == null) {
            Recipe named = Recipe.read(recipe);
            output = Path.of("runs", named.family(), named.name());
        }
        Training.Result result = Training.run(
                new Training.Settings(recipe, data, cache, output, start, resume, devices),
                progress,
                () -> System.nanoTime() / 1_000_000);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("output", output);
        facts.put("steps", result.steps());
        facts.put("minutes", result.minutes());
        facts.put("parameters", result.parameters());
        facts.put("validation", result.validation());
        return new Answer(
                String.format(
                        Locale.ROOT,
                        "%d steps in %.1f minutes, %d parameters; the model is in %s%n%s",
                        result.steps(),
                        result.minutes(),
                        result.parameters(),
                        output,
                        result.validation()),
                facts);
    }
}
