package org.antiphon.metric;

import java.util.List;
import java.util.stream.Stream;

/**
 * Metrics that ask one question.
 *
 * @param title the question, for people
 * @param about what is to be known of all of them
 * @param sound those that compare two sounds; none in a family of other things
 * @param cards what they are, in order
 */
public record MetricFamily(String title, String about, List<SoundMetric> sound, List<MetricCard> cards) {

    static MetricFamily ofSounds(String title, String about, SoundMetric... metrics) {
        List<SoundMetric> sound = List.of(metrics);
        return new MetricFamily(
                title, about, sound, sound.stream().map(SoundMetric::card).toList());
    }

    static MetricFamily ofVideos(String title, String about, List<VideoMetric> metrics) {
        return new MetricFamily(
                title, about, List.of(), metrics.stream().map(VideoMetric::card).toList());
    }

    static MetricFamily ofCards(String title, String about, MetricCard... cards) {
        return new MetricFamily(title, about, List.of(), Stream.of(cards).toList());
    }
}
