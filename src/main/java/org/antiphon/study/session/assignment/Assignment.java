package org.antiphon.study.session.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.antiphon.clip.Seed;
import org.antiphon.study.design.Study;
import org.antiphon.study.design.Task;
import org.antiphon.study.design.document.Id;

/**
 * What one participant does in all tasks. Drawn when the participant reaches the first task, not before: those who leave
 * at the consent or are screened out take nobody's row.
 *
 * @param number of the session within the study, counted from 1; sessions of one study never share one
 */
public record Assignment(long number, List<TaskAssignment> tasks) {

    public Assignment {
        tasks = List.copyOf(tasks);
    }

    /** Draws an assignment; it follows from the arguments alone. */
    public static Assignment draw(Study study, Tally tally, long number) {
        List<TaskAssignment> tasks = new ArrayList<>();
        for (Task task : study.tasks()) {
            Seed seed = new Seed(task.assignment().seed())
                    .derive("task " + task.id())
                    .derive("session " + number);
            tasks.add(new TaskDraw(study, task, seed)
                    .draw(tally.of(task.id()), study.recruitment().target()));
        }
        return new Assignment(number, tasks);
    }

    /** Draws it again from what it says of itself; equal to this, or something has been tampered with. */
    public Assignment again(Study study) {
        Map<Id, Tally.OfTask> seen = tasks.stream().collect(Collectors.toMap(TaskAssignment::task, task -> task.why()
                .seen()));
        return draw(study, new Tally(Count.NONE, seen), number);
    }

    /** @throws IllegalArgumentException if there is no such task */
    public TaskAssignment of(Id task) {
        return tasks.stream()
                .filter(assigned -> assigned.task().equals(task))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("session " + number + " has no task " + task));
    }
}
