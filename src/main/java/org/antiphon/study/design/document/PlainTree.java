package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A document as it was written, as JSON: numbers and truth values where they stand without quotes, otherwise text. */
final class PlainTree {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,17})?");
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private PlainTree() {}

    /** Of a key that stands twice the first one is taken. */
    static JsonNode of(Node node) {
        if (node instanceof Node.Mapping mapping) {
            ObjectNode block = JSON.objectNode();
            for (Node.Entry entry : mapping.entries()) {
                if (!block.has(entry.key())) {
                    block.set(entry.key(), of(entry.value()));
                }
            }
            return block;
        }
        if (node instanceof Node.Sequence sequence) {
            ArrayNode list = JSON.arrayNode();
            sequence.items().forEach(item -> list.add(of(item)));
            return list;
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return of(scalar.text(), scalar.plain());
    }

    /** @param plain whether it stands without quotes */
    static JsonNode of(String text, boolean plain) {
        if (plain && (text.isEmpty() || text.equals("null") || text.equals("~"))) {
            return JSON.nullNode();
        }
        if (plain && (text.equals("true") || text.equals("false"))) {
            return JSON.booleanNode(text.equals("true"));
        }
        return plain && NUMBER.matcher(text).matches() ? JSON.numberNode(new BigDecimal(text)) : JSON.textNode(text);
    }
}
