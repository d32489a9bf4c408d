package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Finds where each node of a document stands in its text. */
final class SpanReader {

    private final String text;
    private final boolean oneCharEach;
    private final Deque<Frame> open = new ArrayDeque<>();
    private Span root;

    private SpanReader(String text) {
        this.text = text;
        this.oneCharEach = text.codePointCount(0, text.length()) == text.length();
    }

    private record Frame(CollectionStartEvent event, int start, List<Span> children) {}

    /** The root of a document that {@link YamlReader} has read without a finding. */
    static Span read(String text) {
        SpanReader reader = new SpanReader(text);
        LoadSettings settings = LoadSettings.builder().build();
        ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, text));
        while (parser.hasNext()) {
            reader.take(parser.next());
        }
        return reader.root;
    }

    private void take(Event event) {
        if (event instanceof ScalarEvent scalar) {
            add(scalar(scalar));
        } else if (event instanceof CollectionStartEvent start) {
            open.push(new Frame(start, at(start.getStartMark().orElseThrow()), new ArrayList<>()));
        } else if (event instanceof CollectionEndEvent end) {
            add(collection(open.pop(), at(end.getEndMark().orElseThrow())));
        }
    }

    private void add(Span span) {
        if (open.isEmpty()) {
            root = span;
        } else {
            open.peek().children().add(span);
        }
    }

    private Span scalar(ScalarEvent event) {
        int start = at(event.getStartMark().orElseThrow());
        int end = at(event.getEndMark().orElseThrow());
        ScalarStyle style = event.getScalarStyle();
        boolean lines = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        // the parser has looked for further lines
        while (lines && end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        Span.Style written = lines
                ? Span.Style.LINES
                : style == ScalarStyle.SINGLE_QUOTED
                        ? Span.Style.SINGLE_QUOTED
                        : style == ScalarStyle.DOUBLE_QUOTED ? Span.Style.DOUBLE_QUOTED : Span.Style.PLAIN;
        return new Span(written, start, end, PlainTree.of(event.getValue(), event.isPlain()), List.of());
    }

    private Span collection(Frame frame, int endOfFlow) {
        List<Span> children = frame.children();
        boolean flow = frame.event().isFlow();
        int end = flow ? endOfFlow : behindComment(children.get(children.size() - 1));
        if (frame.event() instanceof MappingStartEvent) {
            Span.Style style = flow ? Span.Style.FLOW_MAPPING : Span.Style.BLOCK_MAPPING;
            return new Span(style, frame.start(), end, block(children), children);
        }
        Span.Style style = flow ? Span.Style.FLOW_SEQUENCE : Span.Style.BLOCK_SEQUENCE;
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        children.forEach(child -> list.add(child.value()));
        return new Span(style, frame.start(), end, list, children);
    }

    /** Of a key that stands twice the first one is taken, as by {@link PlainTree}. */
    private static JsonNode block(List<Span> children) {
        ObjectNode block = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i + 1 < children.size(); i += 2) {
            String key = children.get(i).value().asText();
            if (!block.has(key)) {
                block.set(key, children.get(i + 1).value());
            }
        }
        return block;
    }

    private int behindComment(Span last) {
        int end = last.end();
        int at = end;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        boolean comment = last.style() != Span.Style.LINES && at < text.length() && text.charAt(at) == '#';
        if (!comment) {
            return end;
        }
        int line = text.indexOf('\n', at);
        return line < 0 ? text.length() : line;
    }

    /** Marks count code points. */
    private int at(Mark mark) {
        return oneCharEach ? mark.getIndex() : text.offsetByCodePoints(0, mark.getIndex());
    }
}
