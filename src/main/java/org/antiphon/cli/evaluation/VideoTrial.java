package org.antiphon.cli.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.Recording;
import org.antiphon.metric.EndpointError;
import org.antiphon.metric.MotionMask;
import org.antiphon.metric.Psnr;
import org.antiphon.translation.SoundTranslation;
import org.antiphon.translation.Translator;
import org.antiphon.translation.VideoTranslation;

/** One recording's sound translated into pictures of its own first frame, judged against the true ones; its flow where the true flow is known. */
final class VideoTrial {

    static final String CEILING = "true flow through the renderer";
    static final String OURS = "ours";
    static final String STILL = "copy of the prior (zero flow)";
    static final String SHUFFLED = "ours, from another recording's sound";

    static final String ERROR = "flow endpoint error (px of 64)";
    static final String PSNR = "PSNR (dB)";
    static final String PSNR_MOVING = "PSNR where it moves (dB)";

    private final Translator translator;
    private final Seed seed;
    private final int steps;

    VideoTrial(Translator translator, Seed seed, int steps) {
        this.translator = translator;
        this.seed = seed;
        this.steps = steps;
    }

    /** Pictures every {@link Recording#FLOW_STEP} frames by row, to look at. */
    Map<String, List<Picture>> score(ResultTable table, ResultTable sounds, Subject subject, Subject other)
            throws IOException {
        Picture prior = subject.frames().pictures().get(0);
        VideoTranslation ours = translator.soundToVideo(subject.sound(), prior, seed, steps, Progress.NONE);
        roundTrip(sounds, subject, ours);
        Optional<List<FlowField>> truth = subject.recording().trueFlow();
        int shorter = Math.min(ours.count(), subject.frames().count());
        int count = Math.min(truth.map(List::size).orElse(Integer.MAX_VALUE), (shorter - 1) / Recording.FLOW_STEP + 1);
        Map<String, List<FlowField>> flows = new LinkedHashMap<>();
        truth.ifPresent(fields -> flows.put(CEILING, fields.subList(0, count)));
        flows.put(OURS, every(ours.flow(), count));
        flows.put(
                STILL,
                flows.values().iterator().next().stream()
                        .map(field -> FlowField.zero(field.width(), field.height()))
                        .toList());
        VideoTranslation wrong = translator.soundToVideo(
                Subject.fitted(other.sound(), subject.frames().count()), prior, seed, steps, Progress.NONE);
        flows.put(SHUFFLED, every(wrong.flow(), count));
        List<Picture> shown = every(subject.frames().pictures(), count);
        MotionMask mask = MotionMask.of(subject.frames().pictures());
        Map<String, List<Picture>> pictures = new LinkedHashMap<>();
        pictures.put("true video", shown);
        flows.forEach((row, flow) -> {
            for (int i = 1; truth.isPresent() && i < count; i++) { // the first is the prior itself
                table.add(row, ERROR, EndpointError.of(truth.get().get(i), flow.get(i)));
            }
            List<Picture> made =
                    switch (row) {
                        case STILL -> shown.stream().map(x -> prior).toList();
                        case OURS -> every(ours.pictures(), count);
                        case SHUFFLED -> every(wrong.pictures(), count);
                        default -> translator.show(prior, flow);
                    };
            table.add(row, PSNR, Psnr.whole(shown, made));
            table.add(row, PSNR_MOVING, Psnr.inside(mask, shown, made));
            pictures.put(row, made);
        });
        return pictures;
    }

    private void roundTrip(ResultTable sounds, Subject subject, VideoTranslation ours) {
        List<Picture> pictures = new ArrayList<>();
        ours.pictures().forEach(pictures::add);
        SoundTranslation back = translator.videoToSound(new Frames(pictures, ours.rate()), seed, steps, Progress.NONE);
        SoundScores.add(
                List.of(sounds),
                SoundTrial.ROUND_TRIP,
                subject,
                Subject.fitted(back.sound(), subject.frames().count()));
    }

    /** Those at which the true flow is known. */
    private static <T> List<T> every(Iterable<T> all, int count) {
        List<T> some = new ArrayList<>();
        int frame = 0;
        for (T one : all) {
            if (some.size() == count) {
                break;
            }
            if (frame % Recording.FLOW_STEP == 0) {
                some.add(one);
            }
            frame++;
        }
        return some;
    }
}
