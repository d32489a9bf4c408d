package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One of the constants of an enum, in lower case with hyphens: SCREEN_OUT is {@code screen-out}. */
record ChoiceKind(Class<?> type) implements ScalarKind {

    static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<String> words() {
        return Arrays.stream(type.getEnumConstants()).map(ChoiceKind::word).toList();
    }

    @Override
    public Reading read(String text, boolean plain) {
        for (Object constant : type.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return new Reading.Of(constant);
            }
        }
        return new Reading.Not(
                text.isEmpty() ? "There is no choice here." : "\"" + text + "\" is not one of the choices.",
                (Nearest.question(text, words()) + " Write one of " + String.join(", ", words()) + ".").strip());
    }

    @Override
    public void describe(ObjectNode schema) {
        ArrayNode allowed = schema.put("type", "string").putArray("enum");
        words().forEach(allowed::add);
    }
}
