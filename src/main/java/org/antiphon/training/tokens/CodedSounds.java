package org.antiphon.training.tokens;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.antiphon.clip.Hop;
import org.antiphon.clip.Mel;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.model.ModelStore;
import org.antiphon.model.codec.Codec;
import org.antiphon.model.codec.CodecConfig;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.model.spectrogram.SpectrogramModel;
import org.antiphon.training.Example;
import org.antiphon.training.Recipe;
import org.antiphon.training.spectrogram.MelSource;

/**
 * Tokens that a trained codec makes of the prepared recordings, and its code of what a trained spectrogram model expects
 * of their latents, each made once and kept.
 */
final class CodedSounds implements AutoCloseable {

    private static final Seed UNUSED = new Seed(0);

    private final NDManager manager;
    private final ModelStore store;
    private final Codec codec;
    private final SpectrogramModel spectrogram;
    private final Map<String, int[][]> coded = new ConcurrentHashMap<>();

    private CodedSounds(NDManager manager, Path models) {
        this.manager = manager;
        store = new ModelStore(models, manager);
        try {
            codec = Codec.open(store);
            spectrogram = SpectrogramModel.open(store);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * The models that the recipe's data names by {@code codec}: a folder that holds a codec and a spectrogram model.
     *
     * @throws IllegalArgumentException if the recipe names none
     * @throws java.io.UncheckedIOException naming what is missing in that folder
     */
    static CodedSounds of(Recipe recipe, NDManager manager) {
        Object folder = recipe.data().get("codec");
        if (folder == null) {
            throw new IllegalArgumentException("recipe " + recipe.name()
                    + ": data must say where codec and spectrogram model are, as in codec: models (with codec/NAME)");
        }
        return new CodedSounds(manager, Path.of(folder.toString()));
    }

    Codec codec() {
        return codec;
    }

    TokenSource source(Example example, MelSource latents) {
        return new TokenSource() {

            private float[] expected;

            @Override
            public int steps() {
                return latents.steps();
            }

            @Override
            public float[] latent(int from, int count) {
                return latents.latent(from, count);
            }

            @Override
            public float[] expected() {
                expected = expected == null ? expect(latents) : expected;
                return expected;
            }

            @Override
            public int[][] tokens() {
                return coded.computeIfAbsent(example.recording().id(), id -> code(example));
            }
        };
    }

    private float[] expect(MelSource latents) {
        float[] sure = new float[latents.steps()];
        Arrays.fill(sure, 1);
        Mel mel = spectrogram.paint(
                manager,
                LatentLayout.toTrack(latents.latent(0, latents.steps()), latents.steps(), sure),
                UNUSED,
                0,
                Progress.NONE);
        return codec.code(manager, mel);
    }

    private int[][] code(Example example) {
        int frames = example.timeline().latentSteps() * CodecConfig.FRAMES_PER_STEP;
        return codec.encode(
                manager, new Mel(example.mel(0, frames), frames, Example.BINS, Hop.MODEL, SampleRate.MODEL));
    }

    @Override
    public void close() {
        store.close();
    }
}
