package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Values as YAML in the place where they are to stand: what needs no quotes has none. */
final class YamlText {

    /** Longer lists get a line for each element. */
    private static final int LONGEST_LINE = 90;

    private static final Pattern BEGINS_LIKE_SYNTAX = Pattern.compile("^[-?:,\\[\\]{}#&*!|>'\"%@`~=<\\s]");
    private static final Pattern HAS_SYNTAX = Pattern.compile("\\s$|:$|:\\s|\\s#|[\\p{Cntrl}\u0085\u2028\u2029\uFEFF]");
    private static final Pattern HAS_BRACKETS = Pattern.compile("[,\\[\\]{}:]");

    /** Text to YAML 1.2 and to us, but something else to many programs. */
    private static final Pattern OFTEN_MISREAD =
            Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|[-+.0-9][-+.:_0-9a-f]*|0x[0-9a-f]+|\\.?(nan|inf)");

    private static final Pattern LINES = Pattern.compile("\\S.*(\n+.*\\S)*\n?");

    private YamlText() {}

    /** A value in one line. */
    static String line(JsonNode value, boolean inFlow) {
        if (value.isObject()) {
            List<String> entries = new ArrayList<>();
            value.properties().forEach(entry -> entries.add(lineEntry(entry.getKey(), entry.getValue())));
            return "{" + String.join(", ", entries) + "}";
        }
        if (value.isArray()) {
            List<String> elements = new ArrayList<>();
            value.forEach(element -> elements.add(line(element, true)));
            return "[" + String.join(", ", elements) + "]";
        }
        return value.isTextual() ? word(value.asText(), inFlow) : number(value);
    }

    /** A key and its value in braces. */
    static String lineEntry(String key, JsonNode value) {
        return word(key, true) + ": " + line(value, true);
    }

    private static String number(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static String word(String text, boolean inFlow) {
        boolean plain = !text.isEmpty()
                && !BEGINS_LIKE_SYNTAX.matcher(text).find()
                && !HAS_SYNTAX.matcher(text).find()
                && !OFTEN_MISREAD.matcher(text).matches()
                && !(inFlow && HAS_BRACKETS.matcher(text).find());
        return plain ? text : doubleQuoted(text);
    }

    static String doubleQuoted(String text) {
        return JsonNodeFactory.instance
                .textNode(text)
                .toString()
                .replace("\u0085", "\\u0085")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029")
                .replace("\uFEFF", "\\uFEFF");
    }

    /** Whether a text has several lines and can stand there as they are. */
    static boolean hasLines(String text) {
        return text.strip().indexOf('\n') >= 0 && LINES.matcher(text).matches() && text.indexOf('\r') < 0;
    }

    /** A text over several lines, behind its sign; without the break behind its last line. */
    static String lines(String text, int indent) {
        String margin = " ".repeat(indent);
        StringBuilder out = new StringBuilder(text.endsWith("\n") ? "|" : "|-");
        text.stripTrailing().lines().forEach(line -> out.append('\n').append(line.isEmpty() ? "" : margin + line));
        return out.toString();
    }

    /** A key and its value, in lines of which all but the first are indented. */
    static String entry(String key, JsonNode value, int indent) {
        String name = word(key, false) + ":";
        if (value.isNull()) {
            return name;
        }
        if (value.isTextual() && hasLines(value.asText())) {
            return name + " " + lines(value.asText(), indent + 2);
        }
        if (value.isValueNode() || value.isEmpty() || isShortList(value)) {
            return name + " " + line(value, value.isArray());
        }
        return name + "\n" + " ".repeat(indent + 2) + block(value, indent + 2);
    }

    private static boolean isShortList(JsonNode value) {
        if (!value.isArray()) {
            return false;
        }
        for (JsonNode element : value) {
            if (!element.isValueNode()) {
                return false;
            }
        }
        return line(value, true).length() <= LONGEST_LINE;
    }

    /** An element of a list behind its dash, in lines of which all but the first are indented. */
    static String element(JsonNode value, int indent) {
        if (value.isTextual() && hasLines(value.asText())) {
            return "- " + lines(value.asText(), indent + 2);
        }
        return "- " + (value.isValueNode() || value.isEmpty() ? line(value, false) : block(value, indent + 2));
    }

    /** A block or list in lines of which all but the first are indented. */
    static String block(JsonNode value, int indent) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            parts.add(entry(entry.getKey(), entry.getValue(), indent));
        }
        if (value.isArray()) {
            value.forEach(element -> parts.add(element(element, indent)));
        }
        return parts.isEmpty() ? line(value, false) : String.join("\n" + " ".repeat(indent), parts);
    }
}
