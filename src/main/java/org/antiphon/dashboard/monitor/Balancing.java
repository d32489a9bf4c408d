package org.antiphon.dashboard.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.Task;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.design.document.Kind;

/** How evenly completed sessions are spread over items and conditions. */
final class Balancing {

    /** A table with more cells is not looked at by anybody. */
    private static final int MOST_CELLS = 1500;

    private Balancing() {}

    static List<Overview.Balance> of(Watch watch) {
        int[] counts = new int[watch.cells().size()];
        for (Watch.Seen seen : watch.sessions()) {
            if (seen.entry().status().equals(Entry.COMPLETED)) {
                for (int cell : seen.trace().cells()) {
                    counts[cell]++;
                }
            }
        }
        Map<String, Integer> shown = new HashMap<>();
        for (int i = 0; i < counts.length; i++) {
            shown.put(watch.cells().name(i), counts[i]);
        }
        return watch.watched().study().tasks().stream()
                .map(task -> balance(watch, task, shown))
                .toList();
    }

    private static Overview.Balance balance(Watch watch, Task task, Map<String, Integer> shown) {
        List<String> columns = columns(watch, task, shown);
        List<Id> items = watch.watched().study().itemsOf(task);
        List<Overview.ItemRow> rows = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (Id item : items) {
            List<Integer> counts = new ArrayList<>();
            for (String column : columns) {
                int count = shown.getOrDefault(task.id() + " " + item + " " + column, 0);
                counts.add(count);
                least = Math.min(least, count);
                most = Math.max(most, count);
            }
            rows.add(new Overview.ItemRow(item.text(), counts));
        }
        return new Overview.Balance(
                task.id().text(),
                task.assignment().getClass().getAnnotation(Kind.class).value(),
                Math.min(least, most),
                most,
                most - least <= 1,
                allOnOnePage(task)
                        ? List.of("all")
                        : columns.stream().map(name -> name.replace("+", " / ")).toList(),
                items.size() * columns.size() > MOST_CELLS ? List.of() : rows);
    }

    /** Single conditions are known beforehand; which pairs there are is seen from the pages that were shown. */
    private static List<String> columns(Watch watch, Task task, Map<String, Integer> shown) {
        if (task.paradigm() instanceof Paradigm.Rating || task.paradigm() instanceof Paradigm.Intention) {
            return watch.watched().study().conditionsOf(task).stream()
                    .map(Id::text)
                    .toList();
        }
        String prefix = task.id() + " ";
        return shown.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(name.lastIndexOf(' ') + 1))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean allOnOnePage(Task task) {
        return task.paradigm() instanceof Paradigm.Mushra || task.paradigm() instanceof Paradigm.MultiStimulus;
    }
}
