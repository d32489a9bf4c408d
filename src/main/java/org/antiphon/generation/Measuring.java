package org.antiphon.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.Waveform;
import org.antiphon.metric.Measured;
import org.antiphon.metric.Measurement;
import org.antiphon.metric.MetricCard;
import org.antiphon.metric.NotMeasured;
import org.antiphon.metric.PairMetric;
import org.antiphon.metric.Seen;
import org.antiphon.metric.SoundMetric;
import org.antiphon.metric.SoundPair;
import org.antiphon.metric.VideoMetric;
import org.antiphon.metric.VideoPair;
import org.jboss.logging.Logger;

/** What can be said in numbers about a translation that can be held against the truth. */
@ApplicationScoped
class Measuring {

    private static final Logger LOG = Logger.getLogger(Measuring.class);
    private static final String NO_SOUND = "the video has no sound of its own to compare with";
    private static final String NO_PICTURE = "the sound came without pictures to compare with";

    /** A translated sound whose video was silent: every number, and why there is none. */
    List<Metric> ofSoundAlone() {
        return withoutTruth(MetricSet.SOUND, NO_SOUND);
    }

    /** A translated video whose sound came without pictures: every number, and why there is none. */
    List<Metric> ofVideoAlone() {
        return ofVideoAlone(NO_PICTURE);
    }

    /** A translated video that cannot be compared: every number, and why there is none. */
    List<Metric> ofVideoAlone(String reason) {
        return withoutTruth(MetricSet.PICTURES, reason);
    }

    private static List<Metric> withoutTruth(List<? extends PairMetric> metrics, String reason) {
        return Stream.concat(metrics.stream(), MetricSet.TOGETHER.stream())
                .map(metric -> metric(metric.card(), new NotMeasured(reason)))
                .toList();
    }

    /**
     * @param truth the video's own sound; it may be longer or shorter than its pictures, the translation is exactly as long
     *     as they are, and what the truth lacks counts as silence
     * @param motion how the video's pictures move, 25 a second
     */
    List<Metric> ofSound(Waveform truth, Waveform translated, List<FlowField> motion) {
        List<Metric> metrics = ofSounds(truth, translated);
        metrics.addAll(together(motion, translated));
        return metrics;
    }

    /** Sounds alone; the truth is cut, or lengthened by silence, to the length of the other. */
    List<Metric> ofSounds(Waveform truth, Waveform translated) {
        int length = (int) Math.round(translated.seconds() * truth.rate().hertz());
        Waveform comparable = new Waveform(Arrays.copyOf(truth.samples(), length), truth.rate());
        SoundPair pair = new SoundPair(comparable, translated);
        List<Metric> metrics = new ArrayList<>();
        for (SoundMetric metric : MetricSet.SOUND) {
            metrics.add(metric(metric.card(), attempt(metric.card(), () -> metric.measure(pair))));
        }
        return metrics;
    }

    /**
     * Measures the time that both last: a sound that came with pictures may be a little longer or shorter than they are.
     *
     * @param sound what both are pictures of
     */
    List<Metric> ofVideo(Seen truth, Seen translated, Waveform sound) {
        int count = Math.min(truth.pictures().size(), translated.pictures().size());
        VideoPair pair = new VideoPair(truth.first(count), translated.first(count), Optional.of(sound));
        List<Metric> metrics = measured(MetricSet.PICTURES, pair);
        metrics.addAll(together(translated.motion(), sound));
        return metrics;
    }

    private static List<Metric> together(List<FlowField> motion, Waveform sound) {
        Seen unknown = new Seen(List.of(), List.of());
        return measured(MetricSet.TOGETHER, new VideoPair(unknown, new Seen(List.of(), motion), Optional.of(sound)));
    }

    private static List<Metric> measured(List<VideoMetric> metrics, VideoPair pair) {
        List<Metric> measured = new ArrayList<>();
        for (VideoMetric metric : metrics) {
            measured.add(metric(metric.card(), attempt(metric.card(), () -> metric.measure(pair))));
        }
        return measured;
    }

    /** A number that cannot be had must not cost a visitor the translation. */
    private static Measurement attempt(MetricCard card, Supplier<Measurement> measuring) {
        try {
            return measuring.get();
        } catch (RuntimeException e) {
            LOG.errorf(e, "metric %s failed", card.name());
            return new NotMeasured("the measurement failed unexpectedly");
        }
    }

    private static Metric metric(MetricCard card, Measurement measurement) {
        String unit = card.unit().symbol();
        Optional<Double> value =
                measurement instanceof Measured measured ? Optional.of(measured.value()) : Optional.empty();
        String reason = measurement instanceof NotMeasured not ? not.reason() : null;
        return new Metric(card.name(), card.label(), value.orElse(null), unit, reason, card.version());
    }
}
