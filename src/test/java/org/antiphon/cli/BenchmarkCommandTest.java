package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkCommandTest {

    @TempDir
    Path folder;

    /** In a process of its own, as one that ran other tests holds what they left. Attention made whole needs 472 MB a layer. */
    @Test
    @Tag("heavy")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells the most memory that a process held")
    void aViVitOfFullSizeSeesAWindowInOneAndAHalfGigabytes() throws Exception {
        Path answer = folder.resolve("answer.json");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "benchmark",
                        "--rounds",
                        "1",
                        "--json")
                .redirectOutput(answer.toFile())
                .redirectError(folder.resolve("log.txt").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("log.txt")))
                .isZero();
        assertThat(last(answer).path("peakMemory").asLong()).isBetween(500_000_000L, 1_500_000_000L);
    }

    private static JsonNode last(Path answer) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(answer).lines().reduce((a, b) -> b).orElseThrow());
    }
}
