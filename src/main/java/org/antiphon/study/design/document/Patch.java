package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Changes the text of a document so that it says something else, and leaves every line that still says the same as it is:
 * comments, quotes, order and indentation stay their writer's.
 *
 * <p>The document is cut into chunks, one for each key of a block and each element of a list, with the comment lines that
 * stand directly above. What stays is copied, what has changed is written anew in its place, what is gone goes with its
 * comments, what is new comes behind what it follows. Elements are the same if they say the same, or have the same id, or
 * else stand at the same position. Whether the result says what it should is read from the result, so a way of writing
 * that this class does not know can cost comments but never a value.
 */
final class Patch {

    private final String text;

    private Patch(String text) {
        this.text = text;
    }

    /** The text that says {@code wanted}; empty if it cannot be had by changing this one. */
    static Optional<String> of(String yaml, JsonNode wanted) {
        String text = yaml.endsWith("\n") ? yaml : yaml + "\n";
        Findings findings = new Findings();
        Optional<Node> read = YamlReader.read(text.getBytes(StandardCharsets.UTF_8), findings);
        if (read.isEmpty() || text.startsWith("\uFEFF")) {
            return Optional.empty();
        }
        Span root = SpanReader.read(text);
        if (!root.like(wanted)) {
            return Optional.empty();
        }
        String patched = text.substring(0, root.start())
                + new Patch(text).value(root, wanted, 0, false)
                + text.substring(root.end());
        return YamlReader.read(patched.getBytes(StandardCharsets.UTF_8), new Findings())
                .filter(node -> same(PlainTree.of(node), wanted))
                .map(node -> patched);
    }

