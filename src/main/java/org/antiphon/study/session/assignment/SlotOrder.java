package org.antiphon.study.session.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antiphon.study.design.Paradigm;
import org.antiphon.study.design.document.Id;
import org.antiphon.study.session.assignment.Slot.Role;

/**
 * Puts conditions into slots. Of pairs, each side comes first equally often within a session, to one; in ABX each of the
 * four ways equally often.
 */
final class SlotOrder {

    private final Paradigm paradigm;
    private final Draw draw;
    private final Map<String, List<Integer>> ways = new HashMap<>();

    SlotOrder(Paradigm paradigm, Draw draw) {
        this.paradigm = paradigm;
        this.draw = draw;
    }

    List<Slot> of(Treatment treatment) {
        if (paradigm instanceof Paradigm.Mushra mushra) {
            List<Slot> slots = new ArrayList<>();
            slots.add(new Slot(Slot.REFERENCE, mushra.reference(), Role.REFERENCE));
            slots.addAll(lettered(draw.shuffled(treatment.conditions()), Role.JUDGED));
            return slots;
        }
        if (treatment.conditions().size() != 2 || paradigm instanceof Paradigm.MultiStimulus) {
            return lettered(draw.shuffled(treatment.conditions()), Role.JUDGED);
        }
        boolean abx = paradigm instanceof Paradigm.Abx;
        int way = next(treatment.name(), abx ? 4 : 2);
        Id a = treatment.conditions().get(way % 2);
        Id b = treatment.conditions().get(1 - way % 2);
        return abx ? abx(a, b, way < 2 ? a : b) : lettered(List.of(a, b), Role.COMPARED);
    }

    /** A planted page of ABX: it is known which one X is to be. */
    List<Slot> abx(List<Id> conditions, Id unknown) {
        List<Id> shuffled = draw.shuffled(conditions);
        return abx(shuffled.get(0), shuffled.get(1), unknown);
    }

    private static List<Slot> abx(Id a, Id b, Id unknown) {
        List<Slot> slots = new ArrayList<>(lettered(List.of(a, b), Role.COMPARED));
        slots.add(new Slot(Slot.UNKNOWN, unknown, Role.UNKNOWN));
        return slots;
    }

    private static List<Slot> lettered(List<Id> conditions, Role role) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            slots.add(new Slot(String.valueOf((char) ('A' + i)), conditions.get(i), role));
        }
        return slots;
    }

    /** Each way once, in an order of chance, then each once again. */
    private int next(String treatment, int count) {
        List<Integer> left = ways.computeIfAbsent(treatment, name -> new ArrayList<>());
        if (left.isEmpty()) {
            left.addAll(draw.shuffled(
                    java.util.stream.IntStream.range(0, count).boxed().toList()));
        }
        return left.remove(0);
    }
}
