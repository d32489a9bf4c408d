package org.antiphon.dashboard.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antiphon.dashboard.figure.Cell;
import org.antiphon.dashboard.figure.Data;

/** A table in the making: columns first, then rows of texts and numbers. */
final class Tabled {

    private final List<Data.Column> columns = new ArrayList<>();
    private final List<Integer> decimals = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    /** A column of texts, or of whole numbers. */
    Tabled column(String name, String heading) {
        return column(name, heading, 0);
    }

    /** A column of numbers with so many decimals on the page; files have all of them. */
    Tabled column(String name, String heading, int places) {
        columns.add(new Data.Column(name, heading));
        decimals.add(places);
        return this;
    }

    /** @param cells texts and numbers, one for each column; a NaN is a gap */
    Tabled row(Object... cells) {
        List<Cell> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            row.add(
                    cells[i] instanceof Number number
                            ? Cell.of(number.doubleValue(), decimals.get(i))
                            : Cell.of(String.valueOf(cells[i])));
        }
        rows.add(row);
        return this;
    }

    /** Several cells and then more of them, as one row. */
    static Object[] joined(Object[] first, Object... more) {
        Object[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    Data data() {
        return new Data(columns, rows);
    }
}
