package org.antiphon.translation;

import java.util.List;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Mel;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Timeline;
import org.antiphon.clip.Waveform;
import org.antiphon.feature.FeatureExtractor;
import org.antiphon.signal.Resampler;

/** What can be drawn of pictures and sound without any model, on the grids that the models use. */
public final class Sketch {

    private Sketch() {}

    /** Natural-log mel of a sound of any rate, over the shortest timeline that covers it. */
    public static Mel spectrogram(Waveform sound) {
        Waveform heard = Resampler.to(sound, SampleRate.MODEL);
        return FeatureExtractor.hear(heard, Timeline.covering(heard.length()));
    }

    /** Optical flow from each picture (25 a second) to the one before, on a coarse grid; the first is zero. */
    public static List<FlowField> motion(Frames frames) {
        return FeatureExtractor.see(frames, Progress.NONE).flow();
    }
}
