package org.antiphon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.antiphon.clip.Progress;
import org.antiphon.translation.VivitBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast a published ViViT runs here, against transformers where a Python has it. */
@Command(
        name = "benchmark",
        description = {
            "Measures how long a window takes a published ViViT, here and in transformers, on the same pixels.",
            "Passes alternate; times are medians. Without --model a ViViT-B of random weights is made and removed again."
        },
        footer = {
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar benchmark --python venv/bin/python --rounds 5"
        })
final class BenchmarkCommand extends OfflineCommand {

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Checkpoint: a folder with config.json and model.safetensors.")
    private Path model;

    @Option(
            names = "--python",
            paramLabel = "FILE",
            description = "A Python with torch, transformers and safetensors, to run theirs as well.")
    private Path python;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Passes of each that count (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(
            names = "--precision",
            paramLabel = "TYPE",
            description = "Ours in float32 or bfloat16 (default: ${DEFAULT-VALUE}).")
    private FeaturesCommand.Precision precision = FeaturesCommand.Precision.FLOAT32;

    @Override
    protected Answer run(Progress progress) throws Exception {
        if (rounds < 1) {
            throw wrongUsage("--rounds must be at least 1, was " + rounds);
        }
        Path work = Files.createTempDirectory("antiphon-benchmark");
        try {
            Path checkpoint = model;
            if (checkpoint == null) {
                progress.at("making a checkpoint of random weights", 0);
                checkpoint = work.resolve("vivit-b");
                VivitBenchmark.writeRandomCheckpoint(checkpoint);
            }
            return answer(VivitBenchmark.run(
                    new VivitBenchmark.Settings(
                            checkpoint,
                            rounds,
                            Optional.ofNullable(python),
                            precision == FeaturesCommand.Precision.BFLOAT16),
                    work,
                    progress,
                    System::nanoTime));
        } finally {
            remove(work);
        }
    }

    private static Answer answer(List<VivitBenchmark.Row> rows) {
        VivitBenchmark.Row ours = rows.get(0);
        Map<String, Object> facts = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> table = new ArrayList<>();
        for (VivitBenchmark.Row row : rows) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-20s %7.2f s, %7.2f s of processor; %.2f and %.2f times ours; logits differ by %.1e (%s)",
                    row.name(),
                    row.seconds(),
                    row.cpuSeconds(),
                    row.seconds() / ours.seconds(),
                    row.cpuSeconds() / ours.cpuSeconds(),
                    row.largestDifference(),
                    row.about()));
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("name", row.name());
            fact.put("seconds", row.seconds());
            fact.put("cpuSeconds", row.cpuSeconds());
            fact.put("timesOurs", row.seconds() / ours.seconds());
            fact.put("cpuTimesOurs", row.cpuSeconds() / ours.cpuSeconds());
            fact.put("largestDifference", row.largestDifference());
            fact.put("about", row.about());
            table.add(fact);
        }
        facts.put("rows", table);
        VivitBenchmark.peakMemory().ifPresent(bytes -> {
            facts.put("peakMemory", bytes);
            lines.add(String.format(Locale.ROOT, "this process held at most %.2f GB", bytes / 1e9));
        });
        return new Answer(String.join(System.lineSeparator(), lines), facts);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
