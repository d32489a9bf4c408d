package org.antiphon.cli.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.antiphon.cli.measurement.AnnotationFile.Side;
import org.antiphon.media.MediaRejected;
import org.antiphon.metric.Annotation;
import org.antiphon.metric.NoteList;
import org.antiphon.metric.TimedMelody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationFileTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Annotation read(String name, String text) throws IOException, MediaRejected {
        return AnnotationFile.read(file(name, text), Side.REFERENCE).annotation();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.5 1.25 440\n2 2.5 220\n",
                "# made by hand\r\n0.5,1.25,440\r\n\r\n2,2.5,220 # the last one",
                "\uFEFF0.5;1.25;440\n2;2.5;220",
                "onset\tduration\tmidi\n0.5\t0.75\t69\n2\t0.5\t57",
                "hertz,offset,onset\n440,1.25,0.5\n220,2.5,2",
                "Start_Time,\"end_s\",pitch_hz,label\n0.5,1.25,440,A4\n2,2.5,220,A3"
            })
    void readsNotesHoweverTheyAreWritten(String text) throws IOException, MediaRejected {
        NoteList notes = read("a.txt", text).notes().orElseThrow();
        assertThat(notes.onset()).containsExactly(0.5, 2);
        assertThat(notes.offset()).containsExactly(1.25, 2.5);
        assertThat(notes.hertz()).containsExactly(new double[] {440, 220}, within(1e-9));
        assertThat(read("a.csv", text).onsets().orElseThrow()).containsExactly(0.5, 2);
        assertThat(read("a.tsv", text).melody()).isEmpty();
    }

    @Test
    void readsWhatUrmpCallsNotes() throws IOException, MediaRejected {
        NoteList notes =
                read("Notes_1_vn_01_Jupiter.txt", "0.5\t440\t0.75\n").notes().orElseThrow();
        assertThat(notes.offset()).containsExactly(1.25);
        assertThat(notes.hertz()).containsExactly(440);
    }

    @Test
    void readsOnsetsAndPitchOverTime() throws IOException, MediaRejected {
        assertThat(read("a.lab", "0.5\n0.25\n").onsets().orElseThrow()).containsExactly(0.5, 0.25);
        TimedMelody melody =
                read("F0s_1_vn_01_Jupiter.txt", "0.01\t440\n0.02\t0\n").melody().orElseThrow();
        assertThat(melody.times()).containsExactly(0.01, 0.02);
        assertThat(melody.hertz()).containsExactly(440, 0);
        assertThat(read("b.csv", "time,midi\n0,69\n1,0\n")
                        .melody()
                        .orElseThrow()
                        .hertz())
                .containsExactly(440, 0);
    }

    @Test
    void takesAnEmptyFileForSilence() throws IOException, MediaRejected {
        Annotation nothing = read("a.txt", "# nobody plays\n");
        assertThat(nothing.onsets().orElseThrow()).isEmpty();
        assertThat(nothing.notes()).isPresent();
        assertThat(nothing.melody()).isPresent();
    }

    @Test
    void readsJson() throws IOException, MediaRejected {
        Annotation one = read(
                "a.json",
                "{\"onsets\": [1], \"notes\": [[0.5, 1.25, 440]], \"melody\": {\"time_step\": 0.5, \"hz\": [440, 0, 220]}}");
        assertThat(one.onsets().orElseThrow()).containsExactly(1);
        assertThat(one.notes().orElseThrow().hertz()).containsExactly(440);
        assertThat(one.melody().orElseThrow().times()).containsExactly(0, 0.5, 1);
        assertThat(read("b.json", "{\"melody\": {\"times\": [1, 3], \"hz\": [440, 0]}}")
                        .onsets())
                .isEmpty();
    }

    @Test
    void readsOneSideOfACaseOfAList() throws IOException, MediaRejected {
        file(
                "cases.json",
                "{\"cases\": [{}, {\"reference\": [[0, 1, 440]], \"estimated\": [[0, 2, 880]], \"melody\":"
                        + " {\"time_step\": 1, \"reference_hz\": [1], \"estimated_hz\": [2, 3]}}]}");
        Path second = folder.resolve("cases.json#1");
        assertThat(AnnotationFile.is(second)).isTrue();
        Annotation truth = AnnotationFile.read(second, Side.REFERENCE).annotation();
        AnnotationFile.Read made = AnnotationFile.read(second, Side.CANDIDATE);
        assertThat(truth.notes().orElseThrow().hertz()).containsExactly(440);
        assertThat(made.annotation().notes().orElseThrow().hertz()).containsExactly(880);
        assertThat(made.annotation().melody().orElseThrow().hertz()).containsExactly(2, 3);
        assertThat(made.form()).isEqualTo("1 notes, 2 pitches over time");
        assertThatThrownBy(() -> AnnotationFile.read(folder.resolve("cases.json#2"), Side.REFERENCE))
                .hasMessageContaining("there is no case 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.txt | 0 1 440\\n1 2 | line 2 has 2 columns instead of 3",
                "a.txt | 0 1 440\\n1 2 x | “x” in line 2 is no number",
                "a.txt | 0 1 NaN | “NaN” in line 1 is no number",
                "a.txt | 0 1 440 3 | line 1 has 4 columns without names",
                "a.txt | 1 0 440 | note 0 from 1.0 to 0.0 s",
                "a.txt | -1 | before the beginning",
                "a.txt | 2 440\\n1 440 | time 1 of the melody",
                "a.txt | onset,hertz\\n1,440 | offset or duration",
                "a.txt | onset,colour\\n1,red | no column is called “colour”",
                "a.csv | midi\\n60 | neither a column onset nor time",
                "a.json | [1, 2] | no JSON object",
                "a.json | {\"notes\": | is no JSON",
                "a.json | {\"notes\": [[1, 2]]} | note 0 has 2 numbers instead of 3",
                "a.json | {\"notes\": [[1, 2, \"a\"]]} | \"a\" is no number",
                "a.json | {\"melody\": {\"hz\": [1]}} | neither times nor a time_step",
                "a.json | {\"onsets\": 3} | onsets: no array",
                "a.json | {} | neither onsets, notes nor a melody",
            })
    void saysWhatIsWrongAndWhere(String name, String text, String reason) throws IOException {
        Path file = file(name, text.replace("\\n", "\n"));
        assertThatThrownBy(() -> AnnotationFile.read(file, Side.REFERENCE))
                .isInstanceOf(MediaRejected.class)
                .hasMessageContaining("“" + name + "”")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesWhatIsNotThereOrNoText() throws IOException {
        assertThatThrownBy(() -> AnnotationFile.read(folder.resolve("none.txt"), Side.REFERENCE))
                .hasMessageContaining("is not there");
        Path binary = Files.write(folder.resolve("a.txt"), "é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> AnnotationFile.read(binary, Side.REFERENCE)).hasMessageContaining("as text");
    }

    @Test
    void takesOnlyWhatIsCalledSo() {
        assertThat(AnnotationFile.is(Path.of("a.b/c.WAV"))).isFalse();
        assertThat(AnnotationFile.is(Path.of("a.TXT"))).isTrue();
        assertThat(AnnotationFile.is(Path.of("a.json#x"))).isFalse();
    }
}
