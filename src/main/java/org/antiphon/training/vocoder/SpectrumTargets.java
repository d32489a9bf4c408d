package org.antiphon.training.vocoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.antiphon.model.vocoder.VocoderConfig;
import org.antiphon.nn.Scalars;
import org.antiphon.signal.MelFilters;
import org.antiphon.signal.MelSpectrogram;
import org.antiphon.signal.Window;

/** What a vocoder should say of a sound, and the log-mel it is told. */
final class SpectrumTargets {

    private static final float QUIETEST = 1e-4f;

    private final VocoderConfig config;
    private final double[] window;
    private final NDArray filters; // (F, bins)
    private final NDArray turnReal; // (1, 1, F)
    private final NDArray turnImaginary;

    /** @param manager that keeps the constants */
    SpectrumTargets(NDManager manager, VocoderConfig config) {
        this.config = config;
        window = Window.hann(config.fft());
        int f = config.spectrumBins();
        MelFilters mel = MelSpectrogram.MODEL.filters();
        if (mel.bins() != config.bins() || MelSpectrogram.MODEL.stft().bins() != f) {
            throw new IllegalArgumentException("the vocoder must have the " + mel.bins() + " mel bins and "
                    + MelSpectrogram.MODEL.stft().bins() + " spectrum bins of the model's mel spectrogram, has "
                    + config.bins() + " and " + f);
        }
        float[] real = new float[f];
        float[] imaginary = new float[f];
        for (int k = 0; k < f; k++) {
            double angle = -2 * Math.PI * config.hop() / config.fft() * k;
            real[k] = (float) Math.cos(angle);
            imaginary[k] = (float) Math.sin(angle);
        }
        filters = manager.create(filters(), new Shape(f, mel.bins()));
        turnReal = manager.create(real, new Shape(1, 1, f));
        turnImaginary = manager.create(imaginary, new Shape(1, 1, f));
    }

    /** The filters of the model's mel spectrogram, {@code [spectrum bin * mel bins + mel bin]}. */
    static float[] filters() {
        MelFilters mel = MelSpectrogram.MODEL.filters();
        int f = MelSpectrogram.MODEL.stft().bins();
        float[] weights = new float[f * mel.bins()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) mel.weight(i % mel.bins(), i / mel.bins());
        }
        return weights;
    }

    /** Targets (B, T, F) as {@link org.antiphon.model.vocoder.VocoderNetwork.Prediction} has them; log-mel (B, bins, T). */
    record Batch(
            NDArray logMel,
            NDArray logMagnitude,
            NDArray timeReal,
            NDArray timeImaginary,
            NDArray binReal,
            NDArray binImaginary) {}

    /** @param crops sounds of (frames * hop + fft) samples each; one frame more than {@code frames} fits */
    Batch of(NDManager scope, float[][] crops, int frames) {
        int f = config.spectrumBins();
        NDArray bins = scope.create(cut(crops, frames + 1), new Shape(crops.length, frames + 1, config.fft()))
                .rfft(config.fft())
                .real(); // (B, T + 1, F, 2)
        NDArray re = bins.get("..., 0");
        NDArray im = bins.get("..., 1");
        NDArray nowRe = re.get(":, 1:");
        NDArray nowIm = im.get(":, 1:");
        NDArray oldRe = re.get(":, :-1");
        NDArray oldIm = im.get(":, :-1");
        NDArray stepRe = nowRe.mul(oldRe).add(nowIm.mul(oldIm)); // now · conj(old)
        NDArray stepIm = nowIm.mul(oldRe).sub(nowRe.mul(oldIm));
        NDArray length = stepRe.square().add(stepIm.square()).sqrt().add(1e-12);
        NDArray timeRe = stepRe.mul(turnReal).sub(stepIm.mul(turnImaginary)).div(length);
        NDArray timeIm = stepRe.mul(turnImaginary).add(stepIm.mul(turnReal)).div(length);
        NDArray upRe = shifted(nowRe, f);
        NDArray upIm = shifted(nowIm, f);
        NDArray binRe = upRe.mul(nowRe).add(upIm.mul(nowIm)); // up · conj(now)
        NDArray binIm = upIm.mul(nowRe).sub(upRe.mul(nowIm));
        NDArray binLength = binRe.square().add(binIm.square()).sqrt().add(1e-12);
        NDArray magnitude = nowRe.square().add(nowIm.square()).sqrt(); // (B, T, F)
        return new Batch(
                Scalars.atLeast(magnitude.matMul(filters), MelSpectrogram.FLOOR)
                        .log()
                        .transpose(0, 2, 1),
                Scalars.atLeast(magnitude, QUIETEST).log(),
                timeRe,
                timeIm,
                binRe.div(binLength),
                binIm.div(binLength));
    }

    /** Each bin's upper neighbour; the last bin is its own. */
    private static NDArray shifted(NDArray x, int bins) {
        return x.get("..., 1:").concat(x.get("..., " + (bins - 1) + ":"), -1);
    }

    /** Windowed frames with the middle first, as {@code OverlapAdd} counts phases. */
    private float[] cut(float[][] crops, int frames) {
        int fft = config.fft();
        float[] out = new float[crops.length * frames * fft];
        for (int b = 0; b < crops.length; b++) {
            for (int t = 0; t < frames; t++) {
                int base = (b * frames + t) * fft;
                int start = t * config.hop();
                for (int n = 0; n < fft; n++) {
                    out[base + ((n + fft / 2) & (fft - 1))] = (float) (crops[b][start + n] * window[n]);
                }
            }
        }
        return out;
    }
}
