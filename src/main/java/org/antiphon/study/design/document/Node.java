package org.antiphon.study.design.document;

import java.util.List;
import java.util.Optional;

/** A document as it was written, before anybody asks what it means; each node knows its place. */
sealed interface Node {

    Place place();

    /** A value in one piece; {@code plain} if it stands without quotes, so that it may be a number. */
    record Scalar(String text, boolean plain, Place place) implements Node {}

    /** A list. */
    record Sequence(List<Node> items, Place place) implements Node {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys and values in the order they stand; a key that stands twice is still there twice. */
    record Mapping(List<Entry> entries, Place place) implements Node {

        public Mapping {
            entries = List.copyOf(entries);
        }

        Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }
    }

    /** A key with its value; the place is that of the key. */
    record Entry(String key, Place place, Node value) {}

    /** What the node is, in a sentence about it. */
    default String words() {
        if (this instanceof Scalar scalar) {
            return scalar.plain() && scalar.text().isEmpty() ? "nothing" : "\"" + shortened(scalar.text()) + "\"";
        }
        return this instanceof Sequence ? "a list" : "a block of keys";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 40 ? line : line.substring(0, 39) + "…";
    }
}
