package org.antiphon.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antiphon.cli.measurement.Measuring;
import org.antiphon.clip.Progress;
import org.antiphon.metric.Metrics;
import org.antiphon.metric.SoundMetric;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures candidate sounds against true ones. */
@Command(
        name = "measure",
        description = "Measures a candidate sound against the true one, or thousands of pairs.",
        footer = {
            "",
            "Files: WAV (8, 16, 24, 32 bits, floating point, extensible) and whatever FFmpeg reads, video included; at",
            "most 30 minutes. What is damaged is refused: cut off, another length than its header says, values that are",
            "no numbers.",
            "",
            "How sounds are brought together: channels are averaged; the candidate is resampled to the reference's rate,",
            "or both to the rate that a metric is defined at (PESQ never upwards). Metrics that compare moment by moment",
            "take sounds that differ in length by at most 40 ms and leave out the longer one's surplus at the end; others",
            "take any lengths. What was done stands in the column remark, a refusal in the column reason.",
            "",
            "Annotations: instead of a sound a file that ends in .txt, .csv, .tsv, .lab or .json may say what is played, on",
            "one side or both; from a sound on the other side our detectors write down what they hear. Metrics of onsets,",
            "notes and melodies take them, the others then have a reason. A line of text is one of",
            "  seconds                    an onset",
            "  seconds hertz              one pitch over time, 0 or less where nothing sounds",
            "  onset offset hertz         a note (in files called Notes_*, as in URMP: onset hertz duration)",
            "with blanks, tabs, commas or semicolons between, # before remarks; a first line may name the columns: onset,",
            "offset, duration, hertz, midi, time. JSON is {\"onsets\": [...], \"notes\": [[onset, offset, hertz], ...], \"melody\":",
            "{\"times\": [...] or \"time_step\": seconds, \"hz\": [...]}}, each of them or not, or one object for both sides with",
            "notes as reference and estimated, reference_hz and estimated_hz; cases.json#3 is the fourth object of a list.",
            "",
            "Pairs: a CSV file with the columns id, reference, candidate. Relative paths begin at its folder, or else at",
            "the working directory. The result has one row for each pair and metric, in the order of the pairs: id,",
            "metric, value, unit, reason, version, remark. A run that was killed goes on where it was when it is started",
            "again with the same output; a pair that is in the output already is not read again.",
            "",
            "Exit codes: 0 done, also where a metric has a reason instead of a value; 1 a file cannot be used (with",
            "--pairs only the list itself or the output); 2 wrong usage.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar measure --reference a.wav --candidate b.wav",
            "         java -jar target/quarkus-app/quarkus-run.jar measure --pairs pairs.csv --output results.csv"
        })
final class MeasureCommand extends OfflineCommand {

    @Option(names = "--reference", paramLabel = "FILE", description = "The true sound.")
    private Path reference;

    @Option(names = "--candidate", paramLabel = "FILE", description = "The sound to measure.")
    private Path candidate;

    @Option(names = "--pairs", paramLabel = "CSV", description = "Many pairs instead of one.")
    private Path pairs;

    @Option(names = "--output", paramLabel = "CSV", description = "Where the results of many pairs go.")
    private Path output;

    @Option(
            names = "--metrics",
            split = ",",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "Which metrics, by name, with commas (default: all): ${COMPLETION-CANDIDATES}.")
    private List<String> metrics = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "Pairs at a time (default: as many as cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** The names of all metrics of sounds. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Metrics.SOUND.stream().map(metric -> metric.card().name()).iterator();
        }
    }

    @Override
    protected Answer run(Progress progress) throws Exception {
        boolean one = reference != null && candidate != null && pairs == null && output == null;
        boolean many = pairs != null && output != null && reference == null && candidate == null;
        if (!one && !many) {
            throw wrongUsage("give either --reference and --candidate, or --pairs and --output");
        }
        if (threads < 1 || threads > 1024) {
            throw wrongUsage("--threads must be 1 to 1024, was " + threads);
        }
        List<SoundMetric> chosen = chosen();
        return one ? pair(chosen, progress) : list(chosen, progress);
    }

    private List<SoundMetric> chosen() {
        Map<String, SoundMetric> chosen = new LinkedHashMap<>();
        for (String name : metrics) {
            String plain = name.strip();
            chosen.put(
                    plain,
                    Metrics.sound(plain)
                            .orElseThrow(() -> wrongUsage("--metrics: there is no metric “" + plain + "”; there are "
                                    + String.join(", ", new Names()))));
        }
        return chosen.isEmpty() ? Metrics.SOUND : new ArrayList<>(chosen.values());
    }

    private Answer pair(List<SoundMetric> chosen, Progress progress) {
        Measuring.PairResult result = Measuring.pair(reference, candidate, chosen, progress);
        if (result.refusal().isPresent()) {
            throw new CommandFailed(result.refusal().get());
        }
        return new Answer(result.text(), result.facts());
    }

    private Answer list(List<SoundMetric> chosen, Progress progress) throws Exception {
        Map<String, Object> facts = Measuring.pairs(pairs, output, chosen, threads, progress);
        String text = facts.get("pairs") + " pairs: " + facts.get("measured") + " values and "
                + facts.get("notMeasured") + " reasons written to " + output + ", " + facts.get("alreadyThere")
                + " rows were there already";
        return new Answer(text, facts);
    }
}
