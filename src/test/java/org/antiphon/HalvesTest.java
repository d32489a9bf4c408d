package org.antiphon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.SelectClasses;

/** The halves in which integration tests run leave none out, and run none twice. */
class HalvesTest {

    private static final Path TESTS = Path.of("src/test/java");

    @Test
    void everyIntegrationTestStandsInOneHalf() throws IOException {
        List<String> named = Stream.of(StudiesHalf.class, OthersHalf.class)
                .flatMap(half ->
                        Stream.of(half.getAnnotation(SelectClasses.class).names()))
                .toList();
        try (Stream<Path> files = Files.walk(TESTS)) {
            List<String> there = files.map(file -> TESTS.relativize(file).toString())
                    .filter(file -> file.endsWith("IT.java"))
                    .map(file -> file.substring(0, file.length() - ".java".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .toList();
            assertThat(named).isNotEmpty().containsExactlyInAnyOrderElementsOf(there);
        }
    }
}
