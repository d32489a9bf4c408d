package org.antiphon.dashboard.reading;

import java.util.List;
import java.util.Optional;

/**
 * A page of a task as one session got it.
 *
 * @param purpose {@code main}, {@code training}, {@code repeated} or {@code planted}
 * @param attempt of the training, from 1; 0 outside
 * @param number within the task and the attempt, from 1 in the order shown
 * @param check by which a page is repeated or planted
 * @param repeats the number of the page that is shown again
 * @param slots in the order shown
 */
public record PageRecord(
        String step,
        String task,
        String purpose,
        int attempt,
        int number,
        String item,
        Optional<String> check,
        Optional<Integer> repeats,
        List<SlotRecord> slots) {

    public static final String MAIN = "main";

    /**
     * A place where a clip stood.
     *
     * @param place from 1 in the order shown
     * @param role {@code judged}, {@code compared}, {@code reference} or {@code unknown}
     */
    public record SlotRecord(String slot, int place, String role, String condition) {}

    public PageRecord {
        slots = List.copyOf(slots);
    }

    public boolean main() {
        return purpose.equals(MAIN);
    }

    /** The slot of that name. */
    public Optional<SlotRecord> slot(String name) {
        for (SlotRecord slot : slots) {
            if (slot.slot().equals(name)) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }

    /** The condition in the {@code index}-th slot with that role, from 0; null if there is none. */
    String condition(String role, int index) {
        int left = index;
        for (SlotRecord slot : slots) {
            if (slot.role().equals(role) && left-- == 0) {
                return slot.condition();
            }
        }
        return null;
    }
}
