package org.antiphon.study.design.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may stand at one place of a document. It follows from a Java type, see {@link Shapes}. */
sealed interface Shape {

    /** A value in one piece. */
    record Scalar(ScalarKind kind) implements Shape {}

    /** Words in each language: a block of languages, or the words alone where there is one language. */
    record Words() implements Shape {}

    /** A list; {@code most} may be {@link Integer#MAX_VALUE}. */
    record Items(Shape element, int least, int most) implements Shape {}

    /** A block whose keys are ids. */
    record Table(Shape value, int least) implements Shape {}

    /** A block with known keys; {@code kind} is empty where the record has no siblings. */
    record Block(Class<?> type, String kind, String means, List<Field> fields) implements Shape {

        public Block {
            fields = List.copyOf(fields);
        }

        Optional<Field> field(String key) {
            return fields.stream().filter(field -> field.key().equals(key)).findFirst();
        }

        List<String> keys() {
            return fields.stream().map(Field::key).toList();
        }
    }

    /** One of several blocks, chosen by the key {@code kind}. */
    record Choice(Class<?> type, Map<String, Block> kinds) implements Shape {}

    /**
     * One key of a block.
     *
     * @param optional whether its component is an {@link Optional}
     * @param otherwise what holds when it is not there
     * @param refersTo the list at the top whose ids may stand here
     */
    record Field(
            String key,
            String component,
            Shape shape,
            boolean optional,
            Optional<String> otherwise,
            Optional<String> refersTo,
            String means) {

        /** A list or a table that may be empty may also be absent. */
        boolean required() {
            boolean mayBeEmpty = shape instanceof Items items && items.least() == 0
                    || shape instanceof Table table && table.least() == 0;
            return !optional && otherwise.isEmpty() && !mayBeEmpty;
        }
    }
}