    /** Whether two values say the same: the order of keys and the notation of numbers do not matter. */
    static boolean same(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.isObject() && b.isObject()) {
            Set<String> keys = keys(a);
            return keys.equals(keys(b)) && keys.stream().allMatch(key -> same(a.get(key), b.get(key)));
        }
        if (a.isArray() && b.isArray()) {
            boolean all = a.size() == b.size();
            for (int i = 0; all && i < a.size(); i++) {
                all = same(a.get(i), b.get(i));
            }
            return all;
        }
        return a.equals(b);
    }

    private static Set<String> keys(JsonNode block) {
        Set<String> keys = new TreeSet<>();
        block.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** @param indent of the block that it stands in */
    private String value(Span span, JsonNode wanted, int indent, boolean inFlow) {
        if (same(span.value(), wanted)) {
            return text.substring(span.start(), span.end());
        }
        return switch (span.style()) {
            case BLOCK_MAPPING -> blockMapping(span, wanted);
            case BLOCK_SEQUENCE -> blockSequence(span, wanted);
            case FLOW_MAPPING -> flowMapping(span, wanted);
            case FLOW_SEQUENCE -> flowSequence(span, wanted);
            case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED, LINES -> scalar(span, wanted, indent, inFlow);
        };
    }

    private String scalar(Span span, JsonNode wanted, int indent, boolean inFlow) {
        String fresh = YamlText.line(wanted, inFlow);
        if (wanted.isTextual() && !inFlow && YamlText.hasLines(wanted.asText()) && !hasComment(span)) {
            fresh = YamlText.lines(wanted.asText(), indent + 2);
        } else if (wanted.isTextual() && span.style() == Span.Style.DOUBLE_QUOTED) {
            fresh = YamlText.doubleQuoted(wanted.asText());
        } else if (wanted.isTextual()
                && span.style() == Span.Style.SINGLE_QUOTED
                && wanted.asText().chars().noneMatch(Character::isISOControl)) {
            fresh = "'" + wanted.asText().replace("'", "''") + "'";
        }
        return span.start() == span.end() ? " " + fresh : fresh;
    }

    private boolean hasComment(Span span) {
        int end = text.indexOf('\n', span.end());
        return text.substring(span.end(), end).contains("#")
                || span.style() == Span.Style.LINES
                        && text.substring(span.start(), text.indexOf('\n', span.start()))
                                .contains("#");
    }

    private String blockMapping(Span span, JsonNode wanted) {
        int indent = column(span.start());
        List<Span> children = span.children();
        Chunks chunks = new Chunks(indent);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i + 1 < children.size(); i += 2) {
            Span key = children.get(i);
            Span value = children.get(i + 1);
            String name = key.value().asText();
            int from = i == 0
                    ? span.start()
                    : above(key.start(), children.get(i - 1).end());
            int to = i + 2 < children.size() ? above(children.get(i + 2).start(), value.end()) : span.end();
            if (!seen.add(name)) {
                chunks.add(name, text.substring(from, to), i == 0);
            } else if (wanted.has(name)) {
                JsonNode now = wanted.get(name);
                String changed = value.like(now)
                        ? text.substring(key.start(), value.start()) + value(value, now, indent, false)
                        : YamlText.entry(name, now, indent);
                chunks.add(name, text.substring(from, key.start()) + changed + text.substring(value.end(), to), i == 0);
            }
        }
        String before = null;
        for (String name : (Iterable<String>) wanted::fieldNames) {
            if (!seen.contains(name)) {
                chunks.insert(before, name, YamlText.entry(name, wanted.get(name), indent));
            }
            before = name;
        }
        return chunks.joined("{}");
    }

    private String blockSequence(Span span, JsonNode wanted) {
        int indent = column(span.start());
        List<Span> children = span.children();
        List<Integer> dashes = new ArrayList<>();
        for (Span child : children) {
            int floor = dashes.isEmpty()
                    ? span.start()
                    : children.get(dashes.size() - 1).end();
            dashes.add(Math.max(floor, text.lastIndexOf('-', Math.max(0, child.start() - 1))));
        }
        Chunks chunks = new Chunks(indent);
        int[] taken = Pairs.of(span.value(), wanted);
        for (int i = 0; i < wanted.size(); i++) {
            int old = taken[i];
            if (old < 0 || !children.get(old).like(wanted.get(i))) {
                chunks.add("", YamlText.element(wanted.get(i), indent), true);
            } else {
                Span child = children.get(old);
                int from = old == 0
                        ? span.start()
                        : above(dashes.get(old), children.get(old - 1).end());
                int to = old + 1 < children.size() ? above(dashes.get(old + 1), child.end()) : span.end();
                String changed = text.substring(from, child.start())
                        + value(child, wanted.get(i), indent, false)
                        + text.substring(child.end(), to);
                chunks.add("", changed, old == 0);
            }
        }
        return chunks.joined("[]");
    }

    private String flowMapping(Span span, JsonNode wanted) {
        List<String> entries = new ArrayList<>();
        List<Span> children = span.children();
        StringBuilder same = new StringBuilder();
        int at = span.start();
        for (int i = 0; i + 1 < children.size(); i += 2) {
            Span value = children.get(i + 1);
            String name = children.get(i).value().asText();
            if (wanted.has(name)) {
                JsonNode now = wanted.get(name);
                String changed = value.like(now) ? value(value, now, 0, true) : YamlText.line(now, true);
                entries.add(text.substring(children.get(i).start(), value.start()) + changed);
                same.append(text, at, value.start()).append(changed);
                at = value.end();
            }
        }
        if (keys(wanted).equals(keys(span.value()))) {
            return same.append(text, at, span.end()).toString();
        }
        wanted.fields().forEachRemaining(entry -> {
            if (!span.value().has(entry.getKey())) {
                entries.add(YamlText.lineEntry(entry.getKey(), entry.getValue()));
            }
        });
        return "{" + String.join(", ", entries) + "}";
    }

    private String flowSequence(Span span, JsonNode wanted) {
        List<String> elements = new ArrayList<>();
        int[] taken = Pairs.of(span.value(), wanted);
        for (int i = 0; i < wanted.size(); i++) {
            Span old = taken[i] < 0 ? null : span.children().get(taken[i]);
            elements.add(
                    old != null && old.like(wanted.get(i))
                            ? value(old, wanted.get(i), 0, true)
                            : YamlText.line(wanted.get(i), true));
        }
        return "[" + String.join(", ", elements) + "]";
    }

    private int column(int at) {
        return at - lineOf(at);
    }

    private int lineOf(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** Where the line begins in which something stands, or the first of the comment lines directly above; not before {@code floor}. */
    private int above(int at, int floor) {
        int line = lineOf(at);
        while (line > floor) {
            int before = lineOf(line - 1);
            if (before < floor || !text.substring(before, line).stripLeading().startsWith("#")) {
                break;
            }
            line = before;
        }
        return Math.max(line, floor);
    }
}
