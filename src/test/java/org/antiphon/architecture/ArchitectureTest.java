package org.antiphon.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.antiphon.clip.Clip;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every rule holds for the program, and every rule fails on a small tree that breaks it: {@code src/test/fixture} has a
 * folder for each rule, with classes named {@code Breaks…} that it must find and {@code Keeps…} that it must not.
 */
class ArchitectureTest {

    private static final Path FIXTURES = Path.of("src/test/fixture/architecture");
    private static final Path SOURCES = Path.of("src/main/java");

    @TestFactory
    Stream<DynamicTest> holdsForTheProgram() throws URISyntaxException {
        JavaClasses program = new ClassFileImporter()
                .importPath(Path.of(Clip.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
        assertThat(program).hasSizeGreaterThan(20);
        return Rules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(program)));
    }

    @TestFactory
    Stream<DynamicTest> failsOnATreeThatBreaksIt(@TempDir Path work) {
        return Rules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    JavaClasses broken = compile(FIXTURES.resolve(rule.getKey()), work.resolve(rule.getKey()));
                    EvaluationResult result = rule.getValue().evaluate(broken);
                    String report = String.join("\n", result.getFailureReport().getDetails());
                    assertThat(broken.stream().map(JavaClass::getSimpleName))
                            .anyMatch(name -> name.startsWith("Breaks"));
                    for (JavaClass type : broken) {
                        if (type.getSimpleName().startsWith("Breaks")) {
                            assertThat(report).as("must find " + type.getName()).contains(type.getName());
                        }
                        if (type.getSimpleName().startsWith("Keeps")) {
                            assertThat(report)
                                    .as("must leave alone " + type.getName())
                                    .doesNotContain(type.getName());
                        }
                    }
                }));
    }

    @Test
    void everyFixtureBelongsToARule() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Rules.all().keySet());
        }
    }

    @Test
    void theTableRefusesARowThatLooksAhead() {
        assertThatThrownBy(() -> new Table().row("a").row("b", "a", "c").row("c", "b"))
                .hasMessageContaining("b names c");
    }

    @Test
    void everyRowOfTheTableIsAPackageThatTellsWhatItIsFor() {
        for (String row : Table.OF_ANTIPHON.names()) {
            assertThat(SOURCES.resolve("org/antiphon")
                            .resolve(row.replace('.', '/'))
                            .resolve("package-info.java"))
                    .as("package-info of " + row)
                    .exists();
        }
    }

    @Test
    void everyPackageTellsWhatItIsForInAFewLines() throws IOException {
        for (Path folder : foldersWithSources()) {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            long said = Files.readAllLines(info).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith("*") && line.length() > 3)
                    .count();
            assertThat(said).as(info + " says little or much").isBetween(3L, 12L);
        }
    }

    @Test
    void noSourceFileIsLongerThanFiveHundredLines() throws IOException {
        for (Path file : javaFiles(SOURCES)) {
            assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThanOrEqualTo(500);
        }
    }

    private static List<Path> foldersWithSources() throws IOException {
        return javaFiles(SOURCES.resolve("org/antiphon")).stream()
                .map(Path::getParent)
                .filter(folder -> !folder.equals(SOURCES.resolve("org/antiphon")))
                .distinct()
                .toList();
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** Compiles a fixture in the package names of the program itself, so that the very same rules run on it. */
    private static JavaClasses compile(Path sources, Path output) throws IOException {
        Files.createDirectories(output);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none", "-nowarn", "-d", output.toString(), "-cp", System.getProperty("java.class.path"));
            var units = files.getJavaFileObjectsFromPaths(javaFiles(sources));
            assertThat(compiler.getTask(said, files, null, options, null, units).call())
                    .as(said.toString())
                    .isTrue();
        }
        return new ClassFileImporter().importPath(output);
    }
}
