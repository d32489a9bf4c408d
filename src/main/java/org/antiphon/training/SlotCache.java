package org.antiphon.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.antiphon.feature.FeatureCache;
import org.antiphon.model.latent.LatentModel;
import org.antiphon.model.latent.VisualConfig;
import org.antiphon.nn.TensorScope;

/**
 * What a frozen ViViT sees in each recording, computed when it is first asked for and kept in a folder, by what was seen
 * and by whom: pictures, checkpoint and pixel rule.
 */
final class SlotCache {

    private static final int VERSION = 1;
    private static final int PIXELS = 3 * Example.PICTURE * Example.PICTURE;

    private final LatentModel model;
    private final VisualConfig config;
    private final FeatureCache cache;
    private final Map<Example, FeatureCache.Key> keys = new ConcurrentHashMap<>();

    SlotCache(LatentModel model, VisualConfig config, Path folder) {
        this.model = model;
        this.config = config;
        this.cache = new FeatureCache(folder);
    }

    /**
     * Features of the slots of some frames, which begin at a slot: (count / slot frames, dim). Beyond the recording's end
     * they are zero.
     */
    float[] slots(Example example, int from, int count) {
        int dim = config.sizes().dim();
        int perSlot = config.sizes().slotFrames();
        float[] all = all(example);
        float[] out = new float[count / perSlot * dim];
        int first = from / perSlot * dim;
        if (first < all.length) {
            System.arraycopy(all, first, out, 0, Math.min(out.length, all.length - first));
        }
        return out;
    }

    private float[] all(Example example) {
        try {
            byte[] bytes = cache.get(keys.computeIfAbsent(example, this::key), () -> compute(example));
            float[] values = new float[bytes.length / Float.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FeatureCache.Key key(Example example) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((config.checksum() + config.rule() + config.sizes()).getBytes(StandardCharsets.UTF_8));
            float[] picture = new float[PIXELS];
            ByteBuffer bytes = ByteBuffer.allocate(PIXELS * Float.BYTES);
            for (int f = 0; f < example.timeline().videoFrames(); f++) {
                example.frames(f, 1, picture, 0);
                bytes.asFloatBuffer().put(picture);
                digest.update(bytes.array());
            }
            return new FeatureCache.Key(HexFormat.of().formatHex(digest.digest()), "vivit-slots", VERSION);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Window by window, as the network's windows follow each other. */
    private byte[] compute(Example example) {
        int perSlot = config.sizes().slotFrames();
        int total = (example.timeline().videoFrames() + perSlot - 1) / perSlot * perSlot;
        int dim = config.sizes().dim();
        ByteBuffer out =
                ByteBuffer.allocate(total / perSlot * dim * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        NDManager parent = model.weights().manager();
        int step = config.sizes().frames();
        for (int from = 0; from < total; from += step) {
            int end = Math.min(total, from + step);
            int start = Math.max(0, end - step);
            float[] pictures = new float[(end - start) * PIXELS];
            example.frames(start, end - start, pictures, 0);
            try (TensorScope scope = new TensorScope(parent)) {
                Shape shape = new Shape(1, end - start, 3, Example.PICTURE, Example.PICTURE);
                float[] slots =
                        model.slots(scope.manager().create(pictures, shape)).toFloatArray();
                int skip = (from - start) / perSlot * dim;
                out.asFloatBuffer().put(slots, skip, slots.length - skip);
                out.position(out.position() + (slots.length - skip) * Float.BYTES);
            }
        }
        return out.array();
    }
}
