package org.antiphon.dashboard.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The words of a column, each with its code. */
public final class Words {

    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> codes = new HashMap<>();

    Words() {}

    int code(String word) {
        Integer known = codes.get(word);
        if (known != null) {
            return known;
        }
        codes.put(word, words.size());
        words.add(word);
        return words.size() - 1;
    }

    /** The code of a word, if it is there. */
    public OptionalInt codeOf(String word) {
        Integer code = codes.get(word);
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /** @throws IndexOutOfBoundsException if there is no such code */
    public String word(int code) {
        return words.get(code);
    }

    /** All words, by their codes. */
    public List<String> all() {
        return Collections.unmodifiableList(words);
    }

    public int size() {
        return words.size();
    }
}
