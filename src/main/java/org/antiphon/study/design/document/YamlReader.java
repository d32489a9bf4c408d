package org.antiphon.study.design.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML into nodes with places. Takes the part of YAML that JSON has, in YAML's notation: no anchors, no aliases, no tags,
 * one document. So nothing in a document can grow beyond its own size or name a type of ours.
 */
final class YamlReader {

    /** Studies need eight; each level costs the parser memory. */
    static final int DEEPEST = 24;

    private final Findings findings;
    private final Deque<Frame> open = new ArrayDeque<>();
    private Node root;
    private int documents;

    private YamlReader(Findings findings) {
        this.findings = findings;
    }

    /** The root of the document, or empty when it could not be read; {@code findings} then says why. */
    static Optional<Node> read(byte[] utf8, Findings findings) {
        return decode(utf8, findings).flatMap(text -> new YamlReader(findings).parse(text));
    }

    private static Optional<String> decode(byte[] utf8, Findings findings) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(utf8);
        CharBuffer out = CharBuffer.allocate(utf8.length + 1);
        boolean whole = !decoder.decode(in, out, true).isError();
        String text = out.flip().toString();
        if (!whole) {
            findings.refuse(placeAfter(text), "", "This is not UTF-8.", "Save the file as UTF-8.");
            return Optional.empty();
        }
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (int i = 0; i < bare.length(); i += Character.charCount(bare.codePointAt(i))) {
            if (!StreamReader.isPrintable(bare.codePointAt(i))) {
                findings.refuse(
                        placeAfter(bare.substring(0, i)),
                        "",
                        String.format("The character U+%04X cannot be shown.", bare.codePointAt(i)),
                        "Delete it; it often comes along with text that was copied from elsewhere.");
                return Optional.empty();
            }
        }
        return Optional.of(bare);
    }

    private static Place placeAfter(String text) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new Place(line, text.length() - (text.lastIndexOf('\n') + 1) + 1);
    }

    private Optional<Node> parse(String text) {
        boolean before = findings.refused();
        try {
            LoadSettings settings = LoadSettings.builder().build();
            ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, text));
            while (parser.hasNext()) {
                if (!take(parser.next())) {
                    return Optional.empty();
                }
            }
        } catch (MarkedYamlEngineException e) {
            SyntaxTrouble trouble = SyntaxTrouble.of(e);
            findings.refuse(trouble.place(), "", trouble.what(), trouble.remedy());
            return Optional.empty();
        }
        if (root == null) {
            findings.refuse(Place.START, "", "The document is empty.", "Start from one of the examples.");
        }
        return findings.refused() == before ? Optional.ofNullable(root) : Optional.empty();
    }

    /** False when there is no sense in reading on. */
    private boolean take(Event event) {
        Place place = event.getStartMark().map(YamlReader::place).orElse(Place.START);
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            findings.refuse(place, "", "A second document begins here.", "Delete the line \"---\", or use two files.");
            return false;
        }
        if (event instanceof NodeEvent node) {
            refuseDecoration(node, place);
        }
        if (event instanceof AliasEvent) {
            add(new Node.Scalar("", true, place));
        } else if (event instanceof ScalarEvent scalar) {
            refuseUnprintable(scalar.getValue(), place);
            add(new Node.Scalar(scalar.getValue(), scalar.isPlain(), place));
        } else if (event instanceof CollectionStartEvent) {
            open.push(new Frame(event instanceof MappingStartEvent, place, new ArrayList<>()));
            if (open.size() > DEEPEST) {
                findings.refuse(
                        place,
                        "",
                        "This is nested " + open.size() + " levels deep.",
                        "A study needs no more than " + DEEPEST + "; compare it with one of the examples.");
                return false;
            }
        } else if (event instanceof CollectionEndEvent) {
            add(close(open.pop()));
        }
        return true;
    }

    private void refuseDecoration(NodeEvent node, Place place) {
        node.getAnchor()
                .ifPresent(anchor -> findings.refuse(
                        place,
                        "",
                        "\"" + (node instanceof AliasEvent ? "*" : "&") + anchor
                                + "\" is an alias or its anchor, which a study does not have.",
                        "Write the value out; scales, items and conditions are reused by their id. A text that begins with "
                                + "* or & needs quotes."));
        Optional<String> given = node instanceof ScalarEvent scalar
                ? scalar.getTag()
                : node instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
        given.ifPresent(tag -> findings.refuse(
                place,
                "",
                "\"" + tag + "\" is a tag, which a study does not have.",
                "Delete the tag; a text that begins with ! needs quotes."));
    }

    /** Escapes in double quotes can say what the file itself cannot. */
    private void refuseUnprintable(String text, Place place) {
        text.codePoints()
                .filter(c -> !StreamReader.isPrintable(c))
                .findFirst()
                .ifPresent(c -> findings.refuse(
                        place, "", String.format("The character U+%04X cannot be shown.", c), "Delete its escape."));
    }

    private void add(Node node) {
        if (open.isEmpty()) {
            root = node;
        } else {
            open.peek().children().add(node);
        }
    }

    private Node close(Frame frame) {
        if (!frame.mapping()) {
            return new Node.Sequence(frame.children(), frame.place());
        }
        List<Node.Entry> entries = new ArrayList<>();
        for (int i = 0; i + 1 < frame.children().size(); i += 2) {
            Node key = frame.children().get(i);
            if (key instanceof Node.Scalar scalar) {
                entries.add(new Node.Entry(
                        scalar.text(), key.place(), frame.children().get(i + 1)));
            } else {
                findings.refuse(
                        key.place(),
                        "",
                        "A key is a word, this is " + key.words() + ".",
                        "Put quotes around a text that begins with a bracket or a brace.");
            }
        }
        return new Node.Mapping(entries, frame.place());
    }

    static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** A list or block that has begun; a block's children are keys and values in turn. */
    private record Frame(boolean mapping, Place place, List<Node> children) {}
}
