package org.antiphon.dashboard.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for names that come again and again, counted from 0. */
final class Names {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int number(String name) {
        return numbers.computeIfAbsent(name, added -> {
            names.add(added);
            return names.size() - 1;
        });
    }

    String name(int number) {
        return names.get(number);
    }

    /** What was numbered so far; it numbers nothing more of its own. */
    Names copy() {
        Names copy = new Names();
        copy.names.addAll(names);
        copy.numbers.putAll(numbers);
        return copy;
    }

    int size() {
        return names.size();
    }
}
