package org.antiphon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.antiphon.clip.Progress;
import org.antiphon.dataset.Corpora;
import org.antiphon.dataset.Corpus;
import org.antiphon.dataset.CorpusKind;
import org.antiphon.dataset.CorpusRequest;
import org.antiphon.dataset.Recording;
import org.antiphon.dataset.Split;
import org.antiphon.dataset.Splits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at a corpus before anything is made of it. */
@Command(
        name = "corpus",
        description = "Tells what a folder of recordings holds, how it is split, and what is missing or odd.",
        footer = {
            "",
            "With --output, players who share a picture are found by where it moves, from left to right in score order.",
            "Look at index.html there, correct boxes.json, and put it beside the pieces or name it with --boxes.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar corpus --data URMP --output look"
        })
final class CorpusCommand extends OfflineCommand {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder of the corpus.")
    private Path data;

    @Option(
            names = "--corpus",
            paramLabel = "KIND",
            description = "urmp, solos, etude or folder (default: found out by what is there).")
    private String kind;

    @Option(
            names = "--boxes",
            paramLabel = "FILE",
            description =
                    "Where the players of each piece are (default: boxes.json beside the pieces, if it is there).")
    private Path boxes;

    @Option(
            names = "--splits",
            paramLabel = "RULE",
            description = "composition, or mt3 for its validation pieces of URMP (default: ${DEFAULT-VALUE}).")
    private String splits = "composition";

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder for boxes and pictures of them, to be checked.")
    private Path output;

    @Override
    protected Answer run(Progress progress) throws Exception {
        CorpusRequest request = request();
        CorpusKind found = request.kind().isPresent() ? request.kind().get() : Corpora.kind(data);
        Corpus corpus = Corpora.open(request.as(found));
        List<String> lines = new ArrayList<>();
        Map<String, Object> facts = facts(found, corpus, lines);
        if (output != null) {
            facts.put("output", output);
            facts.put("doubts", look(request, found, corpus, lines, progress));
        }
        facts.put("findings", corpus.findings());
        corpus.findings().forEach(finding -> lines.add("- " + finding));
        return new Answer(String.join("\n", lines), facts);
    }

    private CorpusRequest request() {
        try {
            Optional<CorpusKind> wanted = Optional.ofNullable(kind).map(CorpusKind::ofLabel);
            return new CorpusRequest(data, wanted, Optional.ofNullable(boxes), Splits.ofLabel(splits));
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage());
        }
    }

    private static Map<String, Object> facts(CorpusKind kind, Corpus corpus, List<String> lines) {
        Map<String, Integer> instruments = new TreeMap<>();
        corpus.recordings().forEach(recording -> instruments.merge(recording.instrument(), 1, Integer::sum));
        Map<String, Integer> splits = new LinkedHashMap<>();
        for (Split split : Split.values()) {
            splits.put(split.label(), corpus.recordings(split).size());
        }
        long compositions = corpus.recordings().stream()
                .map(Recording::composition)
                .distinct()
                .count();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("corpus", kind.label());
        facts.put("recordings", corpus.recordings().size());
        facts.put("compositions", compositions);
        facts.put("splits", splits);
        facts.put("instruments", instruments);
        lines.add(
                kind.label() + ": " + corpus.recordings().size() + " recordings of " + compositions + " compositions");
        lines.add("splits: " + listed(splits));
        lines.add("instruments: " + listed(instruments));
        return facts;
    }

    private static String listed(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private List<String> look(
            CorpusRequest request, CorpusKind kind, Corpus corpus, List<String> lines, Progress progress)
            throws IOException {
        if (kind != CorpusKind.URMP) {
            throw wrongUsage(
                    "--output is for corpora of kind urmp, whose players share a picture; this is " + kind.label());
        }
        CorpusLook look = CorpusLook.write(request, corpus, output, progress);
        lines.add("boxes of " + look.pieces() + " pieces are in " + output.resolve("boxes.json") + "; look at "
                + output.resolve("index.html"));
        look.doubts().forEach(doubt -> lines.add("? " + doubt));
        return look.doubts();
    }
}
