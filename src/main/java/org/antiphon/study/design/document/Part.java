package org.antiphon.study.design.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a document that may still be wrong in other ways: what rules look at. Whatever cannot be read is not there,
 * so that a rule speaks only of what it can see; asking for a key that no such part can have is a slip of ours and throws.
 */
public final class Part {

    private final Node node;
    private final Shape shape;
    private final String path;
    private final Place place;
    private final Optional<String> refersTo;

    private Part(Node node, Shape shape, String path, Place place, Optional<String> refersTo) {
        this.node = node;
        this.shape = shape;
        this.path = path;
        this.place = place;
        this.refersTo = refersTo;
    }

    static Part root(Node node, Shape shape) {
        return new Part(node, shape, "", node.place(), Optional.empty());
    }

    Node node() {
        return node;
    }

    Shape shape() {
        return shape;
    }

    /** The list at the top whose ids may stand here, if this is such a place. */
    Optional<String> refersTo() {
        return refersTo;
    }

    /** Of a value its own place, of a block or list the place of its key. */
    Place place() {
        return place;
    }

    /** Keys and positions from the top. */
    public String path() {
        return path;
    }

    /** The chosen kind, empty if there is none to choose or it cannot be read. */
    public String kind() {
        return node instanceof Node.Mapping mapping && shape instanceof Shape.Choice choice
                ? mapping.entry("kind")
                        .map(Node.Entry::value)
                        .filter(value -> value instanceof Node.Scalar)
                        .map(value -> ((Node.Scalar) value).text())
                        .filter(choice.kinds()::containsKey)
                        .orElse("")
                : "";
    }

    /** The keys this part may have, as far as its kind is known. */
    Optional<Shape.Block> block() {
        if (shape instanceof Shape.Choice choice) {
            return Optional.ofNullable(choice.kinds().get(kind()));
        }
        return shape instanceof Shape.Block block ? Optional.of(block) : Optional.empty();
    }

    /** What stands under a key, empty if nothing does. */
    public Optional<Part> get(String key) {
        return field(key).flatMap(this::child);
    }

    Optional<Part> child(Shape.Field field) {
        return node instanceof Node.Mapping mapping
                ? mapping.entry(field.key()).map(entry -> below(entry, field.shape(), field.refersTo()))
                : Optional.empty();
    }

    private Part below(Node.Entry entry, Shape of, Optional<String> refers) {
        Place at = entry.value() instanceof Node.Scalar ? entry.value().place() : entry.place();
        return new Part(entry.value(), of, path.isEmpty() ? entry.key() : path + "." + entry.key(), at, refers);
    }

    /** A key that this part can have; where its kind cannot be read, one that any kind can have. */
    private Optional<Shape.Field> field(String key) {
        List<Shape.Field> known = shape instanceof Shape.Choice choice
                ? choice.kinds().values().stream()
                        .flatMap(kind -> kind.field(key).stream())
                        .toList()
                : block().flatMap(block -> block.field(key)).stream().toList();
        if (known.isEmpty()) {
            throw new IllegalArgumentException("no part at \"" + path + "\" can have a key \"" + key + "\"");
        }
        return block().isPresent() ? block().get().field(key) : Optional.of(known.get(0));
    }

    /** The elements of the list under a key; none if there is no list. */
    public List<Part> each(String key) {
        return get(key).map(Part::each).orElse(List.of());
    }

    /** The elements of this list; none if it is none. */
    public List<Part> each() {
        List<Part> elements = new ArrayList<>();
        if (node instanceof Node.Sequence list && shape instanceof Shape.Items items) {
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
                elements.add(new Part(item, items.element(), path + "[" + i + "]", item.place(), refersTo));
            }
        }
        return elements;
    }

    /** Keys and values of a block whose keys are ids or languages; none if it is no such block. */
    public Map<String, Part> entries() {
        Map<String, Part> entries = new LinkedHashMap<>();
        Shape value = shape instanceof Shape.Table table
                ? table.value()
                : shape instanceof Shape.Words ? new Shape.Scalar(new WordsKind(1, 20_000)) : null;
        if (value != null && node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                entries.putIfAbsent(entry.key(), below(entry, value, Optional.empty()));
            }
        }
        return entries;
    }

    /** The value under a key, or what holds without it, as text; empty if there is neither. */
    public Optional<String> text(String key) {
        Optional<Shape.Field> field = field(key);
        return field.flatMap(this::child).map(Part::text).orElseGet(() -> field.flatMap(Shape.Field::otherwise));
    }

    /** This value as text. */
    public Optional<String> text() {
        return node instanceof Node.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    /** The number under a key, or the one that holds without it. */
    public Optional<Double> number(String key) {
        return text(key)
                .filter(text -> text.matches("[-+]?[0-9.]{1,20}([eE][-+]?[0-9]{1,2})?"))
                .map(Double::valueOf);
    }

    /** The ids of the list under a key that can be read. */
    public List<String> ids(String key) {
        return each(key).stream().flatMap(part -> part.text("id").stream()).toList();
    }

    /** The texts of the list under a key that can be read. */
    public List<String> texts(String key) {
        return each(key).stream().flatMap(part -> part.text().stream()).toList();
    }

    /** Whether this is words in several languages. */
    public boolean isWords() {
        return shape instanceof Shape.Words;
    }

    /** This part and everything in it. */
    public Stream<Part> all() {
        Stream<Part> fields =
                block().stream().flatMap(block -> block.fields().stream()).flatMap(field -> child(field).stream());
        Stream<Part> entries = shape instanceof Shape.Table ? entries().values().stream() : Stream.empty();
        return Stream.concat(
                Stream.of(this),
                Stream.concat(fields, Stream.concat(each().stream(), entries)).flatMap(Part::all));
    }
}
