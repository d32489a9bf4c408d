package org.antiphon.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A number that the models are to reach.
 *
 * @param measured what was reached; empty where it could not be measured
 * @param first the bound to reach first
 * @param then the bound to reach later
 * @param atLeast whether larger is better
 */
record Goal(String name, OptionalDouble measured, double first, double then, boolean atLeast) {

    private static final String SHARE = ", as a share of what the same detector gets on the true sound";

    boolean reached(double bound) {
        return measured.isPresent() && (atLeast ? measured.getAsDouble() >= bound : measured.getAsDouble() <= bound);
    }

    /** All goals, from finished tables. */
    static List<Goal> of(
            ResultTable sound,
            ResultTable video,
            OptionalDouble recallSound,
            OptionalDouble recallVideo,
            double effort) {
        List<Goal> goals = new ArrayList<>();
        String truth = SoundTrial.TRUTH;
        String ours = SoundTrial.OURS;
        goals.add(new Goal(
                "video to sound: onset F1 (50 ms)" + SHARE,
                sound.share(ours, truth, SoundScores.ONSETS),
                0.85,
                0.97,
                true));
        goals.add(new Goal(
                "video to sound: note F1 (50 ms, 50 cents)" + SHARE,
                sound.share(ours, truth, SoundScores.NOTES),
                0.75,
                0.95,
                true));
        goals.add(new Goal(
                "the same onset share for another recording's video",
                sound.share(SoundTrial.SHUFFLED, truth, SoundScores.ONSETS),
                0.35,
                0.30,
                false));
        goals.add(new Goal(
                "the same note share for another recording's video",
                sound.share(SoundTrial.SHUFFLED, truth, SoundScores.NOTES),
                0.35,
                0.30,
                false));
        goals.add(new Goal(
                "loudness correlation with the true sound", sound.mean(ours, SoundScores.LOUDNESS), 0.80, 0.95, true));
        goals.add(new Goal(
                "vocoder: log-spectral distance less Griffin-Lim's (dB)",
                less(sound, SoundScores.SPECTRUM),
                0,
                0,
                false));
        goals.add(new Goal("vocoder: note F1 less Griffin-Lim's", less(sound, SoundScores.NOTES), 0, 0, true));
        goals.add(new Goal(
                "sound to video: endpoint error as a share of zero flow's",
                video.share(VideoTrial.OURS, VideoTrial.STILL, VideoTrial.ERROR),
                0.5,
                0.25,
                false));
        OptionalDouble moved = video.mean(VideoTrial.OURS, VideoTrial.PSNR_MOVING);
        OptionalDouble still = video.mean(VideoTrial.STILL, VideoTrial.PSNR_MOVING);
        goals.add(new Goal(
                "sound to video: PSNR where it moves, over a copy of the prior (dB)",
                moved.isEmpty() || still.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(moved.getAsDouble() - still.getAsDouble()),
                2,
                5,
                true));
        goals.add(new Goal("retrieval of the sound for a video, recall@1", recallSound, 0.8, 0.95, true));
        goals.add(new Goal("retrieval of the video for a sound, recall@1", recallVideo, 0.8, 0.95, true));
        goals.add(new Goal(
                "round trip sound to video to sound: onset F1 share",
                sound.share(SoundTrial.ROUND_TRIP, truth, SoundScores.ONSETS),
                0.6,
                0.85,
                true));
        goals.add(new Goal(
                "speed, video to sound: seconds of work for a second of clip",
                OptionalDouble.of(effort),
                2,
                0.25,
                false));
        return goals;
    }

    private static OptionalDouble less(ResultTable sound, String metric) {
        OptionalDouble ours = sound.mean(SoundTrial.CEILING, metric);
        OptionalDouble theirs = sound.mean(SoundTrial.GRIFFIN_LIM, metric);
        return ours.isEmpty() || theirs.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ours.getAsDouble() - theirs.getAsDouble());
    }
}
