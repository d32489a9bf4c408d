package org.antiphon.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.GoldenTensors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against numbers of librosa, numpy and scipy. */
class GoldenMetricsTest {

    private static JsonNode expected;
    private static Waveform reference;
    private static Waveform candidate;

    @BeforeAll
    static void read() throws IOException {
        expected = new ObjectMapper()
                .readTree(GoldenMetricsTest.class.getResourceAsStream("/golden/metrics.json"))
                .get("expected");
        float[] samples = new GoldenTensors("/golden/mel.safetensors").read("waveform");
        float[] changed = new float[samples.length];
        for (int i = 0; i < changed.length; i++) {
            double delayed = i < 37 ? 0 : 0.8 * samples[i - 37];
            changed[i] = (float) (delayed + 0.05 * Math.sin(2 * Math.PI * 523.25 * i / 24_000));
        }
        reference = new Waveform(samples, SampleRate.MODEL);
        candidate = new Waveform(changed, SampleRate.MODEL);
    }

    private static double value(String name) {
        return expected.get(name).asDouble();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snr",
                "snr-fitted",
                "si-sdr",
                "segmental-snr",
                "log-spectral-distance",
                "multi-resolution-stft",
                "mel-snr",
                "mel-cepstral-distortion"
            })
    void soundMetricsAgree(String name) {
        Measurement measured = Metrics.sound(name).orElseThrow().measure(reference, candidate);
        assertThat(measured.asDouble().orElseThrow()).isCloseTo(value(name), within(1e-4));
    }

    private static Picture picture(int k, boolean estimate) {
        byte[] rgb = new byte[40 * 30 * 3];
        for (int i = 0; i < rgb.length; i++) {
            int channel = i % 3;
            int x = i / 3 % 40;
            int y = i / 120;
            int moved = x > 20 && y > 10 ? 9 : 0;
            int truth = (x * 7 + y * 13 + channel * 29 + x * y % 17 * 5 + (estimate ? 0 : k * moved)) % 256;
            rgb[i] = (byte) (estimate ? (int) Math.rint(truth * 0.9 + k) : truth);
        }
        return new Picture(40, 30, rgb);
    }

    @Test
    void pictureMetricsAgree() {
        List<Picture> truth = new ArrayList<>();
        List<Picture> estimate = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            truth.add(picture(k, false));
            estimate.add(picture(k, true));
        }
        MotionMask mask = MotionMask.of(truth);
        assertClose(Ssim.of(truth, estimate), "ssim");
        assertClose(Ssim.inside(mask, truth, estimate), "ssim-motion");
        assertClose(Psnr.whole(truth, estimate), "psnr");
        assertClose(Psnr.inside(mask, truth, estimate), "psnr-motion");
    }

    @Test
    void distancesOfSetsAgree() {
        double[][] a = new double[240][8];
        double[][] b = new double[210][8];
        for (int j = 0; j < 8; j++) {
            for (int i = 0; i < a.length; i++) {
                a[i][j] = Math.sin(0.7 * (i + 1) * (j + 1) + 0.1 * i);
            }
            for (int i = 0; i < b.length; i++) {
                b[i][j] = 0.9 * Math.cos(0.3 * (i + 2) * (j + 1)) + 0.2;
            }
        }
        assertClose(EmbeddingSets.frechet(a, b), "frechet-distance");
        assertClose(EmbeddingSets.kernel(a, b), "kernel-distance");
    }

    @Test
    void onsetDensitiesAgree() {
        double[] onsets = {0.5, 0.9, 1.4, 2.0, 2.7, 3.1, 3.4, 3.6, 4.5};
        double[] slower = new double[onsets.length];
        for (int i = 0; i < onsets.length; i++) {
            slower[i] = onsets[i] * 1.05 + 0.02;
        }
        double r = Correlation.pearson(TempoCorrelation.density(onsets, 50), TempoCorrelation.density(slower, 50));
        assertThat(r).isCloseTo(value("onset-density-correlation"), within(1e-6));
    }

    private static void assertClose(Measurement measured, String name) {
        assertThat(measured.asDouble().orElseThrow()).as(name).isCloseTo(value(name), within(1e-8));
    }
}
