package org.antiphon.model.vocoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.antiphon.clip.Mel;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.antiphon.model.ModelStore;
import org.antiphon.nn.TensorScope;

/**
 * Plays a log-mel spectrogram of any length: stretches of ten seconds are predicted with the network's reach on both
 * sides, phases go on from one stretch to the next, and a few Griffin–Lim steps with momentum (Perraudin et al. 2013)
 * smooth what the integration left inconsistent.
 */
public final class Vocoder {

    private static final int STRETCH = 1000;
    private static final float MOMENTUM = 0.9f;

    private final VocoderNetwork network;
    private final VocoderConfig config;
    private final OverlapAdd transform;
    private final int refinements;

    public static Vocoder open(ModelStore store) {
        return new Vocoder(store.open(
                "vocoder", VocoderConfig.class, (weights, config) -> new VocoderNetwork(weights.root(), config)));
    }

    public Vocoder(VocoderNetwork network) {
        this(network, 8);
    }

    /** @param refinements Griffin–Lim steps after the phases were put together */
    public Vocoder(VocoderNetwork network, int refinements) {
        this.network = network;
        this.config = network.config();
        this.refinements = refinements;
        transform = new OverlapAdd(config.fft(), config.hop());
    }

    /**
     * @param manager where arrays of the work live; they are freed before this returns
     * @param samples length of the sound
     * @param seed of the phases that follow from nothing
     * @throws IllegalArgumentException if the mel has another number of bins or another hop
     */
    public Waveform play(NDManager manager, Mel mel, int samples, Seed seed) {
        if (mel.bins() != config.bins() || mel.hop().samples() != config.hop()) {
            throw new IllegalArgumentException("vocoder plays " + config.bins() + " bins at hop " + config.hop()
                    + ", got " + mel.bins() + " at hop " + mel.hop().samples());
        }
        SplittableRandom random = new SplittableRandom(seed.derive("vocoder").value());
        float[] sound = new float[samples];
        float[] phasors = {};
        int margin = config.reach() + config.fft() / config.hop() + 1;
        for (int from = 0; from < mel.frames(); from += STRETCH) {
            int start = Math.max(0, from - margin);
            int to = Math.min(mel.frames(), from + STRETCH);
            int end = Math.min(mel.frames(), to + margin);
            try (TensorScope scope = new TensorScope(manager)) {
                PhaseSteps steps = predict(scope.manager(), mel, start, end);
                float[] spectrum = spectrum(scope.manager(), steps, phasors, random);
                float[] piece = transform.inverse(scope.manager(), spectrum, end - start, (end - start) * config.hop());
                place(piece, start, from, to, mel.frames(), sound);
                phasors = unit(spectrum, Math.max(0, to - margin - start), to - start);
            }
        }
        return new Waveform(sound, mel.rate());
    }

    private PhaseSteps predict(NDManager manager, Mel mel, int start, int end) {
        float[] values = Arrays.copyOfRange(mel.values(), start * mel.bins(), end * mel.bins());
        NDArray input =
                manager.create(values, new Shape(1, end - start, mel.bins())).transpose(0, 2, 1);
        VocoderNetwork.Prediction prediction = network.predict(input);
        return new PhaseSteps(
                end - start,
                config.spectrumBins(),
                prediction.logMagnitude().exp().toFloatArray(),
                prediction.timeReal().toFloatArray(),
                prediction.timeImaginary().toFloatArray(),
                prediction.binReal().toFloatArray(),
                prediction.binImaginary().toFloatArray());
    }

    private float[] spectrum(NDManager manager, PhaseSteps steps, float[] before, SplittableRandom random) {
        double advance = 2 * Math.PI * config.hop() / config.fft();
        float[] phasors = PhaseIntegrator.integrate(steps, advance, before, random);
        float[] spectrum = scaled(phasors, steps.magnitude(), 0);
        float[] momentum = null;
        for (int i = 0; i < refinements; i++) {
            try (TensorScope inner = new TensorScope(manager)) {
                float[] sound =
                        transform.inverse(inner.manager(), spectrum, steps.frames(), steps.frames() * config.hop());
                float[] projected = transform.forward(inner.manager(), sound, steps.frames());
                float[] ahead = projected.clone();
                if (momentum != null) {
                    for (int j = 0; j < ahead.length; j++) {
                        ahead[j] += MOMENTUM * (projected[j] - momentum[j]);
                    }
                }
                momentum = projected;
                spectrum = scaled(ahead, steps.magnitude(), before.length);
                for (int j = 0; j < before.length; j++) {
                    spectrum[j] = before[j] * steps.magnitude()[j / 2];
                }
            }
        }
        return spectrum;
    }

    /** Gives each bin its magnitude and keeps its phase, from value {@code first} on. */
    private static float[] scaled(float[] phases, float[] magnitude, int first) {
        float[] out = new float[phases.length];
        for (int i = first / 2; i < magnitude.length; i++) {
            float re = phases[2 * i];
            float im = phases[2 * i + 1];
            float length = (float) Math.sqrt((double) re * re + (double) im * im);
            float gain = length > 1e-20f ? magnitude[i] / length : 0;
            out[2 * i] = re * gain;
            out[2 * i + 1] = im * gain;
        }
        return out;
    }

    private float[] unit(float[] spectrum, int from, int to) {
        int width = 2 * config.spectrumBins();
        float[] piece = Arrays.copyOfRange(spectrum, from * width, to * width);
        float[] ones = new float[piece.length / 2];
        Arrays.fill(ones, 1);
        return scaled(piece, ones, 0);
    }

    /**
     * Puts frames {@code from} to {@code to} of a piece that begins at frame {@code start} into the sound, and one hop
     * more, over which the next piece fades in.
     */
    private void place(float[] piece, int start, int from, int to, int frames, float[] sound) {
        int hop = config.hop();
        int first = from * hop;
        int last = to == frames ? sound.length : Math.min(sound.length, (to + 1) * hop);
        for (int i = first; i < last; i++) {
            int j = i - start * hop;
            float value = j < piece.length ? piece[j] : 0;
            float share = from == 0 ? 1 : Math.min(1, (i - first + 0.5f) / hop);
            sound[i] += share * (value - sound[i]);
        }
    }
}
