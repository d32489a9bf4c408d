package org.antiphon.dashboard.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** Tells somebody how far a stream has come through the sessions. */
final class Watch {

    private final Map<Long, Integer> places = new HashMap<>();
    private DoubleConsumer hears = share -> {};

    Watch(List<SessionRecord> sessions) {
        sessions.forEach(session -> places.put(session.row(), places.size() + 1));
    }

    void hears(DoubleConsumer listener) {
        hears = listener;
    }

    void passed(SessionRecord session) {
        hears.accept((double) places.get(session.row()) / places.size());
    }
}
