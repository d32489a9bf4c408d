package org.antiphon.dashboard.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.antiphon.study.design.Check;
import org.antiphon.study.design.Study;

/**
 * An edition that is looked at.
 *
 * @param state open, paused or closed
 * @param seconds how long each clip is, by item and condition with a space between
 * @param versions all of the study, the newest first
 */
record Watched(
        String slug,
        String digest,
        int version,
        String state,
        Instant published,
        Study study,
        Map<String, Double> seconds,
        List<Integer> versions) {

    Watched {
        seconds = Map.copyOf(seconds);
        versions = List.copyOf(versions);
    }

    String title() {
        return study.title().in(study.languages().get(0));
    }

    double seconds(String item, String condition) {
        return seconds.getOrDefault(item + " " + condition, 0.0);
    }

    /** The checks of one kind that look at a task. */
    <T extends Check.InTask> List<T> checks(Class<T> kind, String task) {
        return study.checks().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(check -> check.task().text().equals(task))
                .toList();
    }
}
