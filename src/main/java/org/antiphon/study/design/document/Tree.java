package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records back into a tree of keys and values, keys in the order of the components. What holds without being written is
 * written; what is absent, or an empty list, is not.
 */
final class Tree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final MathContext DIGITS = new MathContext(15);

    private Tree() {}

    static JsonNode of(Object value, Shape shape) {
        if (shape instanceof Shape.Items items) {
            ArrayNode list = NODES.arrayNode();
            ((List<?>) value).forEach(element -> list.add(of(element, items.element())));
            return list;
        }
        if (shape instanceof Shape.Table table) {
            ObjectNode block = NODES.objectNode();
            ((Map<?, ?>) value).forEach((key, held) -> block.set(key.toString(), of(held, table.value())));
            return block;
        }
        if (shape instanceof Shape.Words) {
            ObjectNode block = NODES.objectNode();
            ((Text) value).byLanguage().forEach((language, words) -> block.put(language.tag(), words));
            return block;
        }
        if (shape instanceof Shape.Choice choice) {
            Shape.Block block = choice.kinds().values().stream()
                    .filter(kind -> kind.type().isInstance(value))
                    .findFirst()
                    .orElseThrow();
            return block(value, block);
        }
        return shape instanceof Shape.Block block ? block(value, block) : scalar(value);
    }

    private static ObjectNode block(Object record, Shape.Block shape) {
        ObjectNode block = NODES.objectNode();
        for (Shape.Field field : shape.fields()) {
            Object value = read(record, shape.type(), field.component());
            if (value instanceof Optional<?> optional) {
                value = optional.orElse(null);
            }
            boolean empty =
                    value instanceof List<?> list && list.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
            if (value != null && !(empty && !field.required())) {
                block.set(field.key(), of(value, field.shape()));
            }
            // the kind stands behind the id, where people look for it
            if (!shape.kind().isEmpty() && field.key().equals("id")) {
                block.put("kind", shape.kind());
            }
        }
        if (!shape.kind().isEmpty() && !block.has("kind")) {
            ObjectNode first = NODES.objectNode().put("kind", shape.kind());
            return first.setAll(block);
        }
        return block;
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Double number) {
            BigDecimal decimal = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
            return NODES.numberNode(decimal.scale() < 0 ? decimal.setScale(0) : decimal);
        }
        if (value instanceof Integer || value instanceof Long) {
            return NODES.numberNode(((Number) value).longValue());
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        return NODES.textNode(value instanceof Enum<?> ? ChoiceKind.word(value) : value.toString());
    }

    private static Object read(Object record, Class<?> type, String name) {
        try {
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getName().equals(name)) {
                    return component.getAccessor().invoke(record);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + name + " of " + record, e);
        }
        throw new IllegalStateException(type + " has no " + name);
    }
}
