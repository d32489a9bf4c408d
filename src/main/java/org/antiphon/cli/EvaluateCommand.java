package org.antiphon.cli;

import java.nio.file.Path;
import java.util.Map;
import org.antiphon.cli.evaluation.Evaluation;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.Split;
import org.antiphon.translation.Translator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the models on recordings that they have not seen. */
@Command(
        name = "evaluate",
        description = "Translates a corpus both ways and writes a report of how well that went.",
        footer = {
            "",
            "The report folder then holds index.html, results.json, results.csv and pictures.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar evaluate --data etudes --split test --output report"
        })
final class EvaluateCommand extends OfflineCommand {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Corpus folder.")
    private Path data;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description = "train, validation or test (default: ${DEFAULT-VALUE}).")
    private String split = "test";

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "Report folder.")
    private Path output;

    @Option(names = "--models", paramLabel = "DIR", description = "Models folder (default: ${DEFAULT-VALUE}).")
    private Path models = Path.of("models");

    @Option(names = "--limit", paramLabel = "N", description = "Use at most so many recordings (default: all).")
    private int limit;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all samples (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--steps", paramLabel = "N", description = "Steps of the samplers (default: ${DEFAULT-VALUE}).")
    private int steps = Translator.DEFAULT_STEPS;

    @Option(
            names = "--sound-only",
            description = "Leave out sound to video and the round trip, which take most of the time.")
    private boolean soundOnly;

    @Override
    protected Answer run(Progress progress) throws Exception {
        if (limit < 0 || steps < 0) {
            throw wrongUsage("--limit and --steps must not be negative, were " + limit + " and " + steps);
        }
        Split chosen;
        try {
            chosen = Split.ofLabel(split);
        } catch (IllegalArgumentException e) {
            throw wrongUsage("--split: " + e.getMessage());
        }
        Map<String, Object> facts = Evaluation.run(
                new Evaluation.Settings(data, chosen, models, output, limit, new Seed(seed), steps, !soundOnly),
                progress,
                System::nanoTime);
        return new Answer(Evaluation.summary(facts) + "\nThe report is in " + output.resolve("index.html"), facts);
    }
}
