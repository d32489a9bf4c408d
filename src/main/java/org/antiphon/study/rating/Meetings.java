package org.antiphon.study.rating;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.study.session.assignment.Assignment;
import org.antiphon.study.session.assignment.Slot;
import org.antiphon.study.session.assignment.TaskAssignment;
import org.antiphon.study.session.assignment.Trial;

/** Where a participant meets a stimulus: each time it is to be another take of it. */
final class Meetings {

    private Meetings() {}

    /** Whether the clip is given to be compared with: an open reference, or X. */
    static boolean known(Slot slot) {
        return slot.role() == Slot.Role.REFERENCE || slot.role() == Slot.Role.UNKNOWN;
    }

    /** How often the same stimulus has stood in places of the same kind before this one. */
    static int before(Assignment assignment, Trial trial, Slot slot) {
        int before = 0;
        for (Trial other : trials(assignment)) {
            if (other.equals(trial)) {
                return before;
            }
            if (other.item().equals(trial.item())) {
                before += (int) other.slots().stream()
                        .filter(one -> one.condition().equals(slot.condition()) && known(one) == known(slot))
                        .count();
            }
        }
        throw new IllegalArgumentException("session " + assignment.number() + " has no such page: " + trial);
    }

    private static List<Trial> trials(Assignment assignment) {
        List<Trial> trials = new ArrayList<>();
        for (TaskAssignment task : assignment.tasks()) {
            task.training().forEach(trials::addAll);
            trials.addAll(task.trials());
        }
        return trials;
    }
}
