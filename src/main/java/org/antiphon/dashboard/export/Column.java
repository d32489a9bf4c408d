package org.antiphon.dashboard.export;

import java.util.List;
import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param name lower-case letters, digits and underscores, so that R and Python take it as it is
 * @param unit empty if it has none
 * @param levels the only words there can be, in their order; empty: any
 * @param meaning in a sentence
 * @param value null where there is none
 */
record Column<T>(String name, Type type, String unit, List<String> levels, String meaning, Function<T, Object> value) {

    /** What the values of a column are; the name in the Table Schema of Frictionless Data. */
    enum Type {
        /** Words that people wrote or that come from a document: they are disarmed in CSV. */
        TEXT("string"),
        INTEGER("integer"),
        NUMBER("number"),
        /** TRUE or FALSE. */
        BOOLEAN("boolean"),
        /** An instant; how exactly it is told depends on the order. */
        TIME("datetime");

        private final String frictionless;

        Type(String frictionless) {
            this.frictionless = frictionless;
        }

        String frictionless() {
            return frictionless;
        }
    }

    Column {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not the name of a column: " + name);
        }
        levels = List.copyOf(levels);
    }

    static <T> Column<T> text(String name, String meaning, Function<T, Object> value) {
        return new Column<>(name, Type.TEXT, "", List.of(), meaning, value);
    }

    static <T> Column<T> levels(String name, List<String> levels, String meaning, Function<T, Object> value) {
        return new Column<>(name, Type.TEXT, "", levels, meaning, value);
    }

    static <T> Column<T> whole(String name, String unit, String meaning, Function<T, Object> value) {
        return new Column<>(name, Type.INTEGER, unit, List.of(), meaning, value);
    }

    static <T> Column<T> number(String name, String unit, String meaning, Function<T, Object> value) {
        return new Column<>(name, Type.NUMBER, unit, List.of(), meaning, value);
    }

    static <T> Column<T> truth(String name, String meaning, Function<T, Object> value) {
        return new Column<>(name, Type.BOOLEAN, "", List.of(), meaning, value);
    }

    static <T> Column<T> time(String name, String meaning, Function<T, Object> value) {
        return new Column<>(name, Type.TIME, "UTC", List.of(), meaning, value);
    }

    /** The same column of rows that hold what it is about. */
    <R> Column<R> of(Function<R, T> inner) {
        return new Column<>(name, type, unit, levels, meaning, row -> value.apply(inner.apply(row)));
    }
}
