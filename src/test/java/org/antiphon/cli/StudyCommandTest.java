package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StudyCommandTest {

    private static final String GOOD = "src/main/resources/org/antiphon/study/first-look.yaml";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void saysThatTheSampleStudyCanBePublished() {
        assertThat(execute("study", "--check", GOOD)).isZero();
        assertThat(out.toString()).contains("first-look.yaml can be published").doesNotContain("advice");
    }

    @Test
    void tellsEveryProblemWithItsLineAndRemedyAndExitsWithOne() throws IOException {
        Path bad = folder.resolve("bad.yaml");
        Files.writeString(bad, Files.readString(Path.of(GOOD)).replace("kind: ground-truth", "kind: groundtruth"));
        assertThat(execute("study", "--check", GOOD, "--check", bad.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("bad.yaml: line ")
                .contains("ground-truth")
                .contains("bad.yaml is refused");
        out.getBuffer().setLength(0);
        assertThat(execute("study", "--json", "--check", bad.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("\"refused\":1").contains("\"path\":\"conditions[0]");
    }

    @Test
    void printsTheSchemaAndAsksForOneThingAtATime() {
        assertThat(execute("study", "--schema")).isZero();
        assertThat(out.toString()).startsWith("{").contains("draft/2020-12");
        assertThat(execute("study", "--schema", "--check", GOOD)).isEqualTo(2);
        assertThat(execute("study")).isEqualTo(2);
    }

    @Test
    void importsAConfigurationOfWebMushraAndTellsWhatBecameOfIt() throws IOException {
        Path configuration = folder.resolve("mushra.yaml");
        Files.writeString(configuration, """
                testname: Two codecs
                testId: two
                bufferSize: 1024
                pages:
                  - type: mushra
                    id: a
                    content: Listen. Note: with headphones
                    reference: a/ref.wav
                    createAnchor35: true
                    createAnchor70: true
                    stimuli: {C1: a/one.wav, C2: a/two.wav}
                """);
        Path study = folder.resolve("study.yaml");
        assertThat(execute("study", "--import", configuration.toString(), "--output", study.toString()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString())
                .contains(
                        "line 7: repaired",
                        "line 3: lost",
                        "study.yaml can be published",
                        "3 files are to be uploaded");
        assertThat(Files.readString(study)).contains("kind: mushra");
        assertThat(execute("study", "--import", configuration.toString(), "--output", study.toString()))
                .as("the file is there already")
                .isEqualTo(1);
        assertThat(execute("study", "--import", configuration.toString())).isEqualTo(2);
    }

    private int execute(String... args) {
        CommandLine line = Antiphon.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(new StringWriter(), true));
        return line.execute(args);
    }
}
