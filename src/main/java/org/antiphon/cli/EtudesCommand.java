package org.antiphon.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.etude.EtudeCorpusWriter;
import org.antiphon.dataset.etude.Performer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Composes, performs, films and records a corpus of etudes from a seed. */
@Command(
        name = "etudes",
        description = "Writes a corpus of short performances with exact annotation, in the layout of URMP.",
        footer = {
            "",
            "The same seed and count write the same corpus. A run that was interrupted goes on where it stopped.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar etudes --output etudes --count 40 --seed 1"
        })
final class EtudesCommand extends OfflineCommand {

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "Folder of the corpus.")
    private Path output;

    @Option(names = "--count", required = true, paramLabel = "N", description = "Number of recordings.")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "What the corpus is made from (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--performers",
            split = ",",
            paramLabel = "CODE",
            description = "Who plays: vn (violin), vc (cello), vib (vibraphone), pno (piano); default: all.")
    private List<String> performers = List.of();

    @Option(
            names = "--without-film",
            description =
                    "Sound, annotation and one picture of each performance, but no video and no true flow: many times"
                            + " as fast, for what needs only to be heard or moved.")
    private boolean withoutFilm;

    @Override
    protected Answer run(Progress progress) throws Exception {
        if (count <= 0) {
            throw wrongUsage("--count must be at least 1, was " + count);
        }
        List<Performer> chosen = new ArrayList<>();
        for (String code : performers) {
            try {
                chosen.add(Performer.ofCode(code));
            } catch (IllegalArgumentException e) {
                throw wrongUsage("--performers: " + e.getMessage());
            }
        }
        EtudeCorpusWriter.write(
                output,
                count,
                new Seed(seed),
                chosen.isEmpty() ? List.of(Performer.values()) : chosen,
                !withoutFilm,
                progress);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("output", output);
        facts.put("count", count);
        facts.put("seed", seed);
        return new Answer(count + " recordings are in " + output.resolve("dataset"), facts);
    }
}
