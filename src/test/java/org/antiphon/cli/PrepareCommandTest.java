package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.etude.EtudeCorpusWriter;
import org.antiphon.dataset.etude.Performer;
import org.antiphon.training.shard.Hashes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PrepareCommandTest {

    /** {@code -Dkills=20} kills more often. */
    private static final int KILLS = Integer.getInteger("kills", 2);

    @TempDir
    private static Path folder;

    private static Path corpus;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void record() throws IOException {
        corpus = folder.resolve("corpus");
        EtudeCorpusWriter.write(corpus, 2, new Seed(5), List.of(Performer.VIOLIN), Progress.NONE);
    }

    @Test
    void killedAtAnyMomentAndRunAgainItEndsWithTheSameBytes() throws IOException, InterruptedException {
        Path undisturbed = folder.resolve("undisturbed");
        assertThat(start(undisturbed).waitFor()).isZero();
        Path killed = folder.resolve("killed");
        Random random = new Random(20);
        int caught = 0;
        for (int i = 0; i < KILLS; i++) {
            Process process = start(killed);
            while (process.isAlive() && !somethingHalfDone(killed)) {
                Thread.sleep(2);
            }
            process.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
            caught += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();
        }
        assertThat(caught).as("runs that were killed before they ended").isPositive();
        assertThat(start(killed).waitFor()).isZero();
        assertThat(bytes(killed)).isEqualTo(bytes(undisturbed)).isNotEmpty();
    }

    private static Process start(Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "prepare",
                "--corpus",
                "etude",
                "--data",
                corpus.toString(),
                "--output",
                output.toString(),
                "--longest",
                "4",
                "--threads",
                "2",
                "--json"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()))
                .start();
    }

    private static boolean somethingHalfDone(Path output) throws IOException {
        Path shards = output.resolve("shards");
        if (!Files.isDirectory(shards)) {
            return false;
        }
        try (Stream<Path> files = Files.list(shards)) {
            return files.anyMatch(file -> file.toString().endsWith(".part"));
        }
    }

    private static Map<String, String> bytes(Path output) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(output.relativize(file).toString(), Hashes.ofFile(file));
            }
        }
        return bytes;
    }

    private int execute(String... arguments) {
        CommandLine line = Antiphon.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private int prepare(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("prepare", "--output", folder.resolve("never").toString()));
        arguments.addAll(Arrays.asList(more));
        return execute(arguments.toArray(String[]::new));
    }

    @Test
    void saysWhatIsWrongWithTheOptions() {
        String data = corpus.toString();
        assertThat(prepare("--corpus", "opera", "--data", data)).isEqualTo(2);
        assertThat(err.toString()).contains("opera").contains("urmp");
        assertThat(prepare("--corpus", "etude", "--data", data, "--longest", "1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--longest must be 4 to 3600 seconds, was 1");
        assertThat(prepare("--corpus", "etude", "--data", data, "--threads", "0"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--threads must be at least 1, was 0");
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void saysWhichFolderIsMissing() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(prepare("--corpus", "etude", "--data", nowhere.toString())).isEqualTo(1);
        assertThat(err.toString()).contains(nowhere.toString());
        assertThat(folder.resolve("never")).doesNotExist();
    }
}
