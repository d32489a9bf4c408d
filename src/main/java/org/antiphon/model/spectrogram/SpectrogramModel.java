package org.antiphon.model.spectrogram;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.antiphon.clip.Hop;
import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.model.ModelStore;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.model.sampler.Noise;
import org.antiphon.model.sampler.Sampler;
import org.antiphon.model.sampler.Velocity;
import org.antiphon.nn.Scalars;
import org.antiphon.nn.TensorScope;

/**
 * Turns a performance track of any length into a log-mel spectrogram. Windows of ten seconds are computed with the
 * network's whole reach on both sides and with noise that depends on the place alone, so joining them leaves no seam.
 */
public final class SpectrogramModel {

    /** Steps that give a good result. */
    public static final int DEFAULT_STEPS = 8;

    private static final int WINDOW = 500;
    private static final float GUIDANCE = 1.0f;
    private static final float TEMPERATURE = 0.3f; // deviation of the noise: 1 is as varied as nature, less is surer

    private final SpectrogramNetwork network;
    private final SpectrogramConfig config;
    private final float temperature;

    public static SpectrogramModel open(ModelStore store) {
        return new SpectrogramModel(store.open(
                "spectrogram",
                SpectrogramConfig.class,
                (weights, config) -> new SpectrogramNetwork(weights.root(), config)));
    }

    public SpectrogramModel(SpectrogramNetwork network) {
        this(network, TEMPERATURE);
    }

    /** @param temperature deviation of the noise that a sample starts from, 0 to 1 */
    public SpectrogramModel(SpectrogramNetwork network, float temperature) {
        this.network = network;
        this.temperature = temperature;
        this.config = network.config();
    }

    /**
     * @param manager where arrays of the work live; they are freed before this returns
     * @param steps of the flow; 0 gives the regression alone
     * @return two frames for every step of the track
     */
    public Mel paint(NDManager manager, PerformanceTrack track, Seed seed, int steps, Progress progress) {
        float[] channels = LatentLayout.toChannels(track);
        int total = track.steps();
        float[] mel = new float[total * config.width()];
        Noise noise = new Noise(seed.derive("spectrogram"));
        for (int from = 0; from < total; from += WINDOW) {
            int to = Math.min(total, from + WINDOW);
            int start = Math.max(0, from - config.reach());
            int end = Math.min(total, to + config.reach());
            try (TensorScope scope = new TensorScope(manager)) {
                Progress part = progress.part((double) from / total, (double) to / total);
                NDArray latent = scope.manager()
                        .create(window(channels, total, start, end), new Shape(1, config.channels(), end - start));
                float[] values = paint(scope.manager(), latent, noise, start, steps, part)
                        .toFloatArray();
                System.arraycopy(
                        values,
                        (from - start) * config.width(),
                        mel,
                        from * config.width(),
                        (to - from) * config.width());
            }
        }
        for (int i = 0; i < mel.length; i++) {
            mel[i] = SpectrogramConfig.unscaled(mel[i]);
        }
        int frames = total * SpectrogramConfig.FRAMES_PER_STEP;
        return new Mel(mel, frames, config.bins(), Hop.MODEL, SampleRate.MODEL);
    }

    private NDArray paint(NDManager manager, NDArray latent, Noise noise, int start, int steps, Progress progress) {
        SpectrogramNetwork.Expectation expected = network.expect(latent);
        if (steps == 0) {
            progress.at("painting the spectrogram", 1);
            return expected.mean();
        }
        int length = (int) latent.getShape().get(2);
        NDArray x = Scalars.times(
                manager.create(noise.rows(start, length, config.width()), new Shape(1, length, config.width())),
                temperature);
        NDArray none = expected.features().zerosLike();
        Velocity velocity = Velocity.guided(
                (at, time) -> network.velocity(at, time(manager, time), expected.mean(), expected.features()),
                (at, time) -> network.velocity(at, time(manager, time), expected.mean(), none),
                GUIDANCE);
        NDArray rest = Sampler.EULER.sample(velocity, x, steps, "painting the spectrogram", progress);
        return expected.mean().add(Scalars.times(rest, config.spread()));
    }

    private static NDArray time(NDManager manager, double time) {
        return manager.create(new float[] {(float) time});
    }

    private static float[] window(float[] channels, int total, int start, int end) {
        int rows = channels.length / total;
        int length = end - start;
        float[] out = new float[rows * length];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(
                    Arrays.copyOfRange(channels, row * total + start, row * total + end), 0, out, row * length, length);
        }
        return out;
    }
}
