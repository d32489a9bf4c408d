package org.antiphon.training.preparation;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Skeleton;
import org.antiphon.feature.SkeletonSource;
import org.antiphon.model.ModelStore;
import org.antiphon.model.latent.LatentReader;
import org.antiphon.training.ControlPoints;
import org.antiphon.training.shard.Section.Sizes;

/**
 * Skeletons as the video encoder of the latent model sees them. It was taught 17 of the 47 joints (neck, arms and the five
 * finger tips of each hand) and seven points of tools; the other joints have confidence 0. A point's confidence says how narrow its
 * place is; below {@value #LEAST} it counts as not found.
 */
final class ModelSkeletons implements SkeletonSource {

    private static final float LEAST = 0.25f;
    private static final int PLANE = Sizes.PICTURE * Sizes.PICTURE;
    private static final int FIELD = Sizes.FLOW * Sizes.FLOW;

    private final NDManager manager = NDManager.newBaseManager();
    private final ModelStore store;
    private final LatentReader reader;

    /** @throws java.io.UncheckedIOException naming what is missing in the folder of models */
    ModelSkeletons(Path models) {
        store = new ModelStore(models, manager);
        reader = LatentReader.open(store);
    }

    @Override
    public String name() {
        return "latent model " + store.checksum();
    }

    @Override
    public synchronized List<Found> find(List<Picture> pictures, List<FlowField> flow) {
        int count = pictures.size();
        int even = count + count % 2;
        float[] seen = new float[even * 3 * PLANE];
        float[] moved = new float[even * 2 * FIELD];
        for (int f = 0; f < even; f++) {
            byte[] rgb = pictures.get(Math.min(f, count - 1)).rgb();
            for (int i = 0; i < rgb.length; i++) {
                seen[f * 3 * PLANE + i % 3 * PLANE + i / 3] = (rgb[i] & 0xFF) / 127.5f - 1;
            }
            if (f < count) {
                for (int i = 0; i < FIELD; i++) {
                    moved[f * 2 * FIELD + i] = flow.get(f).dx()[i] / 4;
                    moved[(f * 2 + 1) * FIELD + i] = flow.get(f).dy()[i] / 4;
                }
            }
        }
        LatentReader.Places places = reader.places(manager, seen, moved, even);
        List<Found> found = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            found.add(found(places, f));
        }
        return found;
    }

    private static Found found(LatentReader.Places places, int frame) {
        float[] x = new float[Skeleton.JOINTS];
        float[] y = new float[Skeleton.JOINTS];
        float[] confidence = new float[Skeleton.JOINTS];
        float[][] tools = new float[Sizes.POINTS - ControlPoints.joints()][3];
        for (int p = 0; p < Sizes.POINTS; p++) {
            int at = frame * Sizes.POINTS + p;
            float sure = places.sureness()[at] < LEAST ? 0 : places.sureness()[at];
            float px = sure == 0 ? 0 : places.points()[2 * at] * Sizes.PICTURE;
            float py = sure == 0 ? 0 : places.points()[2 * at + 1] * Sizes.PICTURE;
            int joint = ControlPoints.joint(p);
            if (joint < 0) {
                tools[p - ControlPoints.joints()] = new float[] {px, py, sure};
            } else {
                x[joint] = px;
                y[joint] = py;
                confidence[joint] = sure;
            }
        }
        return new Found(new Skeleton(x, y, confidence), tools);
    }

    @Override
    public void close() {
        store.close();
        manager.close();
    }
}
