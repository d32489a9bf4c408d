package org.antiphon.dashboard.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program that computes the numbers of a figure from exported ratings, or numbers of translations: what differs from figure to figure stands at
 * its top, the rest is the same for all figures of its kind.
 *
 * @param kind of which the programs lie beside this class as {@code scripts/KIND.R} and {@code scripts/KIND.py}
 * @param texts parameters that are lists of texts, by their names
 * @param numbers parameters that are numbers
 */
public record Script(String kind, Map<String, List<String>> texts, Map<String, Double> numbers) {

    public Script {
        texts = new LinkedHashMap<>(texts);
        numbers = new LinkedHashMap<>(numbers);
    }

    /** The same program with a parameter more: a list of texts. */
    public Script with(String name, List<String> values) {
        Map<String, List<String>> more = new LinkedHashMap<>(texts);
        more.put(name, List.copyOf(values));
        return new Script(kind, more, numbers);
    }

    /** The same program with a parameter more: a number. */
    public Script with(String name, double value) {
        Map<String, Double> more = new LinkedHashMap<>(numbers);
        more.put(name, value);
        return new Script(kind, texts, more);
    }

    /** The program in R; it needs nothing but R. */
    public String r(String title) {
        StringBuilder program = new StringBuilder("# " + oneLine(title) + "\n");
        texts.forEach((name, values) -> program.append(name
                + (values.isEmpty()
                        ? " <- character(0)\n"
                        : " <- c("
                                + String.join(
                                        ", ",
                                        values.stream().map(Script::quoted).toList()) + ")\n")));
        numbers.forEach((name, value) ->
                program.append(name + " <- " + Cell.of(value, 0).exact() + "\n"));
        return program + "\n" + resource(reading() + ".R") + "\n" + resource("sure.R") + "\n" + resource(kind + ".R");
    }

    /** The program in Python; it needs numpy and scipy. */
    public String python(String title) {
        StringBuilder program = new StringBuilder("# " + oneLine(title) + "\n");
        texts.forEach((name, values) -> program.append(name + " = ["
                + String.join(", ", values.stream().map(Script::quoted).toList()) + "]\n"));
        numbers.forEach(
                (name, value) -> program.append(name + " = " + Cell.of(value, 0).exact() + "\n"));
        return program + "\n" + resource(reading() + ".py") + resource("sure.py") + "\n" + resource(kind + ".py");
    }

    /** How the data are read: ratings of a study, or numbers of translations. */
    private String reading() {
        return kind.startsWith("models-") ? "numbers" : "read";
    }

    private static String oneLine(String title) {
        return title.replaceAll("\\s+", " ");
    }

    /** A text as both languages write it. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String resource(String name) {
        try (InputStream in = Script.class.getResourceAsStream("scripts/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read script " + name, e);
        }
    }
}
