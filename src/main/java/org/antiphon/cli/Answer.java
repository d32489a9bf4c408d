package org.antiphon.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a command has to say when it is done: lines for people, and the same facts for machines ({@code --json}).
 *
 * @param good whether it found what it looked at in order; if not, the exit code is 1
 */
record Answer(String text, Map<String, Object> facts, boolean good) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keeps the facts in the order given; paths become their text. */
    Answer {
        Map<String, Object> copy = new LinkedHashMap<>();
        facts.forEach((name, value) -> copy.put(name, value instanceof Path ? value.toString() : value));
        facts = copy;
    }

    Answer(String text, Map<String, Object> facts) {
        this(text, facts, true);
    }

    String json() {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write as JSON: " + facts, e);
        }
    }
}
