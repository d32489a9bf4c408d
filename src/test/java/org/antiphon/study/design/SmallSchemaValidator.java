package org.antiphon.study.design;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * As much of JSON Schema (draft 2020-12) as the published schema uses, written without looking at how it is made; a
 * keyword that is not here throws, so that none is passed over.
 */
final class SmallSchemaValidator {

    private static final Set<String> WORDS =
            Set.of("$schema", "$id", "$defs", "title", "description", "default", "format", "x-refers-to");

    private final JsonNode root;

    SmallSchemaValidator(JsonNode root) {
        this.root = root;
    }

    List<String> problems(JsonNode instance) {
        List<String> problems = new ArrayList<>();
        check(root, instance, "$", problems);
        return problems;
    }

    private boolean valid(JsonNode schema, JsonNode instance) {
        List<String> problems = new ArrayList<>();
        check(schema, instance, "", problems);
        return problems.isEmpty();
    }

    private void check(JsonNode schema, JsonNode instance, String path, List<String> problems) {
        Iterator<Map.Entry<String, JsonNode>> keywords = schema.fields();
        while (keywords.hasNext()) {
            Map.Entry<String, JsonNode> keyword = keywords.next();
            if (!WORDS.contains(keyword.getKey())
                    && !holds(schema, keyword.getKey(), keyword.getValue(), instance, path, problems)) {
                problems.add(path + ": " + keyword.getKey() + " " + keyword.getValue());
            }
        }
    }

    private boolean holds(
            JsonNode schema, String keyword, JsonNode value, JsonNode instance, String path, List<String> problems) {
        switch (keyword) {
            case "$ref":
                check(root.at(value.asText().substring(1)), instance, path, problems);
                return true;
            case "type":
                return switch (value.asText()) {
                    case "object" -> instance.isObject();
                    case "array" -> instance.isArray();
                    case "string" -> instance.isTextual();
                    case "boolean" -> instance.isBoolean();
                    case "integer" -> instance.isNumber() && instance.asDouble() == Math.rint(instance.asDouble());
                    case "number" -> instance.isNumber();
                    default -> throw new IllegalArgumentException("type " + value);
                };
            case "const":
                return instance.equals(value);
            case "enum":
                return stream(value).anyMatch(one -> one.asText().equals(instance.asText()));
            case "oneOf":
                return stream(value).filter(one -> valid(one, instance)).count() == 1;
            case "anyOf":
                return stream(value).anyMatch(one -> valid(one, instance));
            case "required":
                return stream(value).allMatch(key -> instance.has(key.asText()));
            case "properties":
                value.fields().forEachRemaining(property -> {
                    if (instance.has(property.getKey())) {
                        check(
                                property.getValue(),
                                instance.get(property.getKey()),
                                path + "." + property.getKey(),
                                problems);
                    }
                });
                return true;
            case "additionalProperties":
                additional(schema, value, instance, path, problems);
                return true;
            case "propertyNames":
                instance.fieldNames()
                        .forEachRemaining(name -> check(
                                value, com.fasterxml.jackson.databind.node.TextNode.valueOf(name), path, problems));
                return true;
            case "items":
                for (int i = 0; i < instance.size(); i++) {
                    check(value, instance.get(i), path + "[" + i + "]", problems);
                }
                return true;
            case "minProperties", "minItems":
                return instance.size() >= value.asInt();
            case "maxItems":
                return instance.size() <= value.asInt();
            case "minLength":
                return !instance.isTextual() || instance.asText().length() >= value.asInt();
            case "maxLength":
                return !instance.isTextual() || instance.asText().length() <= value.asInt();
            case "pattern":
                return instance.asText().matches(value.asText());
            case "minimum":
                return instance.asDouble() >= value.asDouble();
            case "maximum":
                return instance.asDouble() <= value.asDouble();
            default:
                throw new IllegalArgumentException("unknown keyword " + keyword);
        }
    }

    private void additional(JsonNode schema, JsonNode value, JsonNode instance, String path, List<String> problems) {
        instance.fields().forEachRemaining(entry -> {
            if (schema.path("properties").has(entry.getKey())) {
                return;
            }
            if (value.isBoolean()) {
                if (!value.asBoolean()) {
                    problems.add(path + ": unknown key " + entry.getKey());
                }
            } else {
                check(value, entry.getValue(), path + "." + entry.getKey(), problems);
            }
        });
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
