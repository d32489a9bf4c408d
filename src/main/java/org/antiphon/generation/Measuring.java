package org.antiphon.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Waveform;
import org.antiphon.metric.LogSpectralDistance;
import org.antiphon.metric.LoudnessCorrelation;
import org.antiphon.metric.Measured;
import org.antiphon.metric.Measurement;
import org.antiphon.metric.MetricCard;
import org.antiphon.metric.NotMeasured;
import org.antiphon.metric.NoteF1;
import org.antiphon.metric.OnsetF1;
import org.antiphon.metric.SiSdr;
import org.antiphon.metric.Snr;
import org.antiphon.metric.SoundMetric;

/** What can be said in numbers about a translated sound. */
@ApplicationScoped
class Measuring {

    /** In the order of the page: the three that matter most come first. */
    private static final List<SoundMetric> METRICS = List.of(
            new OnsetF1(0.050),
            new NoteF1(false),
            new LoudnessCorrelation(),
            new LogSpectralDistance(),
            new Snr(false),
            new SiSdr());

    private static final String NO_TRUTH = "the video has no sound of its own to compare with";

    /** @param truth the video's own sound, if it has any: the only thing a translation can be held against */
    List<Metric> ofSound(Optional<Waveform> truth, Waveform translated) {
        Optional<Waveform> comparable = truth.map(sound -> aligned(sound, translated));
        return METRICS.stream()
                .map(metric -> metric(
                        metric.card(),
                        comparable
                                .map(sound -> metric.measure(sound, translated))
                                .orElseGet(() -> new NotMeasured(NO_TRUTH))))
                .toList();
    }

    private static Metric metric(MetricCard card, Measurement measurement) {
        String unit = card.unit().symbol();
        if (measurement instanceof Measured measured) {
            return new Metric(card.name(), card.label(), measured.value(), unit, null, card.version());
        }
        String reason = ((NotMeasured) measurement).reason();
        return new Metric(card.name(), card.label(), null, unit, reason, card.version());
    }

    /** A sound track may be longer or shorter than its pictures; the translation is exactly as long as they are. */
    private static Waveform aligned(Waveform truth, Waveform translated) {
        int length = (int) Math.round(translated.seconds() * truth.rate().hertz());
        return new Waveform(Arrays.copyOf(truth.samples(), length), truth.rate());
    }
}
