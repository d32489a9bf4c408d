package org.antiphon.translation;

import org.antiphon.clip.FlowField;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Timeline;
import org.antiphon.clip.Waveform;
import org.antiphon.feature.FeatureExtractor;
import org.antiphon.feature.Features;
import org.antiphon.feature.PictureScaler;
import org.antiphon.model.latent.LatentReader;
import org.antiphon.translation.Windows.Window;

/** Pictures or sound of any length → performance track, in windows that overlap by half a second or more. */
final class Encoders {

    private static final int SEEN = 64; // frames
    private static final int HEARD =
            128; // latent steps; both as long as in training, so that familiarity means the same
    private static final int OVERLAP = 16;
    private static final int SIDE = FeatureExtractor.PICTURE_SIDE;
    private static final int FLOW = FeatureExtractor.FLOW_SIDE;
    private static final float FLOW_SCALE = 4;
    private static final float FLOW_STEPS = 8; // the models were trained on flow kept in eighths of a pixel
    private static final float MEL_SHIFT = 5;
    private static final float MEL_SCALE = 5;

    private final Device device;
    private final LatentReader model;

    Encoders(Device device, LatentReader model) {
        this.device = device;
        this.model = model;
    }

    PerformanceTrack see(Frames frames, Progress progress) {
        Features features = FeatureExtractor.see(frames, progress.part(0, 0.4));
        int total = features.timeline().videoFrames();
        TrackBuilder builder = new TrackBuilder(features.timeline().latentSteps());
        for (Window window : Windows.cover(total, SEEN, OVERLAP)) {
            progress.at("reading the performance", 0.4 + 0.6 * window.start() / total);
            device.compute(() -> {
                see(features, window, builder);
                return null;
            });
        }
        return builder.track();
    }

    private void see(Features features, Window window, TrackBuilder builder) {
        int even = window.length() + window.length() % 2; // the last frame twice, where there is an odd number
        float[] pictures = new float[even * 3 * SIDE * SIDE];
        float[] flow = new float[even * 2 * FLOW * FLOW];
        for (int i = 0; i < even; i++) {
            int frame = Math.min(window.end() - 1, window.start() + i);
            copy(features.frames().pictures().get(frame), pictures, i * 3 * SIDE * SIDE);
            copy(features.flow().get(frame), flow, i * 2 * FLOW * FLOW);
        }
        LatentReader.Reading seen = model.see(device.manager(), pictures, flow, even);
        int perFrame = Timeline.LATENT_STEPS_PER_FRAME;
        builder.add(
                seen.latent(),
                even * perFrame,
                window.start() * perFrame,
                window.length() * perFrame,
                OVERLAP * perFrame,
                seen.familiarity());
    }

    /**
     * A performer at rest.
     *
     * @param picture (3, 96, 96) in [-1, 1]
     * @param points x and y of the control points, 0 to 1
     * @param instruments probabilities in the order of the latent layout
     * @param familiarity 0 to 1: how near the picture lies to what the encoder was trained on
     */
    record Pose(float[] picture, float[] points, float[] instruments, double familiarity) {}

    /** What a single picture shows. */
    Pose pose(Picture prior) {
        float[] picture = new float[3 * SIDE * SIDE];
        copy(PictureScaler.cover(prior, SIDE, SIDE), picture, 0);
        return device.compute(() -> pose(picture));
    }

    private Pose pose(float[] picture) {
        LatentReader.Rest rest = model.rest(device.manager(), picture, FLOW);
        return new Pose(picture, rest.points(), rest.instruments(), rest.familiarity());
    }

    private static void copy(Picture picture, float[] out, int at) {
        for (int p = 0; p < SIDE * SIDE; p++) {
            for (int c = 0; c < 3; c++) {
                out[at + c * SIDE * SIDE + p] = (picture.rgb()[3 * p + c] & 0xFF) / 127.5f - 1;
            }
        }
    }

    private static void copy(FlowField field, float[] out, int at) {
        for (int p = 0; p < FLOW * FLOW; p++) {
            out[at + p] = kept(field.dx()[p]);
            out[at + FLOW * FLOW + p] = kept(field.dy()[p]);
        }
    }

    private static float kept(float pixels) {
        return Math.max(-128, Math.min(127, Math.round(pixels * FLOW_STEPS))) / FLOW_STEPS / FLOW_SCALE;
    }

    PerformanceTrack hear(Waveform sound, Progress progress) {
        Timeline timeline = Timeline.coveringSeconds(sound.seconds());
        progress.at("listening", 0);
        Mel mel = FeatureExtractor.hear(sound, timeline);
        int total = timeline.latentSteps();
        TrackBuilder builder = new TrackBuilder(total);
        for (Window window : Windows.cover(total, HEARD, 2 * OVERLAP)) {
            progress.at("listening", 0.2 + 0.8 * window.start() / total);
            device.compute(() -> {
                hear(mel, window, builder);
                return null;
            });
        }
        return builder.track();
    }

    private void hear(Mel mel, Window window, TrackBuilder builder) {
        int perStep = Timeline.MEL_FRAMES_PER_FRAME / Timeline.LATENT_STEPS_PER_FRAME;
        int frames = window.length() * perStep;
        float[] values = new float[frames * mel.bins()];
        int from = window.start() * perStep * mel.bins();
        for (int i = 0; i < values.length; i++) {
            values[i] = (mel.values()[from + i] + MEL_SHIFT) / MEL_SCALE;
        }
        LatentReader.Reading heard = model.hear(device.manager(), values, frames);
        builder.add(heard.latent(), window.length(), window.start(), window.length(), 2 * OVERLAP, heard.familiarity());
    }
}
