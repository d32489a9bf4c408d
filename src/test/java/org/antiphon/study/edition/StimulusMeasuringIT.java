package org.antiphon.study.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.generation.Metric;
import org.antiphon.generation.PairNumbers;
import org.antiphon.media.MediaWriter;
import org.antiphon.platform.ArtifactStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stimuli are measured once against the true ones of their items, and anew by other metrics. */
@QuarkusTest
class StimulusMeasuringIT {

    @Inject
    StimulusMeasuring measuring;

    @Inject
    StimulusPairRows pairs;

    @Inject
    StimulusMetricRows metrics;

    @Inject
    PairNumbers numbers;

    @Inject
    ArtifactStore store;

    @TempDir
    Path folder;

    @Test
    void measuresAPairOnceAndAnewWhenMetricsHaveChanged() throws Exception {
        String truth = put("truth", 440, 0.3f);
        String softer = put("softer", 440, 0.15f);
        QuarkusTransaction.requiringNew().run(() -> pairs.persist(pair(truth, softer, null)));
        drain();
        Map<String, Metric> first = measured(truth, softer);
        assertThat(first.get("si-sdr").value()).isGreaterThan(40);
        assertThat(first.get("snr").value()).isCloseTo(6.02, org.assertj.core.api.Assertions.within(0.1));
        assertThat(first.values())
                .allSatisfy(metric ->
                        assertThat(metric.value() == null).as(metric.name()).isNotEqualTo(metric.reason() == null));
        QuarkusTransaction.requiringNew().run(() -> {
            metrics.delete("candidate = ?1 and name = 'snr'", softer);
            pairs.findById(new StimulusPairRow.Key(truth, softer)).metricSet = "0".repeat(64);
        });
        drain();
        assertThat(measured(truth, softer)).containsOnlyKeys(first.keySet());
    }

    @Test
    void doesNotTryAgainAndAgainWhatCannotBeRead() throws Exception {
        String truth = put("other truth", 330, 0.3f);
        String gone = "f".repeat(64);
        QuarkusTransaction.requiringNew().run(() -> pairs.persist(pair(truth, gone, null)));
        drain();
        assertThat(measured(truth, gone)).isEmpty();
    }

    /** Pairs that other tests left are of no interest here, and would take half a minute. */
    @BeforeEach
    void leaveOthersAlone() {
        QuarkusTransaction.requiringNew().run(() -> pairs.update("metricSet = ?1", numbers.fingerprint()));
    }

    private void drain() {
        for (int i = 0; measuring.next(); i++) {
            assertThat(i).as("pairs measured").isLessThan(5000);
        }
    }

    private Map<String, Metric> measured(String reference, String candidate) {
        List<Metric> all = QuarkusTransaction.requiringNew().call(() -> metrics.of(List.of(candidate))
                .getOrDefault(new StimulusPairRow.Key(reference, candidate), List.of()));
        return all.stream().collect(Collectors.toMap(Metric::name, metric -> metric));
    }

    private static StimulusPairRow pair(String reference, String candidate, String set) {
        StimulusPairRow row = new StimulusPairRow();
        row.reference = reference;
        row.candidate = candidate;
        row.metricSet = set;
        return row;
    }

    private String put(String name, double hertz, float amplitude) throws IOException {
        SampleRate rate = SampleRate.MODEL;
        float[] samples = new float[2 * rate.hertz()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = amplitude * (float) Math.sin(2 * Math.PI * hertz * i / rate.hertz());
        }
        Path file = folder.resolve(name + ".wav");
        MediaWriter.wav(file, new Waveform(samples, rate));
        return store.put(file).digest().hex();
    }
}
