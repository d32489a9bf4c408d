package org.antiphon.study.design.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * The format of documents that are records of one type. The type is the only place that says what a document may hold:
 * reading, writing, schema and comparison all follow from it.
 *
 * @param <T> a record with a component {@code languages}
 */
public final class Format<T extends Record> {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    /** A study of a thousand items with texts in ten languages is a third of it. */
    static final int MOST_BYTES = 1 << 20;

    private final Class<T> type;
    private final Shape shape;

    /** @throws IllegalArgumentException if documents cannot have that type */
    public Format(Class<T> type) {
        this.type = type;
        this.shape = Shapes.of(type);
    }

    /**
     * Reads a document.
     *
     * @param utf8 YAML, of which JSON is a part
     * @param rules what else must hold; looks at the parts and says what it finds
     * @param findings where all that is found goes
     * @return empty exactly if {@code findings} are a refusal
     */
    public Optional<T> read(byte[] utf8, BiConsumer<Part, Findings> rules, Findings findings) {
        if (utf8.length > MOST_BYTES) {
            findings.refuse(
                    Place.START,
                    "",
                    "The document has " + utf8.length + " bytes; at most " + MOST_BYTES + " are read.",
                    "Keep media and data in files of their own and name them in the document.");
            return Optional.empty();
        }
        return readAny(utf8, rules, findings);
    }

    /**
     * Reads a document that has been accepted before, however long and whatever rules there are by now.
     *
     * @throws IllegalArgumentException if it is no such document
     */
    public T readAccepted(byte[] utf8) {
        Findings findings = new Findings();
        return readAny(utf8, (root, found) -> {}, findings)
                .orElseThrow(() -> new IllegalArgumentException("not an accepted document: " + findings.inOrder()));
    }

    private Optional<T> readAny(byte[] utf8, BiConsumer<Part, Findings> rules, Findings findings) {
        Optional<Part> root = YamlReader.read(utf8, findings).map(node -> Part.root(node, shape));
        if (root.isEmpty()) {
            return Optional.empty();
        }
        ShapeCheck check = new ShapeCheck(findings);
        check.check(root.get());
        check.checkIds(root.get());
        new LanguageCheck(findings).check(root.get());
        rules.accept(root.get(), findings);
        if (findings.refused()) {
            return Optional.empty();
        }
        Language first = new Language(root.get().texts(LanguageCheck.LANGUAGES).get(0));
        return Optional.of(type.cast(new Binder(first).bind(root.get())));
    }

    /**
     * The one way of writing a document that all its spellings share: JSON without white space, keys sorted, words in
     * their languages, what holds by default written out, numbers in plain decimal notation; UTF-8.
     */
    public byte[] canonical(T document) {
        try {
            return JSON.writeValueAsBytes(sorted(Tree.of(document, shape)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode block) {
            ObjectNode sorted = JSON.createObjectNode();
            TreeSet<String> keys = new TreeSet<>();
            block.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> sorted.set(key, sorted(block.get(key))));
            return sorted;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode sorted = JSON.createArrayNode();
            list.forEach(element -> sorted.add(sorted(element)));
            return sorted;
        }
        return node;
    }

    /** The document as YAML for people, keys in the order of the record. */
    public String yaml(T document) {
        return YamlText.block(Tree.of(document, shape), 0) + "\n";
    }

    /**
     * What stands in a document, whether or not it is one of these: for editors that show it piece by piece.
     *
     * @return as JSON; empty if it is no YAML at all
     */
    public static Optional<String> tree(byte[] utf8) {
        return utf8.length > MOST_BYTES
                ? Optional.empty()
                : YamlReader.read(utf8, new Findings())
                        .map(node -> PlainTree.of(node).toString());
    }

    /**
     * What {@link #tree} gave, after it was edited, as YAML again; comments are lost.
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    public static String yaml(String tree) {
        try {
            return YamlText.block(JSON.readTree(tree), 0) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * A document that holds what {@link #tree} gave, after it was edited: only the lines of what has changed are others.
     *
     * @param yaml the document that was edited
     * @throws IllegalArgumentException if {@code tree} is no JSON
     */
    public static String yaml(String tree, String yaml) {
        try {
            return Patch.of(yaml, JSON.readTree(tree)).orElseGet(() -> yaml(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** What one has to change in {@code before} to get {@code after}, in the order of the documents. */
    public List<Change> changes(T before, T after) {
        return new Comparison().of(Tree.of(before, shape), Tree.of(after, shape));
    }

    /**
     * JSON Schema (draft 2020-12) of the documents, pretty-printed: for editors that complete and check while one types.
     *
     * @param id its {@code $id}
     * @param title its title
     */
    public String schema(String id, String title) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new JsonSchema().of(shape, id, title))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema can always be written", e);
        }
    }
}
