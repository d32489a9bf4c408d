package org.antiphon.metric;

import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.metric.MetricCard.Better;
import org.antiphon.signal.Chroma;

/**
 * Whether the same pitch classes sound at the same time: mean cosine of chroma vectors over the frames in which the
 * reference sounds (within 50 dB of its loudest). Blind to octaves; two pieces in one key are already alike.
 */
public record ChromaSimilarity() implements SoundMetric {

    private static final double RANGE = 1e-5;

    @Override
    public MetricCard card() {
        return new MetricCard(
                "chroma-similarity",
                "Chroma similarity",
                MetricUnit.NUMBER,
                Better.HIGHER,
                0,
                1,
                Needs.aligned("two sounds").at(SampleRate.MODEL),
                "mean cosine of 12-class chroma, 8192 points, 10 frames a second",
                1,
                "Whether the same notes sound at the same time, octaves aside: right harmony, right moment.",
                "Which octave, which rhythm within a tenth of a second, or which instrument. Two pieces in one key are"
                        + " alike already: 0.5 is not half right.");
    }

    @Override
    public Measurement measure(SoundPair sounds) {
        return sounds.aligned(SampleRate.MODEL, pair -> {
            float[] a = Chroma.of(new Waveform(pair.reference(), pair.rate()));
            float[] b = Chroma.of(new Waveform(pair.candidate(), pair.rate()));
            double loudest = 0;
            for (int frame = 0; frame < a.length / Chroma.CLASSES; frame++) {
                loudest = Math.max(loudest, product(a, a, frame));
            }
            double sum = 0;
            int count = 0;
            for (int frame = 0; frame < a.length / Chroma.CLASSES; frame++) {
                double aa = product(a, a, frame);
                double bb = product(b, b, frame);
                if (aa > 0 && Math.sqrt(aa) >= RANGE * Math.sqrt(loudest)) {
                    sum += bb > 0 ? product(a, b, frame) / Math.sqrt(aa * bb) : 0;
                    count++;
                }
            }
            return count == 0
                    ? new NotMeasured("the reference is silent")
                    : new Measured(sum / count, MetricUnit.NUMBER);
        });
    }

    private static double product(float[] a, float[] b, int frame) {
        double sum = 0;
        for (int i = frame * Chroma.CLASSES; i < (frame + 1) * Chroma.CLASSES; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
