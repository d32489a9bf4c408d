package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A node of a document and the text it takes: from its first character to behind its last, in characters of the text. A block
 * also takes the comment behind its last line, so that it goes with that line.
 *
 * @param value what it says, as {@link PlainTree} reads it
 * @param children of a list its elements, of a block keys and values in turn
 */
record Span(Style style, int start, int end, JsonNode value, List<Span> children) {

    /** How a node is written. */
    enum Style {
        BLOCK_MAPPING,
        BLOCK_SEQUENCE,
        FLOW_MAPPING,
        FLOW_SEQUENCE,
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        /** Text over several lines, behind | or >. */
        LINES
    }

    Span {
        children = List.copyOf(children);
    }

    boolean flow() {
        return style == Style.FLOW_MAPPING || style == Style.FLOW_SEQUENCE;
    }

    /** Whether something could be written in its place by a change of its children alone. */
    boolean like(JsonNode other) {
        return value.isObject() ? other.isObject() : value.isArray() ? other.isArray() : other.isValueNode();
    }
}
