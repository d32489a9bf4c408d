package org.antiphon.training;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.antiphon.clip.Timeline;
import org.antiphon.model.ModelStore;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.model.latent.LatentReader;
import org.antiphon.nn.Half;

/**
 * Latents as a trained audio encoder hears the prepared recordings: what a decoder will be given in use, with an
 * encoder's own mistakes instead of invented ones. Each recording is heard once and kept in half precision.
 */
public final class HeardTracks implements AutoCloseable {

    private final NDManager manager;
    private final ModelStore store;
    private final LatentReader reader;
    private final Map<Example, short[]> heard = new ConcurrentHashMap<>();

    private HeardTracks(NDManager manager, Path models) {
        this.manager = manager;
        store = new ModelStore(models, manager);
        reader = LatentReader.open(store);
    }

    /**
     * The encoder that the recipe's data names by {@code ear}: a folder of models that holds a latent model.
     *
     * @throws java.io.UncheckedIOException naming what is missing in that folder
     */
    public static Optional<HeardTracks> of(Recipe recipe, NDManager manager) {
        return Optional.ofNullable(recipe.data().get("ear"))
                .map(folder -> new HeardTracks(manager, Path.of(folder.toString())));
    }

    /** The heard latent of {@code count} steps, channel-major as {@link Example#latent} has the true one. */
    public float[] latent(Example example, int from, int count) {
        short[] whole = heard.computeIfAbsent(example, this::hear);
        int total = whole.length / LatentLayout.CHANNELS;
        float[] out = new float[LatentLayout.CHANNELS * count];
        for (int c = 0; c < LatentLayout.CHANNELS; c++) {
            for (int t = 0; t < count && from + t < total; t++) {
                out[c * count + t] = Half.toFloat(whole[c * total + from + t]);
            }
        }
        for (int t = Math.max(0, total - from); t < count; t++) {
            out[LatentLayout.LOUDNESS * count + t] = LatentLayout.scaleLoudness(-80);
        }
        return out;
    }

    private synchronized short[] hear(Example example) {
        int frames = example.timeline().latentSteps() * Timeline.MEL_FRAMES_PER_FRAME / Timeline.LATENT_STEPS_PER_FRAME;
        float[] mel = example.mel(0, frames);
        for (int i = 0; i < mel.length; i++) {
            mel[i] = LatentBatch.scaled(mel[i]);
        }
        float[] latent = reader.hear(manager, mel, frames).latent();
        short[] half = new short[latent.length];
        for (int i = 0; i < half.length; i++) {
            half[i] = Half.fromFloat(latent[i]);
        }
        return half;
    }

    @Override
    public void close() {
        store.close();
    }
}
