package org.antiphon.cli;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antiphon.clip.Progress;
import org.antiphon.dataset.CorpusKind;
import org.antiphon.dataset.CorpusRequest;
import org.antiphon.dataset.Splits;
import org.antiphon.training.preparation.Configuration;
import org.antiphon.training.preparation.Configuration.Skeletons;
import org.antiphon.training.preparation.CorpusOrder;
import org.antiphon.training.preparation.Preparation;
import org.antiphon.training.shard.PreparedRecording;
import org.antiphon.training.shard.SkeletonErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prepares a corpus for training. */
@Command(
        name = "prepare",
        description =
                "Makes a corpus ready for training: pictures, optical flow, skeletons, mel, pitch and notes as shards.",
        footer = {
            "",
            "The output folder then holds index.json, which names every shard with its SHA-256, report.html, which shows what",
            "was used and says why the rest was not, and the shards. A run that was interrupted goes on where it stopped",
            "and ends with the same bytes; shards that are damaged are made anew. train takes the folder as its --data.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar prepare --corpus urmp --data Dataset --output shards"
        })
final class PrepareCommand extends OfflineCommand {

    @Option(names = "--corpus", paramLabel = "KIND", required = true, description = "urmp, solos, etude or folder.")
    private String kind;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Corpus folder.")
    private Path data;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "Folder of the shards.")
    private Path output;

    @Option(
            names = "--boxes",
            paramLabel = "JSON",
            description =
                    "Where the players are in pictures of several (default: boxes.json beside the pieces, else found by motion).")
    private Path boxes;

    @Option(
            names = "--splits",
            paramLabel = "HOW",
            description = "composition, or mt3 as others split URMP (default: ${DEFAULT-VALUE}).")
    private String splits = Splits.COMPOSITION.label();

    @Option(
            names = "--skeletons",
            paramLabel = "HOW",
            description = {
                "auto: found by the model where nobody annotated them; annotated: only those; check: both, and how far the model is off",
                "(default: ${DEFAULT-VALUE})."
            })
    private Skeletons skeletons = Skeletons.AUTO;

    @Option(names = "--models", paramLabel = "DIR", description = "Models folder (default: ${DEFAULT-VALUE}).")
    private Path models = Path.of("models");

    @Option(
            names = "--longest",
            paramLabel = "SECONDS",
            description = "Longer recordings become several shards (default: ${DEFAULT-VALUE}).")
    private int longest = Configuration.MINUTE / 25;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Recordings at a time (default: one a processor); each takes up to 200 MB.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--queue",
            description = {
                "Let the processes that work on the queue of a server do it (serve, work), on any machine that sees the folders under",
                "the same names; --threads then says nothing."
            })
    private boolean queue;

    @Override
    protected Answer run(Progress progress) throws Exception {
        CorpusKind as = kind();
        if (longest < 4 || longest > 3600) {
            throw wrongUsage("--longest must be 4 to 3600 seconds, was " + longest);
        }
        if (threads < 1) {
            throw wrongUsage("--threads must be at least 1, was " + threads);
        }
        if (!Files.isDirectory(data)) {
            throw new NoSuchFileException(data.toString(), null, "--data must be the folder of a corpus");
        }
        CorpusRequest request = new CorpusRequest(data, Optional.of(as), Optional.ofNullable(boxes), splits());
        KnownBoxes players = KnownBoxes.of(request, as, output, progress.part(0, 0.05));
        CorpusOrder order = new CorpusOrder(
                        as, data, players.file(), splits(), output, new Configuration(longest * 25, skeletons), models)
                .absolute();
        Preparation preparation = order.open();
        Preparation.Result result = queue
                ? preparation.together(recordings -> OrderedPreparation.run(order, recordings, progress.part(0.05, 1)))
                : preparation.run(threads, progress.part(0.05, 1));
        Map<String, Object> facts = facts(result);
        facts.put("doubts", players.doubts());
        StringBuilder text = new StringBuilder(text(result));
        players.doubts().forEach(doubt -> text.append("\ncheck the boxes of ").append(doubt));
        return new Answer(text.toString(), facts);
    }

    private CorpusKind kind() {
        try {
            return CorpusKind.ofLabel(kind);
        } catch (IllegalArgumentException e) {
            throw wrongUsage("--corpus: " + e.getMessage());
        }
    }

    private Splits splits() {
        try {
            return Splits.ofLabel(splits);
        } catch (IllegalArgumentException e) {
            throw wrongUsage("--splits: " + e.getMessage());
        }
    }

    private String text(Preparation.Result result) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d recordings are ready (%d made now, %d were there), %d cannot be used; see %s",
                result.made() + result.kept(),
                result.made(),
                result.kept(),
                result.skipped(),
                output.resolve("report.html")));
        result.index().recordings().stream().filter(r -> !r.used()).limit(5).forEach(r -> text.append("\n  ")
                .append(r.id())
                .append(": ")
                .append(r.skipped().orElse("")));
        if (result.skipped() > 5) {
            text.append("\n  and ").append(result.skipped() - 5).append(" more");
        }
        result.skeletonErrors()
                .forEach((instrument, errors) -> text.append(String.format(
                        Locale.ROOT,
                        "%nskeletons of %s: %.1f %% of points within 0.05 sides of the picture, %.1f %% within 0.1",
                        instrument,
                        100 * share(errors, 1),
                        100 * share(errors, 2))));
        return text.toString();
    }

    private static double share(SkeletonErrors errors, int bound) {
        return (double) errors.withinSide().get(bound) / errors.points();
    }

    private Map<String, Object> facts(Preparation.Result result) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("output", output);
        facts.put("report", output.resolve("report.html"));
        facts.put("made", result.made());
        facts.put("kept", result.kept());
        facts.put("skipped", result.skipped());
        facts.put(
                "seconds",
                result.index().recordings().stream()
                                .mapToInt(PreparedRecording::frames)
                                .sum()
                        / 25.0);
        Map<String, String> reasons = new LinkedHashMap<>();
        result.index().recordings().stream()
                .filter(r -> !r.used())
                .forEach(r -> reasons.put(r.id(), r.skipped().orElse("")));
        facts.put("reasons", reasons);
        facts.put("findings", result.index().findings());
        facts.put("skeletonErrors", result.skeletonErrors());
        return facts;
    }
}
