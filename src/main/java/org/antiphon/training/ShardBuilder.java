package org.antiphon.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.antiphon.clip.Clip;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Timeline;
import org.antiphon.clip.Waveform;
import org.antiphon.dataset.Recording;
import org.antiphon.feature.OpticalFlow;
import org.antiphon.media.Crop;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaInfo;
import org.antiphon.media.MediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.model.latent.LatentLayout;
import org.antiphon.nn.Half;
import org.antiphon.signal.HeardSound;
import org.antiphon.signal.MelSpectrogram;

/** Makes the shard of one recording: decodes it, computes its features and lays its annotation beside them. */
final class ShardBuilder {

    private final MediaReader media = new DirectMediaReader();

    /** @throws IOException naming the recording if a file cannot be read */
    ByteBuffer build(Recording recording) throws IOException {
        Waveform sound = decode(recording, recording.sound(), false).sound().orElseThrow();
        Frames frames = recording.filmed()
                ? decode(recording, recording.video(), true).frames().orElseThrow()
                : null;
        Timeline timeline = frames == null ? Timeline.covering(sound.length()) : new Timeline(frames.count());
        ShardLayout layout = new ShardLayout(timeline.videoFrames(), frames != null);
        ByteBuffer out = ByteBuffer.allocate(layout.size()).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(ShardLayout.MAGIC)
                .putInt(ShardLayout.VERSION)
                .putInt(timeline.videoFrames())
                .putInt(frames == null ? 1 : 0);
        float[] motion = new float[timeline.latentSteps()];
        if (frames != null) {
            pictures(frames, layout, out, motion);
        }
        Mel mel = MelSpectrogram.MODEL.log(sound, timeline.melFrames());
        halves(out, layout.mel(), mel.values());
        HeardSound ear = new HeardSound(sound); // stands in where nobody wrote down what is played
        PerformanceTrack track = AnnotationTrack.of(
                timeline,
                recording.notes().orElseGet(() -> ear.notes(ear.voices())),
                recording.f0().orElseGet(() -> ear.pitch().hertz()),
                sound,
                mel,
                motion,
                Example.instrument(recording.instrument()),
                LatentLayout.LEARNED_CHANNELS);
        latent(out, layout, LatentLayout.toChannels(track), timeline.latentSteps());
        points(out, layout, recording);
        for (int i = 0; i < Math.min(sound.length(), timeline.samples()); i++) {
            float clipped = Math.max(-1, Math.min(1, sound.samples()[i]));
            out.putShort(layout.sound() + 2 * i, (short) Math.round(clipped * 32767));
        }
        return out.position(0);
    }

    private Clip decode(Recording recording, Path file, boolean pictures) throws IOException {
        try {
            DecodeRequest model = recording.request(DecodeRequest.forModel());
            return media.decode(file, pictures ? model.picturesOnly() : model.soundOnly());
        } catch (MediaRejected e) {
            throw new IOException("recording " + recording.id() + ": " + e.getMessage(), e);
        }
    }

    private static void pictures(Frames frames, ShardLayout layout, ByteBuffer out, float[] motion) {
        Picture before = null;
        for (int f = 0; f < frames.count(); f++) {
            Picture picture = frames.pictures().get(f);
            out.put(layout.pictures() + f * picture.rgb().length, picture.rgb());
            if (before != null) {
                FlowField flow = OpticalFlow.halved(OpticalFlow.motion(before, picture));
                int base = layout.flow() + f * Example.FLOW * Example.FLOW * 2;
                double sum = 0;
                for (int p = 0; p < Example.FLOW * Example.FLOW; p++) {
                    out.put(base + 2 * p, quantised(flow.dx()[p]));
                    out.put(base + 2 * p + 1, quantised(flow.dy()[p]));
                    sum += Math.hypot(flow.dx()[p], flow.dy()[p]);
                }
                float energy = (float) (sum / (Example.FLOW * Example.FLOW) / Example.FLOW * 25);
                motion[2 * f] = energy;
                motion[2 * f + 1] = energy;
            }
            before = picture;
        }
    }

    private static byte quantised(float pixels) {
        return (byte) Math.max(-127, Math.min(127, Math.round(pixels * Example.FLOW_UNIT)));
    }

    private static void latent(ByteBuffer out, ShardLayout layout, float[] channels, int steps) {
        for (int t = 0; t < steps; t++) {
            for (int c = 0; c < LatentLayout.CHANNELS; c++) {
                out.putShort(
                        layout.latent() + (t * LatentLayout.CHANNELS + c) * 2, Half.fromFloat(channels[c * steps + t]));
            }
        }
    }

    private void points(ByteBuffer out, ShardLayout layout, Recording recording) throws IOException {
        float[][][] joints = recording.skeletons().orElse(null);
        float[][][] tools = recording.tools().orElse(null);
        if (joints == null) {
            return;
        }
        Seen seen = Seen.of(recording.crop(), size(recording));
        for (int f = 0; f < Math.min(layout.frames(), joints.length); f++) {
            float[] points = ControlPoints.of(
                    seen.within(joints[f]), tools == null ? null : seen.within(tools[f]), seen.side(), seen.side());
            halves(out, layout.points() + f * points.length * 2, points);
        }
    }

    /** The square of the picture that is seen, in pixels: the middle of the crop. */
    private record Seen(float left, float top, float side) {

        static Seen of(Crop crop, float[] size) {
            double width = size[0] * crop.width();
            double height = size[1] * crop.height();
            double side = Math.min(width, height);
            return new Seen(
                    (float) (size[0] * crop.x() + (width - side) / 2),
                    (float) (size[1] * crop.y() + (height - side) / 2),
                    (float) side);
        }

        float[][] within(float[][] points) {
            float[][] moved = new float[points.length][];
            for (int p = 0; p < points.length; p++) {
                moved[p] = new float[] {points[p][0] - left, points[p][1] - top, points[p][2]};
            }
            return moved;
        }
    }

    private float[] size(Recording recording) throws IOException {
        try {
            MediaInfo.VideoStream video = media.probe(recording.video()).video().orElseThrow();
            return new float[] {video.width(), video.height()};
        } catch (MediaRejected e) {
            throw new IOException("recording " + recording.id() + ": " + e.getMessage(), e);
        }
    }

    private static void halves(ByteBuffer out, int position, float[] values) {
        for (int i = 0; i < values.length; i++) {
            out.putShort(position + 2 * i, Half.fromFloat(values[i]));
        }
    }
}
