package org.antiphon.dashboard.export;

import java.util.List;
import java.util.function.Consumer;

/**
 * A table of the export.
 *
 * @param name of the file without its ending
 * @param title in a few words
 * @param meaning what one row is, and what it is for
 * @param key the columns that tell rows apart
 * @param references to other tables
 * @param source gives its rows, in an order that is always the same
 */
record DataFile<T>(
        String name,
        String title,
        String meaning,
        List<Column<T>> columns,
        List<String> key,
        List<Reference> references,
        Consumer<Consumer<T>> source) {

    /** Values of these columns are found in the columns of the same names of that table. */
    record Reference(List<String> columns, String table) {}

    DataFile {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        references = List.copyOf(references);
        List<String> names = columns.stream().map(Column::name).toList();
        if (names.size() != names.stream().distinct().count() || !names.containsAll(key)) {
            throw new IllegalArgumentException(name + " has columns twice, or a key that is none: " + names);
        }
    }
}
