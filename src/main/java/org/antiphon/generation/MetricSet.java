package org.antiphon.generation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antiphon.metric.LoudnessCorrelation;
import org.antiphon.metric.Metrics;
import org.antiphon.metric.NoteF1;
import org.antiphon.metric.OnsetF1;
import org.antiphon.metric.PairMetric;
import org.antiphon.metric.SoundMetric;
import org.antiphon.metric.VideoMetric;
import org.antiphon.platform.Digest;

/** What is measured of translations, in the order of the page: the three that matter most come first. */
final class MetricSet {

    /** Of a translated sound against the true one. */
    static final List<SoundMetric> SOUND =
            soundsFirst(OnsetF1.CUSTOMARY, NoteF1.ONSET_PITCH, new LoudnessCorrelation());

    /** Of sound and motion together. */
    static final List<VideoMetric> TOGETHER = Metrics.TOGETHER;

    /** Of a translated video against the true one. */
    static final List<VideoMetric> PICTURES = Metrics.PICTURES;

    /** Changes whenever a metric comes, goes, or raises its version: what was measured by another one is measured anew. */
    static final String FINGERPRINT = fingerprint();

    private MetricSet() {}

    private static List<SoundMetric> soundsFirst(SoundMetric... first) {
        List<SoundMetric> all = new ArrayList<>(List.of(first));
        Metrics.SOUND.stream().filter(metric -> !all.contains(metric)).forEach(all::add);
        return List.copyOf(all);
    }

    private static String fingerprint() {
        String versions = Stream.of(SOUND, TOGETHER, PICTURES)
                .flatMap(List::stream)
                .map(PairMetric::card)
                .map(card -> card.name() + " " + card.version())
                .collect(Collectors.joining("\n"));
        return Digest.of(versions.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
