package org.antiphon.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.Sounds;
import org.junit.jupiter.api.Test;

class MelodyScoresTest {

    private static JsonNode golden(String file, String field) throws IOException {
        return new ObjectMapper()
                .readTree(MelodyScoresTest.class.getResourceAsStream("/golden/" + file))
                .get(field);
    }

    private static double[] array(JsonNode values) {
        double[] array = new double[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i).asDouble();
        }
        return array;
    }

    private static void assertScores(String name, MelodyScores scores, double... expected) {
        for (MelodyScores.Part part : MelodyScores.Part.values()) {
            assertThat(scores.get(part)).as(name + ": " + part).isCloseTo(expected[part.ordinal()], within(1e-9));
        }
    }

    @Test
    void equalsTheGoldenScores() throws IOException {
        for (JsonNode one : golden("mir-eval.json", "cases")) {
            JsonNode melody = one.get("melody");
            double[] reference = array(melody.get("reference_hz"));
            double[] estimated = array(melody.get("estimated_hz"));
            double[] expected = {
                melody.get("Voicing Recall").asDouble(),
                melody.get("Voicing False Alarm").asDouble(),
                melody.get("Raw Pitch Accuracy").asDouble(),
                melody.get("Raw Chroma Accuracy").asDouble(),
                melody.get("Overall Accuracy").asDouble()
            };
            assertScores("same times", MelodyScores.of(reference, estimated), expected);
            double[] times = new double[reference.length];
            for (int i = 0; i < times.length; i++) {
                times[i] = i * melody.get("time_step").asDouble();
            }
            assertScores("given times", MelodyScores.of(times, reference, times, estimated), expected);
        }
    }

    @Test
    void equalsTheGoldenScoresAtTheEdgesAndOnOtherTimes() throws IOException {
        for (JsonNode one : golden("mir-eval-edges.json", "melodies")) {
            assertScores(
                    one.get("name").asText(),
                    MelodyScores.of(
                            array(one.get("reference_times")),
                            array(one.get("reference_hz")),
                            array(one.get("estimated_times")),
                            array(one.get("estimated_hz"))),
                    array(one.get("scores")));
        }
    }

    @Test
    void nothingScoresNothing() {
        assertScores("empty", MelodyScores.of(new double[0], new double[0]), 0, 0, 0, 0, 0);
        double[] none = new double[0];
        assertScores("no times", MelodyScores.of(none, none, new double[] {0}, new double[] {440}), 0, 0, 0, 0, 0);
    }

    @Test
    void refusesTimesThatDoNotRise() {
        double[] hertz = {440, 440};
        assertThatThrownBy(() -> MelodyScores.of(new double[] {0, 0}, hertz, new double[] {0, 1}, hertz))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("time 1");
        assertThatThrownBy(() -> MelodyScores.of(new double[2], new double[3]))
                .hasMessageContaining("give their times");
    }

    @Test
    void logarithmIsExactForPowersOfTwo() {
        assertThat(MelodyScores.log2(1024)).isEqualTo(10);
        assertThat(MelodyScores.log2(0.125)).isEqualTo(-3);
        assertThat(MelodyScores.log2(440)).isCloseTo(Math.log(440) / Math.log(2), within(1e-14));
    }

    private static Waveform melody(double factor) {
        float[] samples = new float[72_000];
        double[] pitches = {262, 294, 330, 349, 392};
        for (int i = 0; i < pitches.length; i++) {
            Sounds.addTone(samples, 24_000, 0.1 + 0.55 * i, 0.5, factor * pitches[i], 0.1, 0.05, 0);
        }
        return new Waveform(samples, SampleRate.MODEL);
    }

    private static double measured(MelodyScores.Part part, double factor) {
        return new MelodyAccuracy(part)
                .measure(melody(1), melody(factor))
                .asDouble()
                .orElseThrow();
    }

    @Test
    void hearsWhetherTwoSoundsAreInTune() {
        assertThat(measured(MelodyScores.Part.OVERALL_ACCURACY, 1)).isEqualTo(1);
        assertThat(measured(MelodyScores.Part.RAW_PITCH_ACCURACY, 2)).isLessThan(0.05);
        assertThat(measured(MelodyScores.Part.RAW_CHROMA_ACCURACY, 2)).isGreaterThan(0.9);
        assertThat(measured(MelodyScores.Part.RAW_CHROMA_ACCURACY, 1.1)).isLessThan(0.1);
        assertThat(measured(MelodyScores.Part.VOICING_RECALL, 2)).isGreaterThan(0.9);
        Measurement silent = new MelodyAccuracy(MelodyScores.Part.RAW_PITCH_ACCURACY)
                .measure(Waveform.silence(72_000, SampleRate.MODEL), melody(1));
        assertThat(silent).isEqualTo(new NotMeasured("no pitch is heard in the reference"));
    }
}
