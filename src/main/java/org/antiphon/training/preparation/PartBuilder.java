package org.antiphon.training.preparation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Note;
import org.antiphon.clip.Picture;
import org.antiphon.dataset.Recording;
import org.antiphon.feature.OpticalFlow;
import org.antiphon.feature.SkeletonSource;
import org.antiphon.training.shard.PreparedRecording.Shard;
import org.antiphon.training.shard.PreparedRecording.SkeletonOrigin;
import org.antiphon.training.shard.Section;
import org.antiphon.training.shard.Section.Sizes;
import org.antiphon.training.shard.ShardWriter;
import org.antiphon.training.shard.SkeletonErrors;

/** Writes one shard: pictures, flow and skeletons as they come, what is heard at the end. */
final class PartBuilder implements Closeable {

    /** Pictures that a skeleton is looked for in at a time; an even number. */
    private static final int WINDOW = 16;

    private final ShardWriter out;
    private final Path file;
    private final int first;
    private final Annotated annotated;
    private final Optional<SeenPart> seen;
    private final Optional<SkeletonSource> finder;
    private final List<Picture> pictures = new ArrayList<>();
    private final List<FlowField> flows = new ArrayList<>();
    private float[] motion = new float[256];
    private int frames;
    private SkeletonOrigin origin = SkeletonOrigin.NONE;
    private SkeletonErrors errors = SkeletonErrors.NONE;
    private Shard shard;

    PartBuilder(
            ShardWriter out,
            Path file,
            int first,
            Annotated annotated,
            Optional<SeenPart> seen,
            Optional<SkeletonSource> finder) {
        this.out = out;
        this.file = file;
        this.first = first;
        this.annotated = annotated;
        this.seen = seen;
        this.finder = finder;
    }

    int first() {
        return first;
    }

    SkeletonOrigin origin() {
        return origin;
    }

    SkeletonErrors errors() {
        return errors;
    }

    /** The shard, once it is finished. */
    Shard shard() {
        return shard;
    }

    /** A frame without picture. */
    void unseen() throws IOException {
        moved(0);
        keep(first + frames - 1, Optional.empty());
    }

    /** @param before the picture before this one, or null for the first of the recording */
    void see(Picture picture, Picture before) throws IOException {
        out.add(Section.PICTURES, picture.rgb());
        FlowField flow = before == null
                ? FlowField.zero(Sizes.FLOW, Sizes.FLOW)
                : OpticalFlow.halved(OpticalFlow.motion(before, picture));
        out.add(Section.FLOW, Packing.flow(flow));
        double sum = 0;
        for (int p = 0; p < flow.dx().length; p++) {
            sum += Math.hypot(flow.dx()[p], flow.dy()[p]);
        }
        moved((float) (sum / flow.dx().length / Sizes.FLOW * 25));
        pictures.add(picture);
        flows.add(flow);
        if (pictures.size() == WINDOW) {
            skeletons();
        }
    }

    private void moved(float energy) {
        if (2 * frames + 2 > motion.length) {
            motion = Arrays.copyOf(motion, 2 * motion.length);
        }
        motion[2 * frames] = energy;
        motion[2 * frames + 1] = energy;
        frames++;
    }

    private void skeletons() throws IOException {
        int from = first + frames - pictures.size();
        List<SkeletonSource.Found> found = finder.isPresent() ? finder.get().find(pictures, flows) : List.of();
        for (int i = 0; i < pictures.size(); i++) {
            keep(from + i, found.isEmpty() ? Optional.empty() : Optional.of(found.get(i)));
        }
        pictures.clear();
        flows.clear();
    }

    /** Writes the skeleton of a frame: the annotated one where there is one, else what was found. */
    private void keep(int frame, Optional<SkeletonSource.Found> found) throws IOException {
        boolean told = annotated.joints().isPresent();
        if (!told && found.isEmpty()) {
            return;
        }
        float[][] joints = annotated(annotated.joints(), frame);
        float[][] tools = annotated(annotated.tools(), frame);
        if (found.isPresent()) {
            float[][] foundJoints = SeenPart.shares(found.get().skeleton());
            float[][] foundTools = shares(found.get().tools());
            if (told && joints != null) {
                errors = errors.plus(
                        SkeletonErrors.of(SeenPart.control(joints, tools), SeenPart.control(foundJoints, foundTools)));
            } else if (!told) {
                joints = foundJoints;
                tools = foundTools;
            }
        }
        origin = told ? SkeletonOrigin.ANNOTATED : SkeletonOrigin.FOUND;
        float[] control = SeenPart.control(joints, tools);
        out.add(Section.SKELETON, Packing.points(joints == null ? new float[Sizes.JOINTS][3] : joints));
        out.add(Section.POINTS, Packing.halves(control, 0, control.length));
    }

    /** Annotated points in shares of what is seen, or null where a frame has none. */
    private float[][] annotated(Optional<float[][][]> points, int frame) {
        return points.isEmpty() || seen.isEmpty() || frame >= points.get().length
                ? null
                : seen.get().points(points.get()[frame]);
    }

    private static float[][] shares(float[][] pixels) {
        float[][] out = new float[pixels.length][];
        for (int i = 0; i < out.length; i++) {
            out[i] = new float[] {pixels[i][0] / Sizes.PICTURE, pixels[i][1] / Sizes.PICTURE, pixels[i][2]};
        }
        return out;
    }

    /** Ends the shard. @return the notes that begin in it */
    List<Note> finish(int count, PartEvents heard, float[] instrument) throws IOException {
        if (!pictures.isEmpty()) {
            skeletons();
        }
        List<Note> notes = heard.write(out, annotated, instrument, motion);
        if (first == 0) {
            for (int i = 0; i < annotated.trueFlow().size() && i * Recording.FLOW_STEP < count; i++) {
                FlowField field = annotated.trueFlow().get(i);
                if (field.width() == Sizes.TRUE_FLOW && field.height() == Sizes.TRUE_FLOW) {
                    out.add(Section.TRUE_FLOW, Packing.trueFlow(field));
                }
            }
        }
        ShardWriter.Written written = out.finish(count);
        shard = new Shard(file.getFileName().toString(), count, written.bytes(), written.sha256());
        return notes;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
