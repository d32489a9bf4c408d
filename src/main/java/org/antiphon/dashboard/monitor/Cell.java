package org.antiphon.dashboard.monitor;

import java.util.List;

/** What a page of a task shows: an item in one condition, or in those that are compared on one page. */
final class Cell {

    private Cell() {}

    /** The same whatever the order on the page; ids have no spaces. */
    static String name(String task, String item, List<String> conditions) {
        return task + " " + item + " "
                + String.join("+", conditions.stream().sorted().toList());
    }
}
