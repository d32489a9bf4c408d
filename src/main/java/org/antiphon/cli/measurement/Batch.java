package org.antiphon.cli.measurement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.antiphon.clip.Progress;
import org.antiphon.metric.Measured;
import org.antiphon.metric.Measurement;
import org.antiphon.metric.MetricCard;
import org.antiphon.metric.NotMeasured;
import org.antiphon.metric.PairMetric;

/**
 * Measures many pairs on several threads and writes their rows in the order of the pairs, so that the file is the same
 * however many threads there were and however often the run was stopped.
 */
final class Batch {

    private static final int AHEAD = 4;

    private final PairMeasurer measurer = new PairMeasurer(MemoryGate.ofThisProcess());
    private final List<PairMetric> metrics;
    private final Path folder;
    private int measured;
    private int refused;

    /** @param folder where relative paths begin; those that lead nowhere from there begin at the working directory */
    Batch(List<PairMetric> metrics, Path folder) {
        this.metrics = metrics;
        this.folder = folder;
    }

    /** Rows of one pair, ready to be written. */
    private record Rows(String lines, int measured, int refused) {}

    /** Rows written with a value. */
    int measured() {
        return measured;
    }

    /** Rows written with a reason. */
    int refused() {
        return refused;
    }

    /** Measures what the result file does not have yet. */
    void run(List<PairList.Pair> pairs, ResultFile results, int threads, Progress progress)
            throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        ArrayDeque<Future<Rows>> waiting = new ArrayDeque<>();
        int written = 0;
        try {
            for (PairList.Pair pair : pairs) {
                List<PairMetric> missing = metrics.stream()
                        .filter(metric -> !results.has(pair.id(), metric.card().name()))
                        .toList();
                waiting.add(pool.submit(() -> rows(pair, missing)));
                if (waiting.size() >= AHEAD * threads) {
                    write(waiting.remove(), results);
                    progress.at("measuring", (double) ++written / pairs.size());
                }
            }
            while (!waiting.isEmpty()) {
                write(waiting.remove(), results);
                progress.at("measuring", (double) ++written / pairs.size());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Measures the references and the candidates of all pairs as two sets. */
    void sets(List<PairList.Pair> pairs, ResultFile results, List<MetricCard> cards, SoundSets sets, Progress progress)
            throws IOException {
        List<Path> references = new ArrayList<>();
        List<Path> candidates = new ArrayList<>();
        for (PairList.Pair pair : pairs) {
            if (pair.fault().isEmpty()) {
                references.add(place(pair.reference()));
                candidates.add(place(pair.candidate()));
            }
        }
        SoundSets.Distances distances = sets.measure(references, candidates, progress);
        for (MetricCard card : cards) {
            Measurement measurement = distances.of(card);
            results.append(line(SoundSets.ID, card, measurement, distances.remark()));
            measured += measurement instanceof Measured ? 1 : 0;
            refused += measurement instanceof Measured ? 0 : 1;
        }
    }

    private void write(Future<Rows> pair, ResultFile results) throws IOException, InterruptedException {
        try {
            Rows rows = pair.get();
            results.append(rows.lines());
            measured += rows.measured();
            refused += rows.refused();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a pair could not be measured", e.getCause());
        }
    }

    private Rows rows(PairList.Pair pair, List<PairMetric> missing) {
        if (missing.isEmpty()) {
            return new Rows("", 0, 0);
        }
        PairMeasurer.Outcome outcome = outcome(pair, missing);
        StringBuilder lines = new StringBuilder();
        int values = 0;
        for (int i = 0; i < missing.size(); i++) {
            Measurement measurement = outcome.measurements().get(i);
            lines.append(line(pair.id(), missing.get(i).card(), measurement, outcome.remark()));
            values += measurement instanceof Measured ? 1 : 0;
        }
        return new Rows(lines.toString(), values, missing.size() - values);
    }

    private PairMeasurer.Outcome outcome(PairList.Pair pair, List<PairMetric> missing) {
        if (pair.fault().isPresent()) {
            return PairMeasurer.refused(missing, pair.fault().get());
        }
        try {
            return measurer.measure(place(pair.reference()), place(pair.candidate()), missing);
        } catch (InvalidPathException e) {
            return PairMeasurer.refused(missing, "“" + e.getInput() + "” cannot be the name of a file");
        }
    }

    private Path place(String name) {
        Path beside = folder.resolve(name);
        return Files.exists(folder.resolve(AnnotationFile.withoutCase(name))) ? beside : Path.of(name);
    }

    static String line(String id, MetricCard card, Measurement measurement, String remark) {
        boolean has = measurement instanceof Measured;
        return Csv.line(List.of(
                id,
                card.name(),
                has ? String.valueOf(((Measured) measurement).value()) : "",
                card.unit().symbol(),
                has ? "" : ((NotMeasured) measurement).reason(),
                String.valueOf(card.version()),
                remark));
    }
}
