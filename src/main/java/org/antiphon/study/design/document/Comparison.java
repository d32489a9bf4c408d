package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.antiphon.study.design.document.Change.Kind;

/** Compares two trees. Elements of a list are the same if they have the same id (or are the same text), wherever they stand. */
final class Comparison {

    private static final int LONGEST = 80;

    private final List<Change> changes = new ArrayList<>();

    List<Change> of(JsonNode before, JsonNode after) {
        compare("", before, after);
        return List.copyOf(changes);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode && after instanceof ObjectNode) {
            Map<String, JsonNode> old = keyed(before);
            Map<String, JsonNode> now = keyed(after);
            // another kind is another thing, of which no key can be compared
            if (!kind(old).equals(kind(now))) {
                changes.add(new Change(path, Kind.CHANGED, words(before), words(after)));
                return;
            }
            members(path.isEmpty() ? "" : path + ".", "", old, now);
        } else if (before instanceof ArrayNode && after instanceof ArrayNode) {
            lists(path, before, after);
        } else {
            changes.add(new Change(path, Kind.CHANGED, words(before), words(after)));
        }
    }

    private void lists(String path, JsonNode before, JsonNode after) {
        Map<String, JsonNode> old = named(before);
        Map<String, JsonNode> now = named(after);
        members(path + "[", "]", old, now);
        List<String> stayed = old.keySet().stream().filter(now::containsKey).toList();
        List<String> order = now.keySet().stream().filter(old::containsKey).toList();
        if (!stayed.equals(order)) {
            changes.add(new Change(path, Kind.REORDERED, String.join(", ", stayed), String.join(", ", order)));
        }
    }

    private void members(String open, String close, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String path = open + name + close;
            if (!after.containsKey(name)) {
                changes.add(new Change(path, Kind.REMOVED, words(before.get(name)), ""));
            } else if (!before.containsKey(name)) {
                changes.add(new Change(path, Kind.ADDED, "", words(after.get(name))));
            } else {
                compare(path, before.get(name), after.get(name));
            }
        }
    }

    private static String kind(Map<String, JsonNode> members) {
        return members.containsKey("kind") ? members.get("kind").asText() : "";
    }

    private static Map<String, JsonNode> keyed(JsonNode block) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        block.fieldNames().forEachRemaining(key -> members.put(key, block.get(key)));
        return members;
    }

    /** Elements by id, or by their text, or else by their position. */
    private static Map<String, JsonNode> named(JsonNode list) {
        boolean ids = all(list, element -> element.has("id"));
        boolean texts = all(list, JsonNode::isTextual);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode element = list.get(i);
            String name = ids ? element.get("id").asText() : texts ? element.asText() : String.valueOf(i);
            // ids are unique, texts need not be
            members.put(members.containsKey(name) ? name + "#" + i : name, element);
        }
        return members;
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> holds) {
        return StreamSupport.stream(list.spliterator(), false).allMatch(holds);
    }

    private static String words(JsonNode node) {
        String text = node.isTextual() ? "\"" + node.asText().replaceAll("\\s+", " ") + "\"" : node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
