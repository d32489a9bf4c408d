package org.antiphon.translation;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Timeline;
import org.antiphon.model.flowfield.FlowFieldModel;
import org.antiphon.model.flowfield.MotionGenerator;
import org.antiphon.model.flowfield.PriorMotion;
import org.antiphon.model.flowfield.PriorRenderer;

/** Performance track and a prior picture → pictures in which the prior's performer plays it. */
final class Mover {

    private final Device device;
    private final Encoders encoders;
    private final FlowFieldModel model;

    Mover(Device device, Encoders encoders, FlowFieldModel model) {
        this.device = device;
        this.encoders = encoders;
        this.model = model;
    }

    VideoTranslation move(PerformanceTrack track, Picture prior, Seed seed, int steps, Progress progress) {
        progress.at("looking at the prior", 0);
        Encoders.Pose pose = encoders.pose(prior);
        float[] points = device.compute(() -> new MotionGenerator(model, steps, MotionGenerator.TEMPERATURE)
                .generate(device.manager(), track, pose.points(), seed, progress.part(0.1, 1)));
        int count = track.steps() / Timeline.LATENT_STEPS_PER_FRAME;
        PriorMotion motion = new PriorMotion(model, pose.picture(), pose.points(), pose.instruments());
        MovedPrior flow = new MovedPrior(device, motion, points, count);
        PriorRenderer renderer = new PriorRenderer(prior, pose.points(), pose.instruments());
        Iterable<Picture> pictures = () -> moved(renderer, flow, points);
        double confidence = TrackBuilder.confidence(track) * pose.familiarity();
        return new VideoTranslation(pictures, FrameRate.MODEL, count, flow, track, confidence);
    }

    private static Iterator<Picture> moved(PriorRenderer renderer, List<FlowField> flow, float[] points) {
        return IntStream.range(0, flow.size())
                .mapToObj(i -> renderer.render(flow.get(i), points, i))
                .iterator();
    }

    /** The prior moved by given flow. */
    List<Picture> show(Picture prior, List<FlowField> flow) {
        PriorRenderer renderer = new PriorRenderer(prior, encoders.pose(prior).points());
        return flow.stream().map(renderer::render).toList();
    }
}
