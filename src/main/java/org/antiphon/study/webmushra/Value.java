package org.antiphon.study.webmushra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A value of a configuration, as webMUSHRA gets it, with its line. */
sealed interface Value {

    int line();

    /** @param plain whether it stands without quotes, so that it may be nothing, true or a number */
    record Words(String text, boolean plain, int line) implements Value {

        boolean isNull() {
            return plain && Set.of("", "~", "null", "Null", "NULL").contains(text);
        }
    }

    /** A list. */
    record Listing(List<Value> values, int line) implements Value {

        public Listing {
            values = List.copyOf(values);
        }
    }

    /** A block; what it asks for is remembered, so that what nobody asked for can be told. */
    record Block(Map<String, Value> values, Set<String> asked, int line) implements Value {

        Block(Map<String, Value> values, int line) {
            this(new LinkedHashMap<>(values), new TreeSet<>(), line);
        }

        Optional<Value> get(String key) {
            asked.add(key);
            return Optional.ofNullable(values.get(key))
                    .filter(value -> !(value instanceof Words words && words.isNull()));
        }

        Optional<String> text(String key) {
            return get(key).filter(Words.class::isInstance)
                    .map(value -> ((Words) value).text().strip())
                    .filter(text -> !text.isEmpty());
        }

        /** Whether that stands there; other words for it are text to webMUSHRA. */
        boolean is(String key, boolean truth) {
            return text(key)
                    .filter(text -> text.equalsIgnoreCase(String.valueOf(truth)))
                    .isPresent();
        }

        Optional<Double> number(String key) {
            return text(key).flatMap(Value::number);
        }

        List<Value> list(String key) {
            return get(key).filter(Listing.class::isInstance)
                    .map(value -> ((Listing) value).values())
                    .orElse(List.of());
        }

        Map<String, Value> block(String key) {
            return get(key).filter(Block.class::isInstance)
                    .map(value -> ((Block) value).values())
                    .orElse(Map.of());
        }

        int line(String key) {
            Value value = values.get(key);
            return value == null ? line : value.line();
        }
    }

    /** A number as webMUSHRA reads it: 010 is eight, 0x10 sixteen. */
    private static Optional<Double> number(String text) {
        try {
            if (text.matches("0[0-7]+")) {
                return Optional.of((double) Long.parseLong(text, 8));
            }
            return Optional.of(
                    text.matches("0[xX][0-9a-fA-F]{1,15}")
                            ? (double) Long.parseLong(text.substring(2), 16)
                            : Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
