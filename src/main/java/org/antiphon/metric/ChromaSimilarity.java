package org.antiphon.metric;

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
        return new MetricCard("chroma-similarity", "Chroma similarity", MetricUnit.NUMBER, Better.HIGHER, 0, 1,
                "two sounds of one length", "cosine of 12-class chroma, 8192 points at 24 kHz, 10 frames a second", 1);
    }

    @Override
    public Measurement measure(Waveform reference, Waveform candidate) {
        return SoundPair.measure(reference, candidate, pair -> {
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
