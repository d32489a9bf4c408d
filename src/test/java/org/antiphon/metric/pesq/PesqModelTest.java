package org.antiphon.metric.pesq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PesqModelTest {

    private static final float[] SPEECH = GoldenSounds.samples("ref_amy_16k.wav");
    private static final float[] NOISY = GoldenSounds.samples("noise-01_noise_16k.wav");

    static List<GoldenSounds.Row> rows() {
        return GoldenSounds.rows();
    }

    static List<GoldenSounds.Row> rowsWithStages() throws IOException {
        JsonNode stages = stages();
        return rows().stream()
                .filter(row -> row.mode() != PesqMode.WIDE_BAND_2018 && stages.has(row.id()))
                .toList();
    }

    private static JsonNode stages() throws IOException {
        return new ObjectMapper().readTree(GoldenSounds.bytes("intermediate-values.json"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void agreesWithTheReferenceSoftware(GoldenSounds.Row row) {
        PesqOutcome outcome = PesqModel.compare(
                GoldenSounds.samples(row.reference()), GoldenSounds.samples(row.degraded()), row.rate(), row.mode());
        switch (row.error()) {
            case "BUFFER_TOO_SHORT" -> assertThat(outcome).isEqualTo(PesqRefusal.TOO_SHORT);
            case "NO_UTTERANCES_DETECTED" -> assertThat(outcome).isEqualTo(PesqRefusal.NO_UTTERANCE);
            case "RESULT_IS_NAN" -> assertThat(outcome).isEqualTo(PesqRefusal.SILENT_CANDIDATE);
            default -> {
                assertThat(outcome).isInstanceOf(PesqScore.class);
                PesqScore score = (PesqScore) outcome;
                assertThat(score.raw()).isCloseTo(Double.parseDouble(row.raw()), within(3e-4));
                assertThat(score.mapped()).isCloseTo(Double.parseDouble(row.mapped()), within(3e-4));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rowsWithStages")
    void everyStageFindsWhatItShould(GoldenSounds.Row row) throws IOException {
        JsonNode expected = stages().get(row.id());
        var comparison = new PesqModel.Comparison(Sampling.of(row.rate()).orElseThrow(), row.mode());
        comparison.of(GoldenSounds.samples(row.reference()), GoldenSounds.samples(row.degraded()));

        assertThat(comparison.levels().reference() / 32768)
                .isCloseTo(expected.get("level_factor_reference").asDouble(), within(2e-6));
        assertThat(comparison.levels().degraded() / 32768)
                .isCloseTo(expected.get("level_factor_degraded").asDouble(), within(2e-6));
        assertThat(comparison.crudeDelay())
                .isEqualTo(expected.get("crude_delay_samples").asInt());
        assertUtterances(comparison.utterances(), expected.get("utterances"));
        Disturbances disturbances = comparison.disturbances();
        assertThat(disturbances.first()).isEqualTo(expected.get("first_frame").asInt());
        assertThat(disturbances.last()).isEqualTo(expected.get("last_frame").asInt());
        assertThat(disturbances.badIntervals())
                .isEqualTo(expected.get("bad_intervals").asInt());
        assertThat(disturbances.symmetric())
                .isCloseTo(expected.get("disturbance_indicator").asDouble(), within(2e-5));
        assertThat(disturbances.asymmetric())
                .isCloseTo(expected.get("asymmetric_indicator").asDouble(), within(2e-5));
    }

    private static void assertUtterances(List<Utterance> utterances, JsonNode expected) {
        assertThat(utterances).hasSize(expected.size());
        for (int u = 0; u < utterances.size(); u++) {
            Utterance utterance = utterances.get(u);
            JsonNode one = expected.get(u);
            assertThat(utterance.start()).isEqualTo(one.get("start_block").asInt());
            assertThat(utterance.end()).isEqualTo(one.get("end_block").asInt());
            assertThat(utterance.estimate())
                    .isEqualTo(one.get("estimate_samples").asInt());
            assertThat(utterance.delay()).isEqualTo(one.get("delay_samples").asInt());
            assertThat(utterance.confidence()).isCloseTo(one.get("confidence").asDouble(), within(1e-5));
        }
    }

    @Test
    void doesNotHearGainOrDelay() {
        double plain = raw(SPEECH, NOISY);
        float[] quiet = NOISY.clone();
        for (int i = 0; i < quiet.length; i++) {
            quiet[i] *= 0.125f;
        }
        assertThat(raw(SPEECH, quiet)).isCloseTo(plain, within(1e-9));
        float[] late = new float[NOISY.length + 640];
        System.arraycopy(NOISY, 0, late, 640, NOISY.length);
        assertThat(raw(SPEECH, late)).isCloseTo(plain, within(0.05));
    }

    @Test
    void refusesWhatItCannotCompare() {
        float[] exactlyAQuarter = Arrays.copyOfRange(SPEECH, 20_000, 24_000);
        float[] shorter = Arrays.copyOf(exactlyAQuarter, 3_999);
        assertThat(PesqModel.compare(SPEECH, NOISY, 44_100, PesqMode.NARROW_BAND))
                .isEqualTo(PesqRefusal.OTHER_RATE);
        assertThat(PesqModel.compare(shorter, shorter, 8_000, PesqMode.WIDE_BAND))
                .isEqualTo(PesqRefusal.WIDE_BAND_NEEDS_16000);
        assertThat(PesqModel.compare(shorter, exactlyAQuarter, 16_000, PesqMode.NARROW_BAND))
                .isEqualTo(PesqRefusal.TOO_SHORT);
        assertThat(PesqModel.compare(exactlyAQuarter, exactlyAQuarter, 16_000, PesqMode.NARROW_BAND))
                .isNotEqualTo(PesqRefusal.TOO_SHORT);
        assertThat(PesqModel.compare(new float[16_000], new float[16_000], 16_000, PesqMode.WIDE_BAND))
                .isEqualTo(PesqRefusal.NO_UTTERANCE);
    }

    private static double raw(float[] reference, float[] degraded) {
        return ((PesqScore) PesqModel.compare(reference, degraded, 16_000, PesqMode.WIDE_BAND)).raw();
    }
}
