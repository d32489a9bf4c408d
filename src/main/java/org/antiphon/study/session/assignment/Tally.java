package org.antiphon.study.session.assignment;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.antiphon.study.design.document.Id;

/**
 * What earlier sessions were assigned, as far as it counts. Sessions that ended early, lost their place or only tried the
 * study out do not.
 *
 * @param sessions of the study as a whole
 * @param tasks by the id of the task
 */
public record Tally(Count sessions, Map<Id, OfTask> tasks) {

    public static final Tally EMPTY = new Tally(Count.NONE, Map.of());

    public Tally {
        tasks = Map.copyOf(tasks);
    }

    OfTask of(Id task) {
        return tasks.getOrDefault(task, OfTask.EMPTY);
    }

    /**
     * The counts of one task.
     *
     * @param rows by the row of the design, counted from 0
     * @param pages by {@link Page#key()}
     */
    public record OfTask(Map<Integer, Count> rows, Map<String, Count> pages) {

        public static final OfTask EMPTY = new OfTask(Map.of(), Map.of());

        public OfTask {
            rows = Collections.unmodifiableMap(new TreeMap<>(rows));
            pages = Collections.unmodifiableMap(new TreeMap<>(pages));
        }

        Count row(int row) {
            return rows.getOrDefault(row, Count.NONE);
        }

        Count page(Page page) {
            return pages.getOrDefault(page.key(), Count.NONE);
        }
    }
}
