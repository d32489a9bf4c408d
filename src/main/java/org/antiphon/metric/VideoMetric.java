package org.antiphon.metric;

import java.util.List;
import java.util.function.Function;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Waveform;

/** Compares the pictures of a candidate video, their motion and their sound with the true ones. */
public record VideoMetric(MetricCard card, Function<VideoPair, Measurement> computation) implements PairMetric {

    /** Of pictures and their motion, each picture metric beside the row of a picture that is held still. */
    static final List<VideoMetric> PICTURES = List.of(
            new VideoMetric(Psnr.IN_MOTION, VideoMetric::psnrInMotion),
            still(Psnr.IN_MOTION, VideoMetric::psnrInMotion),
            new VideoMetric(Ssim.IN_MOTION, VideoMetric::ssimInMotion),
            still(Ssim.IN_MOTION, VideoMetric::ssimInMotion),
            new VideoMetric(EndpointError.CARD, pair -> pair.flow(EndpointError::of)),
            still(EndpointError.CARD, pair -> pair.flow(EndpointError::of)),
            new VideoMetric(EndpointError.OUTLIERS, pair -> pair.flow(EndpointError::outliers)),
            still(EndpointError.OUTLIERS, pair -> pair.flow(EndpointError::outliers)),
            new VideoMetric(Psnr.WHOLE, VideoMetric::psnr),
            still(Psnr.WHOLE, VideoMetric::psnr),
            new VideoMetric(Ssim.WHOLE, VideoMetric::ssim),
            still(Ssim.WHOLE, VideoMetric::ssim));

    /** Of the candidate's own sound and motion. */
    static final List<VideoMetric> TOGETHER = List.of(
            together(
                    AudioVisualOffset.CARD, (energy, sound) -> AudioVisualOffset.of(MotionEnergy.twice(energy), sound)),
            together(
                    AudioVisualAlignment.CARD,
                    (energy, sound) -> AudioVisualAlignment.of(energy, FrameRate.MODEL, sound)),
            together(
                    AudioVisualAlignment.SHUFFLED,
                    (energy, sound) -> AudioVisualAlignment.shuffled(energy, FrameRate.MODEL, sound)));

    /** The number, or why there is none. */
    public Measurement measure(VideoPair pair) {
        return computation.apply(pair);
    }

    /** What the same number is if the candidate's first picture is held: the row to read the number against. */
    private static VideoMetric still(MetricCard of, Function<VideoPair, Measurement> computation) {
        MetricCard card = new MetricCard(
                of.name() + "-still",
                of.label() + ", first picture held",
                of.unit(),
                MetricCard.Better.TO_COMPARE,
                of.lowest(),
                of.highest(),
                of.needs(),
                of.source(),
                of.version(),
                "What " + of.label()
                        + " reads when the candidate's first picture is held still to the end: what can be had"
                        + " without imagining any motion.",
                "Anything about the candidate but its first picture. In video it is strong: most of a picture stands still.");
        return new VideoMetric(card, pair -> computation.apply(pair.heldStill()));
    }

    /** A number of motion energy, 25 values a second, and a sound. */
    private interface Together {
        Measurement of(float[] energy, Waveform sound);
    }

    private static VideoMetric together(MetricCard card, Together computation) {
        return new VideoMetric(card, pair -> pair.sound()
                .map(sound -> computation.of(MotionEnergy.of(pair.candidate().motion()), sound))
                .orElseGet(() -> new NotMeasured("the candidate has no sound")));
    }

    private static Measurement psnr(VideoPair pair) {
        return pair.pictures(Psnr::whole);
    }

    private static Measurement ssim(VideoPair pair) {
        return pair.pictures(Ssim::of);
    }

    private static Measurement psnrInMotion(VideoPair pair) {
        return pair.pictures((truth, made) -> Psnr.inside(pair.mask(), truth, made));
    }

    private static Measurement ssimInMotion(VideoPair pair) {
        return pair.pictures((truth, made) -> Ssim.inside(pair.mask(), truth, made));
    }
}
