package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.antiphon.dashboard.export.MadeData;
import org.antiphon.platform.Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Exports on the command line, from the database of a server that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportCommandTest {

    private static final int SESSIONS = 20;

    @TempDir
    static Path temporary;

    private MadeData made;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    void fill() throws IOException, SQLException {
        made = new MadeData(temporary.resolve("data"), SESSIONS);
    }

    @AfterAll
    void close() throws IOException {
        made.close();
    }

    private int export(String... more) {
        CommandLine line = Antiphon.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        List<String> args = new ArrayList<>(
                List.of("export", "--data", temporary.resolve("data").toString()));
        args.addAll(Arrays.asList(more));
        return line.execute(args.toArray(String[]::new));
    }

    @Test
    void writesAFileOnceAndWritesOverItOnlyWhenForced() throws IOException {
        Path file = temporary.resolve("ratings.csv");
        String[] order = {
            "--study", "etudes", "--format", "ratings.csv", "--include-excluded", "--output", file.toString()
        };
        assertThat(export(order)).isZero();
        byte[] first = Files.readAllBytes(file);
        assertThat(new String(first, StandardCharsets.UTF_8).lines()).hasSize(SESSIONS * 24 + 1);
        assertThat(out.toString())
                .contains("480 rows")
                .contains(Digest.of(first).hex());
        assertThat(export(order)).isEqualTo(2);
        assertThat(err.toString()).contains("exists already").contains("--force");
        String[] forced = Arrays.copyOf(order, order.length + 1);
        forced[order.length] = "--force";
        assertThat(export(forced)).isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".part"));
        }
    }

    @Test
    void packsEverythingUnlessAFormatIsNamed() throws IOException {
        Path file = temporary.resolve("everything.zip");
        assertThat(export("--study", "etudes", "--output", file.toString(), "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"sha256\"");
        assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
    }

    @Test
    void saysWhatIsNotThereAndWritesNothing() {
        Path file = temporary.resolve("nothing.csv");
        assertThat(export("--study", "nowhere", "--output", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no such study");
        assertThat(export("--study", "etudes", "--edition", "7", "--output", file.toString()))
                .isEqualTo(1);
        assertThat(export("--study", "etudes", "--edition", "0", "--output", file.toString()))
                .isEqualTo(2);
        assertThat(export("--study", "etudes", "--format", "ratings.xls", "--output", file.toString()))
                .isEqualTo(2);
        assertThat(file).doesNotExist();
    }
}
