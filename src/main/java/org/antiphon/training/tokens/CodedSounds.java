package org.antiphon.training.tokens;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.antiphon.clip.Hop;
import org.antiphon.clip.Mel;
import org.antiphon.clip.SampleRate;
import org.antiphon.model.ModelStore;
import org.antiphon.model.codec.Codec;
import org.antiphon.model.codec.CodecConfig;
import org.antiphon.training.Example;
import org.antiphon.training.Recipe;

/** Tokens that a trained codec makes of the prepared recordings, each made once and kept. */
public final class CodedSounds implements AutoCloseable {

    private final NDManager manager;
    private final ModelStore store;
    private final Codec codec;
    private final Map<String, int[][]> coded = new ConcurrentHashMap<>();

    private CodedSounds(NDManager manager, Path models) {
        this.manager = manager;
        store = new ModelStore(models, manager);
        codec = Codec.open(store);
    }

    /**
     * The codec that the recipe's data names by {@code codec}: a folder of models that holds one.
     *
     * @throws IllegalArgumentException if the recipe names none
     * @throws java.io.UncheckedIOException naming what is missing in that folder
     */
    static CodedSounds of(Recipe recipe, NDManager manager) {
        Object folder = recipe.data().get("codec");
        if (folder == null) {
            throw new IllegalArgumentException("recipe " + recipe.name()
                    + ": data must say where the codec is, as in codec: models (a folder with codec/NAME)");
        }
        return new CodedSounds(manager, Path.of(folder.toString()));
    }

    CodecConfig config() {
        return codec.config();
    }

    /** {@code [codebook][step]} of a whole recording. */
    int[][] of(Example example) {
        return coded.computeIfAbsent(example.recording().id(), id -> code(example));
    }

    private synchronized int[][] code(Example example) {
        int frames = example.timeline().latentSteps() * CodecConfig.FRAMES_PER_STEP;
        return codec.encode(
                manager, new Mel(example.mel(0, frames), frames, Example.BINS, Hop.MODEL, SampleRate.MODEL));
    }

    @Override
    public void close() {
        store.close();
    }
}
