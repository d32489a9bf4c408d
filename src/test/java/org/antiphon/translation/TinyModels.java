package org.antiphon.translation;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.antiphon.model.ModelFolder;
import org.antiphon.model.codec.CodecConfig;
import org.antiphon.model.codec.CodecNetwork;
import org.antiphon.model.flowfield.FlowFieldConfig;
import org.antiphon.model.flowfield.FlowFieldModel;
import org.antiphon.model.latent.AudioEncoderConfig;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.model.latent.LatentModel;
import org.antiphon.model.latent.LatentModelConfig;
import org.antiphon.model.spectrogram.SpectrogramConfig;
import org.antiphon.model.spectrogram.SpectrogramNetwork;
import org.antiphon.model.tokens.TokensConfig;
import org.antiphon.model.tokens.TokensNetwork;
import org.antiphon.model.vivit.VideoEncoderConfig;
import org.antiphon.model.vocoder.VocoderConfig;
import org.antiphon.model.vocoder.VocoderNetwork;
import org.antiphon.nn.Weights;

/** A folder of models of every family that know nothing and are small. */
public final class TinyModels {

    private TinyModels() {}

    public static void write(Path folder) throws IOException {
        LatentModelConfig latent = new LatentModelConfig(
                16, new VideoEncoderConfig(96, 4, 16, 2, 1, 16, 1, 2, 1), new AudioEncoderConfig(100, 16, 1));
        SpectrogramConfig spectrogram = new SpectrogramConfig(LatentLayout.CHANNELS, 100, 8, 16, 1, 1, 3, 0.5f);
        VocoderConfig vocoder = new VocoderConfig(100, 8, 16, 1, 3, 1024, 240);
        FlowFieldConfig flowField = new FlowFieldConfig(8, 16, 1, 8, 1, 4, 0.5f);
        try (NDManager manager = NDManager.newBaseManager()) {
            Weights weights = new Weights(manager, 1);
            new LatentModel(weights, latent);
            save(folder.resolve("latent/tiny"), latent, weights);
            weights = new Weights(manager, 2);
            new SpectrogramNetwork(weights.root(), spectrogram);
            save(folder.resolve("spectrogram/tiny"), spectrogram, weights);
            weights = new Weights(manager, 3);
            float[] filters = new float[513 * 100];
            for (int k = 0; k < 513; k++) {
                filters[k * 100 + k * 100 / 513] = 0.2f;
            }
            new VocoderNetwork(weights.root(), vocoder, filters);
            save(folder.resolve("vocoder/tiny"), vocoder, weights);
            weights = new Weights(manager, 4);
            new FlowFieldModel(weights, flowField);
            save(folder.resolve("flowfield/tiny"), flowField, weights);
        }
    }

    /** Codec and token model too, of the way by tokens. */
    public static void writeTokens(Path folder) throws IOException {
        CodecConfig codec = new CodecConfig(100, 8, 16, 1, 3, 4, 3, 6);
        TokensConfig tokens = new TokensConfig(LatentLayout.CHANNELS, 3, 6, 4, 1, 3, 8, 16, 1, 2, 16);
        try (NDManager manager = NDManager.newBaseManager()) {
            Weights weights = new Weights(manager, 5);
            new CodecNetwork(weights.root(), codec);
            save(folder.resolve("codec/tiny"), codec, weights);
            weights = new Weights(manager, 6);
            new TokensNetwork(weights.root(), tokens);
            save(folder.resolve("tokens/tiny"), tokens, weights);
        }
    }

    private static void save(Path folder, Object config, Weights weights) throws IOException {
        Files.createDirectories(folder);
        new ObjectMapper().writeValue(folder.resolve(ModelFolder.CONFIG).toFile(), config);
        weights.save(folder.resolve(ModelFolder.WEIGHTS), true);
        Files.writeString(
                folder.resolve(ModelFolder.SUMS),
                ModelFolder.sha256(folder.resolve(ModelFolder.CONFIG)) + "  " + ModelFolder.CONFIG + "\n"
                        + ModelFolder.sha256(folder.resolve(ModelFolder.WEIGHTS)) + "  " + ModelFolder.WEIGHTS + "\n");
    }
}
