package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EtudesCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        CommandLine line = Antiphon.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    @Test
    void writesACorpusAndSaysWhere() {
        int exit = execute("etudes", "--output", folder.toString(), "--count", "1", "--performers", "vib", "--json");
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString()).contains("\"count\":1").contains("\"seed\":1");
        assertThat(folder.resolve("manifest.json")).content().contains("_vib\"").contains("\"pixels\":\"");
    }

    @Test
    void leavesTheFilmOutWhereNobodyWantsIt() {
        assertThat(execute("etudes", "--output", folder.toString(), "--count", "1", "--without-film"))
                .isZero();
        assertThat(folder.resolve("manifest.json")).content().doesNotContain("pixels");
    }

    @Test
    void refusesAnUnknownPerformerAndAnEmptyCorpus() {
        assertThat(execute("etudes", "--output", folder.toString(), "--count", "1", "--performers", "vn,kazoo"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("kazoo").contains("vn, vc, vib, pno");
        assertThat(execute("etudes", "--output", folder.toString(), "--count", "0"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--count must be at least 1");
    }
}
