package org.antiphon.study.session.assignment;

import java.util.List;
import java.util.Optional;
import org.antiphon.study.design.document.Id;

/**
 * A page as one participant gets it.
 *
 * @param number within the task and the attempt, counted from 1 in the order shown
 * @param slots in the order shown
 */
public record Trial(Id task, int number, Id item, List<Slot> slots, Purpose purpose) {

    public Trial {
        slots = List.copyOf(slots);
    }

    /** The slot of that name. */
    public Optional<Slot> slot(String name) {
        return slots.stream().filter(slot -> slot.name().equals(name)).findFirst();
    }

    /** The slots with that role, in the order shown. */
    public List<Slot> slots(Slot.Role role) {
        return slots.stream().filter(slot -> slot.role() == role).toList();
    }

    Trial numbered(int place) {
        return new Trial(task, place, item, slots, purpose);
    }
}
