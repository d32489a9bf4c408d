package org.antiphon.dashboard.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log of what was played, as stretches of time in which one clip played without a break. */
final class Spans {

    /** More cannot be told apart in a drawing. */
    private static final int MOST = 400;

    private Spans() {}

    /**
     * A stretch.
     *
     * @param begun when, in seconds after the page was shown
     * @param lasted until when
     * @param from position in the clip, in seconds
     * @param to position in the clip
     */
    record Span(String slot, double begun, double lasted, double from, double to) {}

    /** What is known of a clip that plays. */
    private record Playing(double since, double from, double last, double at) {}

    /** @param log events with slot, kind, position in seconds, and milliseconds, as answers keep them */
    static List<Span> of(JsonNode log) {
        List<Span> spans = new ArrayList<>();
        Map<String, Playing> playing = new HashMap<>();
        for (JsonNode event : log) {
            String slot = event.path("slot").asText();
            double position = event.path("position").asDouble();
            double at = event.path("at").asDouble() / 1000;
            Playing before = playing.remove(slot);
            String kind = event.path("kind").asText();
            if (kind.equals("started")) {
                add(spans, slot, before);
                playing.put(slot, new Playing(at, position, at, position));
                continue;
            }
            Playing now = before == null ? null : new Playing(before.since(), before.from(), at, position);
            if (kind.equals("playing") && now != null) {
                playing.put(slot, now);
            } else {
                add(spans, slot, now);
            }
        }
        playing.forEach((slot, last) -> add(spans, slot, last));
        return spans.size() > MOST ? List.copyOf(spans.subList(0, MOST)) : spans;
    }

    private static void add(List<Span> spans, String slot, Playing playing) {
        if (playing != null) {
            spans.add(new Span(slot, playing.since(), playing.last(), playing.from(), playing.at()));
        }
    }
}
