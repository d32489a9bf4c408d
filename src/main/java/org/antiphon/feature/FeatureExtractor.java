package org.antiphon.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Clip;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Mel;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Timeline;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.MelSpectrogram;
import org.antiphon.signal.Resampler;

/** Turns clips of any size and rate into what the models see and hear. Holds no state. */
public final class FeatureExtractor {

    /** Width and height of the pictures that the models see. */
    public static final int PICTURE_SIDE = 96;

    /** Width and height of the flow fields that the models see. */
    public static final int FLOW_SIDE = PICTURE_SIDE / 2;

    private FeatureExtractor() {}

    /**
     * Features of a clip with pictures.
     *
     * @throws IllegalArgumentException if the clip has none
     */
    public static Features of(Clip clip) {
        Frames frames = clip.frames()
                .orElseThrow(
                        () -> new IllegalArgumentException("features of a clip need its pictures; it has only sound"));
        Features seen = see(frames, Progress.NONE);
        Timeline timeline = seen.timeline();
        return new Features(seen.frames(), seen.flow(), clip.sound().map(sound -> hear(sound, timeline)));
    }

    /** Features of pictures alone. */
    public static Features see(Frames frames, Progress progress) {
        Frames small = modelFrames(frames);
        List<FlowField> flow = new ArrayList<>(small.count());
        flow.add(FlowField.zero(FLOW_SIDE, FLOW_SIDE));
        for (int i = 1; i < small.count(); i++) {
            progress.at("following the motion", (double) i / small.count());
            flow.add(OpticalFlow.halved(OpticalFlow.motion(
                    small.pictures().get(i - 1), small.pictures().get(i))));
        }
        return new Features(small, flow, Optional.empty());
    }

    /** Natural-log mel of a sound of any rate, exactly as long as {@code timeline}. */
    public static Mel hear(Waveform sound, Timeline timeline) {
        return MelSpectrogram.MODEL.log(Resampler.to(sound, SampleRate.MODEL), timeline.melFrames());
    }

    /** The pictures covered and cut to 96 × 96, at 25 a second: the one shown at the middle of each frame. */
    public static Frames modelFrames(Frames frames) {
        boolean sameRate = frames.rate().equals(FrameRate.MODEL);
        int count = sameRate
                ? frames.count()
                : Timeline.coveringSeconds(frames.seconds()).videoFrames();
        List<Picture> pictures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int source = sameRate ? i : (int) ((i + 0.5) / 25 * frames.rate().perSecond());
            Picture picture = frames.pictures().get(Math.min(frames.count() - 1, source));
            pictures.add(PictureScaler.cover(picture, PICTURE_SIDE, PICTURE_SIDE));
        }
        return new Frames(pictures, FrameRate.MODEL);
    }
}
