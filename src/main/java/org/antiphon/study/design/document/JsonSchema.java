package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Says in JSON Schema what a shape says. The schema is the weaker of the two: it knows keys, types and limits, not
 * whether a reference leads somewhere or a paradigm has the conditions it needs.
 */
final class JsonSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    ObjectNode of(Shape root, String id, String title) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", id);
        schema.put("title", title);
        schema.setAll(block((Shape.Block) root));
        ObjectNode held = schema.putObject("$defs");
        definitions.forEach(held::set);
        return schema;
    }

    private ObjectNode of(Shape shape) {
        ObjectNode schema = NODES.objectNode();
        if (shape instanceof Shape.Scalar scalar) {
            scalar.kind().describe(schema);
        } else if (shape instanceof Shape.Words) {
            definitions.computeIfAbsent("Text", name -> words());
            schema.put("$ref", "#/$defs/Text");
        } else if (shape instanceof Shape.Items items) {
            schema.put("type", "array");
            schema.set("items", of(items.element()));
            if (items.least() > 0) {
                schema.put("minItems", items.least());
            }
            if (items.most() < Integer.MAX_VALUE) {
                schema.put("maxItems", items.most());
            }
        } else if (shape instanceof Shape.Table table) {
            schema.put("type", "object");
            ObjectNode names = schema.putObject("propertyNames");
            new IdKind().describe(names);
            schema.set("additionalProperties", of(table.value()));
        } else if (shape instanceof Shape.Choice choice) {
            define(choice.type().getSimpleName(), () -> choice(choice));
            schema.put("$ref", "#/$defs/" + choice.type().getSimpleName());
        } else if (shape instanceof Shape.Block block) {
            define(block.type().getSimpleName(), () -> block(block));
            schema.put("$ref", "#/$defs/" + block.type().getSimpleName());
        }
        return schema;
    }

    private void define(String name, Supplier<ObjectNode> schema) {
        // not computeIfAbsent: what is defined inside changes the map as well
        if (!definitions.containsKey(name)) {
            definitions.put(name, schema.get());
        }
    }

    private static ObjectNode words() {
        ObjectNode schema = NODES.objectNode();
        schema.put("description", "Words in each language of the study, or the words alone where it has one language.");
        ArrayNode either = schema.putArray("anyOf");
        either.addObject().put("type", "string").put("minLength", 1);
        ObjectNode block = either.addObject().put("type", "object").put("minProperties", 1);
        block.putObject("additionalProperties").put("type", "string").put("minLength", 1);
        return schema;
    }

    private ObjectNode choice(Shape.Choice choice) {
        ObjectNode schema = NODES.objectNode();
        ArrayNode either = schema.putArray("oneOf");
        choice.kinds().values().forEach(kind -> either.add(block(kind)));
        return schema;
    }

    private ObjectNode block(Shape.Block block) {
        ObjectNode schema = NODES.objectNode();
        if (!block.means().isEmpty()) {
            schema.put("description", block.means());
        }
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        if (!block.kind().isEmpty()) {
            properties.putObject("kind").put("const", block.kind());
            required.add("kind");
        }
        for (Shape.Field field : block.fields()) {
            ObjectNode property = of(field.shape());
            property.put("description", field.means());
            // not a keyword of JSON Schema, so validators pass over it; editors offer these ids
            field.refersTo().ifPresent(list -> property.put("x-refers-to", list));
            otherwise(field).ifPresent(value -> property.set("default", value));
            properties.set(field.key(), property);
            if (field.required()) {
                required.add(field.key());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Optional<JsonNode> otherwise(Shape.Field field) {
        return field.otherwise().map(text -> {
            Shape.Scalar scalar = (Shape.Scalar) field.shape();
            return scalar.kind().read(text, true) instanceof Reading.Of of
                    ? Tree.of(of.value(), scalar)
                    : invalid(field, text);
        });
    }

    private static JsonNode invalid(Shape.Field field, String text) {
        throw new IllegalArgumentException(field.key() + " cannot be \"" + text + "\" by default");
    }
}
