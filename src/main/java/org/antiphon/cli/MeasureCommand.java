package org.antiphon.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.antiphon.cli.measurement.Measuring;
import org.antiphon.clip.Progress;
import org.antiphon.metric.EmbeddingSets;
import org.antiphon.metric.MetricCard;
import org.antiphon.metric.Metrics;
import org.antiphon.metric.PairMetric;
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
            "Videos: psnr, ssim, flow and the like compare pictures as the models see them, 96 x 96 and 25 a second; lengths may",
            "differ by one picture. av-offset and av-align need only the candidate's pictures and sound. Beside each number of",
            "pictures, one that ends in -still tells what the candidate's first picture gets if it is held.",
            "",
            "Pairs: a CSV file with the columns id, reference, candidate. Relative paths begin at its folder, or else at",
            "the working directory. The result has one row for each pair and metric, in the order of the pairs: id,",
            "metric, value, unit, reason, version, remark. A run that was killed goes on where it was when it is started",
            "again with the same output; a pair that is in the output already is not read again.",
            "",
            "Sets: frechet-distance and kernel-distance compare all references with all candidates of a list, by our own audio",
            "encoder (not comparable with numbers on VGGish), in rows with the id “all pairs”; fewer than 200 are refused.",
            "",
            "Exit codes: 0 done, also where a metric has a reason instead of a value; 1 a file cannot be used (with",
            "--pairs only the list itself or the output); 2 wrong usage.",
            "",
            "Example: java -jar target/quarkus-app/quarkus-run.jar measure --reference a.wav --candidate b.wav",
            "         java -jar target/quarkus-app/quarkus-run.jar measure --pairs pairs.csv --output results.csv"
        })
final class MeasureCommand extends OfflineCommand {

    private static final String SOUNDS = "sounds";
    private static final String VIDEOS = "videos";

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
            description =
                    "Which metrics, by name, with commas: “sounds” for all that need no pictures (the default), “videos” for"
                            + " the others, or ${COMPLETION-CANDIDATES}.")
    private List<String> metrics = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "Pairs at a time (default: as many as cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--models",
            paramLabel = "FOLDER",
            defaultValue = "${env:ANTIPHON_MODELS_FOLDER:-models}",
            description = "Folder of the models, for distances of sets (default: ${DEFAULT-VALUE}).")
    private Path models;

    /** The names of all metrics. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Metrics.pairs().stream().map(PairMetric::card), Metrics.SETS.stream())
                    .map(MetricCard::name)
                    .iterator();
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
        Set<MetricCard> sets = new LinkedHashSet<>();
        List<PairMetric> chosen = chosen(sets);
        if (one && !sets.isEmpty()) {
            throw wrongUsage("--metrics: distances of sets need --pairs, and at least " + EmbeddingSets.FEWEST);
        }
        return one ? pair(chosen, progress) : list(chosen, List.copyOf(sets), progress);
    }

    /** @param sets where the metrics of sets go */
    private List<PairMetric> chosen(Set<MetricCard> sets) {
        Set<PairMetric> chosen = new LinkedHashSet<>();
        for (String name : metrics.isEmpty() ? List.of(SOUNDS) : metrics) {
            switch (name.strip()) {
                case SOUNDS -> chosen.addAll(Metrics.SOUND);
                case VIDEOS -> {
                    chosen.addAll(Metrics.TOGETHER);
                    chosen.addAll(Metrics.PICTURES);
                }
                default ->
                    Metrics.SETS.stream()
                            .filter(card -> card.name().equals(name.strip()))
                            .findFirst()
                            .ifPresentOrElse(sets::add, () -> chosen.add(named(name.strip())));
            }
        }
        return List.copyOf(chosen);
    }

    private PairMetric named(String name) {
        return Metrics.pair(name)
                .orElseThrow(() -> wrongUsage(
                        "--metrics: there is no metric “" + name + "”; there are " + String.join(", ", new Names())));
    }

    private Answer pair(List<PairMetric> chosen, Progress progress) {
        Measuring.PairResult result = Measuring.pair(reference, candidate, chosen, progress);
        if (result.refusal().isPresent()) {
            throw new CommandFailed(result.refusal().get());
        }
        return new Answer(result.text(), result.facts());
    }

    private Answer list(List<PairMetric> chosen, List<MetricCard> sets, Progress progress) throws Exception {
        Measuring.Wanted wanted = new Measuring.Wanted(chosen, sets, models);
        Map<String, Object> facts = Measuring.pairs(pairs, output, wanted, threads, progress);
        String text = facts.get("pairs") + " pairs: " + facts.get("measured") + " values and "
                + facts.get("notMeasured") + " reasons written to " + output + ", " + facts.get("alreadyThere")
                + " rows were there already";
        return new Answer(text, facts);
    }
}
