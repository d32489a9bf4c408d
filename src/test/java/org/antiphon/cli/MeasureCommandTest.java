package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antiphon.media.Wavs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MeasureCommandTest {

    private static final String HEADER = "id,metric,value,unit,reason,version,remark";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path truth;
    private Path softer;
    private Path results;

    @BeforeEach
    void writeSounds() {
        Wavs wav = new Wavs();
        truth = Wavs.write(folder.resolve("truth.wav"), wav.sine(440, 0.5, 1));
        softer = Wavs.write(folder.resolve("softer.wav"), wav.sine(440, 0.25, 1));
        results = folder.resolve("results.csv");
    }

    private int measure(Object... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Antiphon.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[args.length + 1];
        all[0] = "measure";
        for (int i = 0; i < args.length; i++) {
            all[i + 1] = args[i].toString();
        }
        return line.execute(all);
    }

    private int measurePairs(String list) throws IOException {
        Path pairs = folder.resolve("pairs.csv");
        Files.writeString(pairs, list);
        return measure("--pairs", pairs, "--output", results, "--metrics", "snr,si-sdr", "--threads", 3);
    }

    private List<String> rows() throws IOException {
        return Files.readAllLines(results);
    }

    @Test
    void measuresOnePair() throws IOException {
        assertThat(measure("--reference", truth, "--candidate", softer, "--metrics", "snr,note-f1", "--json"))
                .isZero();
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.get("metrics").get(0).get("metric").asText()).isEqualTo("snr");
        assertThat(answer.get("metrics").get(0).get("value").asDouble()).isBetween(6.01, 6.03);
        assertThat(answer.get("metrics").get(0).get("unit").asText()).isEqualTo("dB");
        assertThat(measure("--reference", truth, "--candidate", softer, "--metrics", "snr,chroma-similarity"))
                .isZero();
        assertThat(out.toString()).contains("snr                6.02").contains("chroma-similarity  1.0000");
    }

    @Test
    void tellsWhatItDidToBringSoundsTogether() {
        Wavs wav = new Wavs();
        wav.rate = 48_000;
        wav.channels = 2;
        Path stereo = Wavs.write(folder.resolve("stereo.wav"), wav.sine(440, 0.5, 1.01));
        assertThat(measure("--reference", truth, "--candidate", stereo, "--metrics", "snr", "--json"))
                .isZero();
        assertThat(out.toString())
                .contains("candidate: 2 channels averaged; candidate resampled from 48000 to 24000 Hz;"
                        + " 10.000 ms at the end of the candidate left out");
        Path longer = Wavs.write(folder.resolve("longer.wav"), wav.sine(440, 0.5, 1.05));
        assertThat(measure("--reference", truth, "--candidate", longer, "--metrics", "snr", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"reason\":\"the sounds differ in length: 1.000 s and 1.050 s\"");
    }

    @Test
    void refusesWrongUsageWithTwoAndUnusableFilesWithOne() throws IOException {
        assertThat(measure("--reference", truth)).isEqualTo(2);
        assertThat(measure("--reference", truth, "--pairs", "x.csv", "--output", results))
                .isEqualTo(2);
        assertThat(measure("--reference", truth, "--candidate", softer, "--metrics", "loudness"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no metric “loudness”").contains("loudness-difference");
        assertThat(measure("--reference", truth, "--candidate", folder.resolve("none.wav")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("candidate: “none.wav” is not there");
        assertThat(measure("--pairs", folder.resolve("none.csv"), "--output", results))
                .isEqualTo(1);
        assertThat(measurePairs("id,reference\na,b\n")).isEqualTo(1);
        assertThat(err.toString()).contains("has no column candidate");
        assertThat(measurePairs("id,reference,candidate\na,b,c\na,d,e\n")).isEqualTo(1);
        assertThat(err.toString()).contains("lines 2 and 3").contains("same id, a");
    }

    @Test
    void writesARowForEachPairAndMetricInOrder() throws IOException {
        Wavs.write(folder.resolve("cut.wav"), Arrays.copyOf(new Wavs().sine(440, 0.5, 1), 20_000));
        assertThat(measurePairs("""
                candidate,id,reference
                softer.wav,"one, with a comma",truth.wav
                cut.wav,two,truth.wav
                nowhere.wav,three,truth.wav
                softer.wav,four
                truth.wav,five,%s
                """.formatted(truth))).isZero();
        List<String> rows = rows();
        assertThat(rows).hasSize(11);
        assertThat(rows.get(0)).isEqualTo(HEADER);
        assertThat(rows.get(1)).startsWith("\"one, with a comma\",snr,6.02").endsWith(",dB,,1,");
        assertThat(rows.get(3)).startsWith("two,snr,,dB,").contains("candidate: “cut.wav” is cut off");
        assertThat(rows.get(5)).startsWith("three,snr,,dB,").contains("“nowhere.wav” is not there");
        assertThat(rows.get(7)).isEqualTo("four,snr,,dB,line 5 has 2 columns instead of 3,1,");
        assertThat(rows.get(9)).isEqualTo("five,snr,120.0,dB,,1,");
        assertThat(out.toString()).contains("5 pairs: 4 values and 6 reasons");
    }

    @Test
    void scoresAnnotationsAsMirEvalDoes() throws IOException {
        Path golden = folder.resolve("mir-eval.json");
        Files.copy(MeasureCommandTest.class.getResourceAsStream("/golden/mir-eval.json"), golden);
        JsonNode cases = new ObjectMapper().readTree(golden.toFile()).get("cases");
        StringBuilder list = new StringBuilder("id,reference,candidate\n");
        for (int i = 0; i < cases.size(); i++) {
            list.append(i + ",mir-eval.json#" + i + ",mir-eval.json#" + i + "\n");
        }
        Path pairs = Files.writeString(folder.resolve("annotated.csv"), list);
        assertThat(measure("--pairs", pairs, "--output", results)).isZero();
        for (String row : rows().subList(1, rows().size())) {
            String[] fields = row.split(",", -1);
            JsonNode one = cases.get(Integer.parseInt(fields[0]));
            Optional<JsonNode> expected = expected(one, fields[1]);
            expected.ifPresent(value ->
                    assertThat(Double.parseDouble(fields[2])).as(row).isCloseTo(value.asDouble(), within(1e-6)));
            if (fields[1].equals("snr")) {
                assertThat(row).contains("needs two sounds").contains("reference: ");
            }
        }
    }

    private static Optional<JsonNode> expected(JsonNode one, String metric) {
        JsonNode pitched = one.get("note_onset_pitch");
        JsonNode ended = one.get("note_onset_pitch_offset");
        JsonNode melody = one.get("melody");
        return Optional.ofNullable(
                switch (metric) {
                    case "onset-f1-50ms" -> one.get("onset_50ms").get(0);
                    case "note-precision" -> pitched.get(0);
                    case "note-recall" -> pitched.get(1);
                    case "note-f1" -> pitched.get(2);
                    case "note-precision-offset" -> ended.get(0);
                    case "note-recall-offset" -> ended.get(1);
                    case "note-f1-offset" -> ended.get(2);
                    case "raw-pitch-accuracy" -> melody.get("Raw Pitch Accuracy");
                    case "raw-chroma-accuracy" -> melody.get("Raw Chroma Accuracy");
                    case "voicing-recall" -> melody.get("Voicing Recall");
                    case "voicing-false-alarm" -> melody.get("Voicing False Alarm");
                    case "overall-accuracy" -> melody.get("Overall Accuracy");
                    default -> null;
                });
    }

    @Test
    void holdsASoundAgainstAnAnnotation() throws IOException {
        Path pitch = Files.writeString(folder.resolve("pitch.txt"), "0.2 440\n0.4 440\n0.6 440\n");
        assertThat(measure("--reference", pitch, "--candidate", truth, "--metrics", "raw-pitch-accuracy,note-f1"))
                .isZero();
        assertThat(out.toString())
                .contains("raw-pitch-accuracy  1.0000")
                .contains("note-f1             not measured: notes are not known of both sides")
                .contains("candidate: as our detectors hear it");
        assertThat(measure("--reference", truth, "--candidate", pitch, "--metrics", "raw-pitch-accuracy"))
                .isZero();
        assertThat(measure("--reference", folder.resolve("none.json"), "--candidate", truth))
                .isEqualTo(1);
        assertThat(err.toString()).contains("reference: “none.json” is not there");
    }

    @Test
    void goesOnWhereAKilledRunWasToTheByte() throws IOException {
        StringBuilder list = new StringBuilder("id,reference,candidate\n");
        for (int i = 0; i < 12; i++) {
            list.append("“é")
                    .append(i)
                    .append("”,truth.wav,")
                    .append(i % 3 == 0 ? "none.wav" : "softer.wav")
                    .append('\n');
        }
        assertThat(measurePairs(list.toString())).isZero();
        byte[] whole = Files.readAllBytes(results);
        for (int length = 0; length <= whole.length; length += length < HEADER.length() + 5 ? 1 : 61) {
            Files.write(results, Arrays.copyOf(whole, length));
            assertThat(measurePairs(list.toString()))
                    .as("cut after %d bytes", length)
                    .isZero();
            assertThat(new String(Files.readAllBytes(results), StandardCharsets.UTF_8))
                    .isEqualTo(new String(whole, StandardCharsets.UTF_8));
        }
        assertThat(measurePairs(list.toString())).isZero();
        assertThat(out.toString()).contains("12 pairs: 0 values and 0 reasons").contains("24 rows were there already");
    }

    @Test
    void leavesFilesOfOthersAlone() throws IOException {
        String list = "id,reference,candidate\na,truth.wav,softer.wav\n";
        Files.writeString(results, "my notes\n");
        assertThat(measurePairs(list)).isEqualTo(1);
        assertThat(rows()).containsExactly("my notes");
        Files.writeString(results, HEADER + "\nb,snr,1.0,dB,,0,\n");
        assertThat(measurePairs(list)).isEqualTo(1);
        assertThat(err.toString()).contains("holds snr of version 0");
        Files.writeString(results, HEADER + "\r\nb,snr,1.0,dB,,1,\r\n");
        assertThat(measurePairs(list)).isEqualTo(1);
        assertThat(err.toString()).contains("changed by another program");
    }
}
