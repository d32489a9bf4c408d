package org.antiphon.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antiphon.clip.Progress;
import org.antiphon.training.RunComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts two or more training runs on one page. */
@Command(
        name = "compare",
        description = "Writes one page on which training runs are compared: recipes, measures, curves, evaluations.",
        footer = {
            "",
            "A run's evaluation is shown if it lies in its folder: evaluate --output RUN/report.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar compare --runs runs/one,runs/other --output compared.html"
        })
final class CompareCommand extends OfflineCommand {

    @Option(
            names = "--runs",
            required = true,
            split = ",",
            paramLabel = "DIR",
            description = "Run folders of train, two to " + RunComparison.MOST + ".")
    private List<Path> runs;

    @Option(names = "--output", required = true, paramLabel = "HTML", description = "The page.")
    private Path output;

    @Override
    protected Answer run(Progress progress) throws Exception {
        if (runs.size() < 2 || runs.size() > RunComparison.MOST) {
            throw wrongUsage("--runs needs two to " + RunComparison.MOST + " folders, got " + runs.size());
        }
        RunComparison.write(runs, output);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("output", output);
        facts.put("runs", runs);
        return new Answer("the comparison is in " + output, facts);
    }
}
