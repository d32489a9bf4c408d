package org.antiphon.dataset.etude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;

/**
 * Writes a corpus of etudes: {@code dataset/NN_Name_code/} for each recording and {@code manifest.json}. Recordings
 * that are already complete are kept, so that an interrupted run goes on where it stopped.
 */
public final class EtudeCorpusWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EtudeCorpusWriter() {}

    /** Writes or completes a corpus with videos; see {@link #write(Path, int, Seed, List, boolean, Progress)}. */
    public static void write(Path folder, int count, Seed seed, List<Performer> performers, Progress progress)
            throws IOException {
        write(folder, count, seed, performers, true, progress);
    }

    /**
     * Writes or completes the corpus in {@code folder}, on all cores.
     *
     * @param film whether there are videos and true flow; without, annotation, sound and one picture of each performance
     *     are there in a twentieth of the time
     * @throws IOException naming the file that cannot be written
     * @throws IllegalArgumentException if the folder holds recordings of another seed, or filmed otherwise than asked for
     */
    public static void write(
            Path folder, int count, Seed seed, List<Performer> performers, boolean film, Progress progress)
            throws IOException {
        List<Etude> plan = Etude.plan(count, seed, performers);
        Path dataset = Files.createDirectories(folder.resolve("dataset"));
        refuseOthers(dataset, seed, film);
        List<Etude> missing = new ArrayList<>();
        for (Etude etude : plan) {
            if (!Files.exists(dataset.resolve(etude.directory(count)))) {
                missing.add(etude);
            }
        }
        record(missing, dataset, count, film, progress);
        manifest(folder, plan, seed);
    }

    private static void record(List<Etude> missing, Path dataset, int count, boolean film, Progress progress)
            throws IOException {
        int before = count - missing.size();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CompletionService<Void> service = new ExecutorCompletionService<>(pool);
            List<Future<Void>> futures = new ArrayList<>();
            for (Etude etude : missing) {
                futures.add(service.submit(() -> {
                    RecordingWriter.write(etude, dataset, etude.directory(count), film);
                    return null;
                }));
            }
            for (int done = 1; done <= futures.size(); done++) {
                service.take().get();
                progress.at("recording etudes", (before + done) / (double) count);
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io
                    ? io
                    : new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("recording of etudes was interrupted");
        } finally {
            pool.shutdownNow();
            await(pool);
        }
    }

    private static void await(ExecutorService pool) {
        try {
            if (!pool.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("recording of etudes did not stop within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuseOthers(Path dataset, Seed seed, boolean film) throws IOException {
        List<Path> present;
        try (Stream<Path> listing = Files.list(dataset)) {
            present = listing.filter(folder -> Files.exists(card(folder)))
                    .sorted()
                    .toList();
        }
        for (Path recording : present) {
            JsonNode card = JSON.readTree(card(recording).toFile());
            long other = card.path("seed").asLong();
            if (other != seed.value()) {
                throw new IllegalArgumentException(recording + " was recorded with seed " + other + ", not seed "
                        + seed.value() + "; choose another folder");
            }
            if (card.has("pixels") != film) {
                throw new IllegalArgumentException(
                        recording + " was recorded " + (film ? "without" : "with") + " film; choose another folder");
            }
        }
    }

    static Path card(Path recording) {
        return recording.resolve("Card_" + recording.getFileName() + ".json");
    }

    private static void manifest(Path folder, List<Etude> plan, Seed seed) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("{\n\"format\": 1,\n\"seed\": ").append(seed.value());
        text.append(",\n\"count\": ").append(plan.size()).append(",\n\"recordings\": [\n");
        for (int i = 0; i < plan.size(); i++) {
            Path recording = folder.resolve("dataset").resolve(plan.get(i).directory(plan.size()));
            ObjectNode card = (ObjectNode) JSON.readTree(card(recording).toFile());
            card.remove("seed");
            text.append(JSON.writeValueAsString(card)).append(i + 1 < plan.size() ? ",\n" : "\n");
        }
        text.append("]\n}\n");
        Path partial = folder.resolve("manifest.json.partial");
        Files.writeString(partial, text);
        Files.move(
                partial,
                folder.resolve("manifest.json"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }
}
