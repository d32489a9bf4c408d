package org.antiphon.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.metric.Metrics;
import org.antiphon.metric.Seen;
import org.junit.jupiter.api.Test;

class MeasuringTest {

    private final Measuring measuring = new Measuring();

    private static Waveform notes(double gain, int samples) {
        float[] sound = new float[samples];
        for (int i = 0; i < samples; i++) {
            double t = (i % 12_000) / 24_000.0;
            double pitch = 440 * Math.pow(2, i / 12_000 % 3 / 6.0);
            sound[i] = (float) (gain * Math.exp(-6 * t) * Math.sin(2 * Math.PI * pitch * t));
        }
        return new Waveform(sound, SampleRate.MODEL);
    }

    private static List<FlowField> pulses(int count, int every) {
        List<FlowField> motion = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] dx = new float[16];
            Arrays.fill(dx, i % every == 0 ? 3 : 0.1f);
            motion.add(new FlowField(4, 4, dx, new float[16], new float[16]));
        }
        return motion;
    }

    private static Map<String, Metric> byName(List<Metric> metrics) {
        return metrics.stream().collect(Collectors.toMap(Metric::name, metric -> metric));
    }

    @Test
    void measuresASoundByTheWholeSetTheThreeThatMatterFirst() {
        List<Metric> metrics = measuring.ofSound(notes(0.2, 96_000), notes(0.1, 96_000), pulses(100, 12));
        assertThat(metrics).hasSize(Metrics.SOUND.size() + MetricSet.TOGETHER.size());
        assertThat(metrics.subList(0, 3))
                .extracting(Metric::name)
                .containsExactly("onset-f1-50ms", "note-f1", "loudness-correlation");
        Map<String, Metric> named = byName(metrics);
        assertThat(named.get("onset-f1-50ms").value()).isEqualTo(1);
        assertThat(named.get("snr").value()).isCloseTo(6.02, within(0.01));
        assertThat(named.get("av-align").value()).isPositive();
        assertThat(named.get("raw-pitch-accuracy").version()).isPositive();
    }

    @Test
    void countsAsSilenceWhatTheTruthLacks() {
        List<Metric> metrics = measuring.ofSound(notes(0.2, 48_000), notes(0.2, 96_000), List.of());
        assertThat(byName(metrics).get("snr").value()).isFinite();
        assertThat(byName(metrics).get("av-align").reason()).contains("a second");
    }

    @Test
    void saysOfEveryNumberWhyThereIsNone() {
        assertThat(measuring.ofSoundAlone())
                .hasSize(MetricSet.SOUND.size() + MetricSet.TOGETHER.size())
                .allSatisfy(metric -> assertThat(metric.reason()).contains("no sound of its own"));
        assertThat(measuring.ofVideoAlone())
                .hasSize(MetricSet.PICTURES.size() + MetricSet.TOGETHER.size())
                .allSatisfy(metric -> assertThat(metric.reason()).contains("without pictures"));
    }

    private static Seen moving(int count, int step) {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] rgb = new byte[32 * 32 * 3];
            int at = (4 + i * step) % 24;
            for (int y = at; y < at + 4; y++) {
                Arrays.fill(rgb, (y * 32 + at) * 3, (y * 32 + at + 4) * 3, (byte) 200);
            }
            pictures.add(new Picture(32, 32, rgb));
        }
        return new Seen(pictures, pulses(count, step == 0 ? 1000 : 7));
    }

    @Test
    void measuresPicturesAndTheirMotion() {
        Map<String, Metric> same = byName(measuring.ofVideo(moving(50, 1), moving(52, 1), notes(0.2, 48_000)));
        assertThat(same.get("psnr-motion").value()).isEqualTo(100);
        assertThat(same.get("ssim-motion").value()).isCloseTo(1, within(1e-9));
        assertThat(same.get("endpoint-error").value()).isZero();
        assertThat(same.get("endpoint-error-still").value()).isPositive();
        assertThat(same.get("psnr-still").value()).isLessThan(40);
        Map<String, Metric> still = byName(measuring.ofVideo(moving(50, 1), moving(50, 0), notes(0.2, 48_000)));
        assertThat(still.get("psnr-motion").value())
                .isLessThan(still.get("psnr").value());
        assertThat(still.get("endpoint-error").value()).isCloseTo(2.9 * 7 / 49, within(1e-5));
        assertThat(still.get("flow-outliers").value()).isZero();
    }

    @Test
    void comparesOnlyWhatThereIs() {
        Seen nothing = new Seen(List.of(), List.of());
        Map<String, Metric> none = byName(measuring.ofVideo(nothing, moving(5, 1), notes(0.2, 48_000)));
        assertThat(none.get("psnr").reason()).contains("no pictures");
        Map<String, Metric> one = byName(measuring.ofVideo(moving(1, 1), moving(1, 1), notes(0.2, 48_000)));
        assertThat(one.get("endpoint-error").reason()).contains("single picture");
    }

    @Test
    void theFingerprintIsOfAllMetricsAndTheirVersions() {
        assertThat(MetricSet.FINGERPRINT).matches("[0-9a-f]{64}");
        assertThat(MetricSet.SOUND).containsExactlyInAnyOrderElementsOf(Metrics.SOUND);
    }
}
