package org.antiphon.study.session.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.document.Id;

/** Keeps the sessions of a study, as a database would, and counts them. */
final class SimulatedStudy {

    /** One session; times in seconds. */
    static final class Visit {
        final Assignment assignment;
        final double began;
        double seen;
        boolean completed;
        boolean left;

        Visit(Assignment assignment, double began) {
            this.assignment = assignment;
            this.began = began;
            this.seen = began;
        }
    }

    private record Counts(Map<Integer, Count> rows, Map<String, Count> pages) {

        static Counts none() {
            return new Counts(new HashMap<>(), new HashMap<>());
        }

        Counts copy() {
            return new Counts(new HashMap<>(rows), new HashMap<>(pages));
        }
    }

    final Study study;
    final List<Visit> visits = new ArrayList<>();

    /** What has been completed, counted once: it stays so. */
    private final Map<Id, Counts> settled = new HashMap<>();

    private final List<Visit> open = new ArrayList<>();

    SimulatedStudy(Study study) {
        this.study = study;
    }

    Visit arrive(double now, Predicate<Visit> present) {
        Visit visit = new Visit(Assignment.draw(study, tally(present), visits.size() + 1), now);
        visits.add(visit);
        open.add(visit);
        return visit;
    }

    Tally tally(Predicate<Visit> present) {
        open.stream().filter(visit -> visit.completed).forEach(visit -> count(visit, settled, new Count(1, 0)));
        open.removeIf(visit -> visit.completed);
        List<Visit> here = open.stream().filter(present).toList();
        Map<Id, Counts> all = new HashMap<>();
        study.tasks()
                .forEach(task -> all.put(
                        task.id(),
                        settled.getOrDefault(task.id(), Counts.none()).copy()));
        here.forEach(visit -> count(visit, all, new Count(0, 1)));
        Map<Id, Tally.OfTask> tasks = new HashMap<>();
        all.forEach((task, counts) -> tasks.put(task, new Tally.OfTask(counts.rows(), counts.pages())));
        return new Tally(new Count(visits.size() - open.size(), here.size()), tasks);
    }

    private void count(Visit visit, Map<Id, Counts> counts, Count one) {
        study.tasks().forEach(task -> {
            TaskAssignment assigned = visit.assignment.of(task.id());
            Counts of = counts.computeIfAbsent(task.id(), id -> Counts.none());
            of.rows().merge(assigned.why().row(), one, SimulatedStudy::sum);
            assigned.pages().forEach(page -> of.pages().merge(page, one, SimulatedStudy::sum));
        });
    }

    private static Count sum(Count a, Count b) {
        return new Count(a.completed() + b.completed(), a.present() + b.present());
    }

    /** How far the most and the least completed row of a task lie apart. */
    int spreadOfRows(Id task, int rows) {
        Map<Integer, Long> counts = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            counts.put(row, 0L);
        }
        visits.stream()
                .filter(visit -> visit.completed)
                .forEach(visit -> counts.merge(visit.assignment.of(task).why().row(), 1L, Long::sum));
        return spread(counts);
    }

    /** How far the most and the least judged page of a task lie apart, over completed sessions. */
    int spreadOfPages(Id task, int pages) {
        Map<String, Long> counts = visits.stream()
                .filter(visit -> visit.completed)
                .flatMap(visit -> visit.assignment.of(task).pages().stream())
                .collect(Collectors.toMap(page -> page, page -> 1L, Long::sum));
        return counts.size() < pages
                ? (int) (long) counts.values().stream().max(Long::compare).orElse(0L)
                : spread(counts);
    }

    private static int spread(Map<?, Long> counts) {
        long most = counts.values().stream().max(Long::compare).orElse(0L);
        long least = counts.values().stream().min(Long::compare).orElse(0L);
        return (int) (most - least);
    }
}
