package org.antiphon.translation;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.antiphon.clip.Progress;
import org.antiphon.model.vivit.published.PixelFile;
import org.antiphon.model.vivit.published.RandomCheckpoint;
import org.antiphon.model.vivit.published.VivitReader;
import org.antiphon.model.vivit.published.VivitReader.Precision;
import org.antiphon.model.vivit.published.VivitReader.Rule;
import org.antiphon.model.vivit.published.VivitSizes;

/**
 * How long one window takes a ViViT here and in transformers, on the same machine, file and pixels. Passes alternate, so
 * that what else the machine does falls on all alike; times are medians, wall-clock and of the processor, which counts
 * only this work.
 */
public final class VivitBenchmark {

    private static final long PIXEL_SEED = 1;

    private VivitBenchmark() {}

    /** One pass. */
    record Pass(double seconds, double cpuSeconds, float[] logits) {}

    /**
     * What to compare.
     *
     * @param checkpoint a folder
     * @param rounds passes of each that count, after one that does not
     * @param python a Python with transformers, if theirs is to run as well
     * @param bfloat16 ours in bfloat16
     */
    public record Settings(Path checkpoint, int rounds, Optional<Path> python, boolean bfloat16) {

        /** @throws IllegalArgumentException unless there are rounds */
        public Settings {
            if (rounds < 1) {
                throw new IllegalArgumentException("rounds must be at least 1, was " + rounds);
            }
        }
    }

    /**
     * Times of one contestant.
     *
     * @param name ours, or how transformers attends
     * @param seconds median of wall-clock time
     * @param cpuSeconds median of processor time, all threads together
     * @param largestDifference of its logits from ours; 0 for ours
     * @param about versions
     */
    public record Row(String name, double seconds, double cpuSeconds, double largestDifference, String about) {}

    /** A checkpoint of ViViT-B's sizes and random weights. */
    public static void writeRandomCheckpoint(Path folder) throws IOException {
        RandomCheckpoint.write(folder, VivitSizes.BASE, 1);
    }

    /**
     * Runs the contest.
     *
     * @param work folder for temporary files
     * @param nanos a monotonic clock
     */
    public static List<Row> run(Settings settings, Path work, Progress progress, LongSupplier nanos)
            throws IOException {
        Map<String, List<Pass>> passes = new LinkedHashMap<>();
        Map<String, String> about = new LinkedHashMap<>();
        List<TransformersVivit> theirs = new ArrayList<>();
        try (Device device = new Device();
                VivitReader ours = VivitReader.open(
                        settings.checkpoint(),
                        Rule.SCENIC,
                        settings.bfloat16() ? Precision.BFLOAT16 : Precision.FLOAT32,
                        device.manager())) {
            float[] window = PixelFile.random(ours.sizes(), PIXEL_SEED);
            String own = "ours, " + (settings.bfloat16() ? "bfloat16" : "float32");
            about.put(own, device.description());
            if (settings.python().isPresent()) {
                Path pixels = work.resolve("pixels.safetensors");
                PixelFile.write(pixels, ours.sizes(), window);
                for (String attention : List.of("sdpa", "eager")) {
                    TransformersVivit their = new TransformersVivit(
                            settings.python().get(), work, settings.checkpoint().toAbsolutePath(), pixels, attention);
                    theirs.add(their);
                    about.put("transformers, " + attention, their.versions());
                }
            }
            for (int round = 0; round <= settings.rounds(); round++) {
                progress.at("round " + round + " of " + settings.rounds(), (double) round / (settings.rounds() + 1));
                List<Pass> now = new ArrayList<>(List.of(pass(ours, window, nanos)));
                for (TransformersVivit their : theirs) {
                    now.add(their.pass());
                }
                int i = 0;
                for (String name : about.keySet()) {
                    List<Pass> all = passes.computeIfAbsent(name, key -> new ArrayList<>());
                    if (round > 0) { // the first warms up
                        all.add(now.get(i));
                    }
                    i++;
                }
            }
        } finally {
            theirs.forEach(TransformersVivit::close);
        }
        return rows(passes, about);
    }

    private static Pass pass(VivitReader reader, float[] window, LongSupplier nanos) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long wall = nanos.getAsLong();
        VivitReader.Seen seen = reader.see(window);
        return new Pass(
                (nanos.getAsLong() - wall) / 1e9,
                (system.getProcessCpuTime() - cpu) / 1e9,
                seen.logits().orElse(new float[0]));
    }

    private static List<Row> rows(Map<String, List<Pass>> passes, Map<String, String> about) {
        List<Row> rows = new ArrayList<>();
        float[] ours = passes.values().iterator().next().get(0).logits();
        passes.forEach((name, all) -> {
            double largest = 0;
            float[] logits = all.get(0).logits();
            for (int i = 0; i < Math.min(ours.length, logits.length); i++) {
                largest = Math.max(largest, Math.abs(ours[i] - logits[i]));
            }
            rows.add(new Row(
                    name,
                    median(all.stream().mapToDouble(Pass::seconds).toArray()),
                    median(all.stream().mapToDouble(Pass::cpuSeconds).toArray()),
                    largest,
                    about.get(name)));
        });
        return rows;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Most memory that this process has held at once, in bytes, where the system tells (Linux). */
    public static Optional<Long> peakMemory() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
