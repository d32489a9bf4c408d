package org.antiphon.study.webmushra;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * The YAML of webMUSHRA, whose reader takes what no other does: a colon within a text, a key that stands twice (the first one
 * holds). Such lines are put into quotes one by one until the file can be read, each with a note. No anchors, aliases or tags:
 * webMUSHRA's files have none, and nothing may grow beyond its own size.
 */
final class Dialect {

    static final int MOST_BYTES = 1 << 20;

    private static final int DEEPEST = 24;
    private static final int MOST_REPAIRS = 2000;
    private static final Pattern KEYED = Pattern.compile("(\\s*(?:- +)*)([^\\s:#'\"\\[{][^:]*?\\s*:\\s+)(.*)");
    private static final Pattern ELEMENT = Pattern.compile("(\\s*(?:- +)+)()(.*)");

    private final Notes notes;
    private final List<String> lines;

    private Dialect(String text, Notes notes) {
        this.lines = new ArrayList<>(List.of(text.split("\n", -1)));
        this.notes = notes;
    }

    /** Why a file cannot be read at all. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Note note;

        Unreadable(int line, String what, String remedy) {
            super(what);
            this.note = new Note(Note.Kind.LOST, line, what, remedy);
        }

        Note note() {
            return note;
        }
    }

    static Value read(byte[] bytes, Notes notes) throws Unreadable {
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable(0, "The file has " + bytes.length + " bytes.", "At most " + MOST_BYTES + " are read.");
        }
        String text = decoded(bytes, notes).replace("\r\n", "\n").replace('\r', '\n');
        Dialect dialect = new Dialect(text.startsWith("\uFEFF") ? text.substring(1) : text, notes);
        return dialect.read();
    }

    private static String decoded(byte[] bytes, Notes notes) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            String text = new String(bytes, Charset.forName("windows-1252"));
            if (text.indexOf('\0') >= 0) {
                throw new Unreadable(0, "This is no text.", "Give the YAML file of the configuration.");
            }
            notes.repaired(0, "The file is not UTF-8; it was read as Windows-1252.");
            return text;
        }
    }

    private Value read() throws Unreadable {
        for (int repairs = 0; ; repairs++) {
            try {
                return new Reader().read(String.join("\n", lines));
            } catch (MarkedYamlEngineException e) {
                if (repairs == MOST_REPAIRS || !repaired(e)) {
                    throw new Unreadable(
                            line(e),
                            "This is not YAML: " + e.getProblem() + ".",
                            "Correct this line, and import it again.");
                }
            }
        }
    }

    private static int line(MarkedYamlEngineException e) {
        return e.getProblemMark()
                .or(e::getContextMark)
                .map(Mark::getLine)
                .map(line -> line + 1)
                .orElse(0);
    }

    private boolean repaired(MarkedYamlEngineException e) {
        int at = line(e) - 1;
        String problem = String.valueOf(e.getProblem());
        if (at < 0 || at >= lines.size()) {
            return false;
        }
        if (lines.get(at).matches(" *\t.*")) {
            lines.set(at, lines.get(at).replaceFirst("^( *)\t", "$1  "));
            notes.repaired(at + 1, "The line is indented with a tab; it was taken for two spaces.");
            return true;
        }
        boolean colon = problem.startsWith("mapping values are not allowed");
        boolean character = problem.contains("cannot start any token")
                || problem.contains("unexpected character")
                || problem.contains("alias");
        return (colon || character) && (quoted(at, colon) || folded(at));
    }

    /** Puts the text behind the key of a line into quotes. */
    private boolean quoted(int at, boolean colon) {
        for (Pattern form : List.of(KEYED, ELEMENT)) {
            Matcher parts = form.matcher(lines.get(at));
            String text = parts.matches() ? parts.group(3) : "";
            if (!text.isEmpty() && !text.startsWith("'") && !text.startsWith("\"") && (!colon || text.contains(":"))) {
                Matcher comment = Pattern.compile("\\s+#.*$").matcher(text);
                String bare = comment.replaceFirst("").strip();
                lines.set(at, parts.group(1) + parts.group(2) + "'" + bare.replace("'", "''") + "'");
                notes.repaired(
                        at + 1,
                        "The text was put into quotes: other programs would not have read “" + shortened(bare) + "”.");
                return true;
            }
        }
        return false;
    }

    /** A text that goes on in further lines stands in one. */
    private boolean folded(int at) {
        if (at == 0
                || lines.get(at).isBlank()
                || !KEYED.matcher(lines.get(at - 1)).matches()) {
            return false;
        }
        String all = lines.get(at - 1).stripTrailing() + " " + lines.get(at).strip();
        lines.set(at - 1, all);
        lines.set(at, "");
        return quoted(at - 1, false);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }

    /** One try. */
    private final class Reader {
        private final List<Frame> open = new ArrayList<>();
        private final List<Runnable> told = new ArrayList<>();
        private Optional<Value> root = Optional.empty();

        private record Frame(boolean block, int line, List<Value> children) {}

        Value read(String text) throws Unreadable {
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                if (!StreamReader.isPrintable(text.codePointAt(i))) {
                    int line = 1
                            + (int) text.substring(0, i)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
                    throw new Unreadable(line, "There is a character that cannot be shown.", "Delete it.");
                }
            }
            LoadSettings settings = LoadSettings.builder().build();
            ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, text));
            while (parser.hasNext()) {
                take(parser.next());
            }
            told.forEach(Runnable::run);
            return root.orElseThrow(
                    () -> new Unreadable(0, "The file is empty.", "Give the YAML file of the configuration."));
        }

        private void take(Event event) throws Unreadable {
            int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
            if (event instanceof AliasEvent
                    || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                throw new Unreadable(
                        line, "There is an anchor or an alias.", "Write the value out, or put the text into quotes.");
            }
            if (event instanceof DocumentStartEvent && root.isPresent()) {
                throw new Unreadable(line, "A second document begins here.", "Give one configuration in a file.");
            }
            if (event instanceof ScalarEvent scalar) {
                if (scalar.getTag().isPresent()) {
                    throw new Unreadable(
                            line,
                            "There is a tag.",
                            "Delete “" + scalar.getTag().get() + "”.");
                }
                add(new Value.Words(scalar.getValue(), scalar.isPlain(), line));
            } else if (event instanceof CollectionStartEvent start) {
                open.add(new Frame(event instanceof MappingStartEvent, line, new ArrayList<>()));
                if (open.size() > DEEPEST || start.getTag().isPresent()) {
                    throw new Unreadable(
                            line, "This is nested too deep, or has a tag.", "Compare it with webMUSHRA's examples.");
                }
            } else if (event instanceof CollectionEndEvent) {
                add(closed(open.remove(open.size() - 1)));
            }
        }

        private void add(Value value) {
            if (open.isEmpty()) {
                root = Optional.of(value);
            } else {
                open.get(open.size() - 1).children().add(value);
            }
        }

        private Value closed(Frame frame) {
            if (!frame.block()) {
                return new Value.Listing(frame.children(), frame.line());
            }
            Map<String, Value> values = new LinkedHashMap<>();
            for (int i = 0; i + 1 < frame.children().size(); i += 2) {
                Value key = frame.children().get(i);
                String name = key instanceof Value.Words words ? words.text().strip() : "";
                if (values.putIfAbsent(name, frame.children().get(i + 1)) != null) {
                    told.add(() -> notes.repaired(
                            key.line(), "The key “" + name + "” stands twice; the first holds, as in webMUSHRA."));
                }
            }
            return new Value.Block(values, frame.line());
        }
    }
}
