package org.antiphon.study.design.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds everything that cannot be because of where it stands: unknown and missing keys, wrong types, impossible values. */
final class ShapeCheck {

    private final Findings findings;

    ShapeCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Part part) {
        Shape shape = part.shape();
        if (shape instanceof Shape.Scalar scalar) {
            scalar(part, scalar.kind());
        } else if (shape instanceof Shape.Words) {
            words(part);
        } else if (shape instanceof Shape.Items items) {
            list(part, items);
        } else if (shape instanceof Shape.Table table) {
            table(part, table);
        } else if (shape instanceof Shape.Choice choice) {
            choice(part, choice);
        } else if (shape instanceof Shape.Block block && isBlock(part)) {
            block(part, block);
        }
    }

    private void scalar(Part part, ScalarKind kind) {
        if (!(part.node() instanceof Node.Scalar scalar)) {
            findings.refuse(
                    part, "One value belongs here, this is " + part.node().words() + ".", "Write one value.");
        } else if (kind.read(scalar.text(), scalar.plain()) instanceof Reading.Not not) {
            findings.refuse(part, not.what(), not.remedy());
        }
    }

    private void words(Part part) {
        if (part.node() instanceof Node.Sequence) {
            findings.refuse(
                    part,
                    "Words belong here, this is a list.",
                    "Write the words, or \"language: words\" for each language.");
        }
        if (part.node() instanceof Node.Mapping mapping) {
            duplicates(part, mapping);
        }
        part.entries().values().stream()
                .filter(language -> !(language.node() instanceof Node.Scalar))
                .forEach(language -> findings.refuse(
                        language,
                        "Words belong here, this is " + language.node().words() + ".",
                        "Write the words."));
    }

    private void list(Part part, Shape.Items shape) {
        if (!(part.node() instanceof Node.Sequence list)) {
            findings.refuse(
                    part,
                    "A list belongs here, this is " + part.node().words() + ".",
                    "Write [one, two], or a line \"- …\" for each.");
            return;
        }
        int size = list.items().size();
        if (size < shape.least() || size > shape.most()) {
            String wanted = size < shape.least() ? "at least " + shape.least() : "at most " + shape.most();
            findings.refuse(part, "This list has " + size + " elements.", "It needs " + wanted + ".");
        }
        part.each().forEach(this::check);
    }

    private void table(Part part, Shape.Table shape) {
        if (!isBlock(part)) {
            return;
        }
        Node.Mapping mapping = (Node.Mapping) part.node();
        duplicates(part, mapping);
        if (mapping.entries().size() < shape.least()) {
            findings.refuse(part, "This block is too small.", "It needs at least " + shape.least() + " keys.");
        }
        for (Node.Entry entry : mapping.entries()) {
            if (new IdKind().read(entry.key(), true) instanceof Reading.Not not) {
                findings.refuse(entry.place(), part.path(), not.what(), not.remedy());
            }
        }
        part.entries().values().forEach(this::check);
    }

    private boolean isBlock(Part part) {
        if (part.node() instanceof Node.Mapping) {
            return true;
        }
        List<String> keys = part.shape() instanceof Shape.Choice choice
                ? List.of("kind: " + String.join(" or ", choice.kinds().keySet()))
                : part.block().map(Shape.Block::keys).orElse(List.of("…"));
        findings.refuse(
                part,
                "A block of keys belongs here, this is " + part.node().words() + ".",
                "Write \"key: value\" lines; the keys are " + String.join(", ", keys) + ".");
        return false;
    }

    private void choice(Part part, Shape.Choice choice) {
        if (!isBlock(part)) {
            return;
        }
        Node.Mapping mapping = (Node.Mapping) part.node();
        String all = String.join(", ", choice.kinds().keySet());
        Node.Entry kind = mapping.entry("kind").orElse(null);
        if (kind == null) {
            findings.refuse(part, "It is not said of what kind this is.", "Add \"kind\": one of " + all + ".");
        } else if (part.block().isEmpty()) {
            String given = kind.value() instanceof Node.Scalar scalar ? scalar.text() : "";
            findings.refuse(
                    kind.value().place(),
                    part.path() + ".kind",
                    "There is no kind " + kind.value().words() + " here.",
                    (Nearest.question(given, choice.kinds().keySet()) + " Write one of " + all + ".").strip());
        } else {
            block(part, part.block().get());
        }
    }

    private void block(Part part, Shape.Block block) {
        Node.Mapping mapping = (Node.Mapping) part.node();
        duplicates(part, mapping);
        List<Node.Entry> unknown = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            boolean kind = part.shape() instanceof Shape.Choice && entry.key().equals("kind");
            if (!kind && block.field(entry.key()).isEmpty()) {
                unknown.add(entry);
            }
        }
        unknown.forEach(entry -> unknown(part, block, entry));
        for (Shape.Field field : block.fields()) {
            if (field.required() && mapping.entry(field.key()).isEmpty()) {
                findings.refuse(part, "\"" + field.key() + "\" is missing.", "Add it: " + field.means());
            }
            part.child(field).ifPresent(this::check);
        }
    }

    private void unknown(Part part, Shape.Block block, Node.Entry entry) {
        List<String> free = block.keys().stream()
                .filter(key -> ((Node.Mapping) part.node()).entry(key).isEmpty())
                .toList();
        String remedy = Nearest.question(entry.key(), free);
        if (remedy.isEmpty() && part.shape() instanceof Shape.Choice choice) {
            List<String> owners = choice.kinds().values().stream()
                    .filter(kind -> kind.field(entry.key()).isPresent())
                    .map(Shape.Block::kind)
                    .toList();
            remedy = owners.isEmpty()
                    ? ""
                    : "It belongs to " + String.join(", ", owners) + ": choose that kind or delete it.";
        }
        if (remedy.isEmpty()) {
            remedy = block.keys().isEmpty()
                    ? "Delete it; there are no keys here."
                    : "Delete it; the keys here are " + String.join(", ", block.keys()) + ".";
        }
        findings.refuse(entry.place(), part.path(), "There is no key \"" + entry.key() + "\" here.", remedy);
    }

    private void duplicates(Part part, Node.Mapping mapping) {
        Map<String, Place> first = new HashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            Place before = first.putIfAbsent(entry.key(), entry.place());
            if (before != null) {
                findings.refuse(
                        entry.place(),
                        part.path(),
                        "The key \"" + entry.key() + "\" stands twice.",
                        "Keep one of them; the first is in line " + before.line() + ".");
            }
        }
    }

    /** Ids that stand twice in a list, and references to ids that are not there. */
    void checkIds(Part root) {
        root.all().forEach(part -> {
            unique(part);
            part.refersTo().ifPresent(target -> refersTo(root, part, target));
        });
    }

    private static boolean hasIds(Shape element) {
        return element instanceof Shape.Block block && block.field("id").isPresent()
                || element instanceof Shape.Choice choice
                        && choice.kinds().values().stream()
                                .allMatch(kind -> kind.field("id").isPresent());
    }

    private void unique(Part part) {
        if (!(part.shape() instanceof Shape.Items items) || !hasIds(items.element())) {
            return;
        }
        Map<String, Place> first = new HashMap<>();
        for (Part element : part.each()) {
            element.get("id").ifPresent(id -> {
                Place before = first.putIfAbsent(id.text().orElse(""), id.place());
                if (before != null) {
                    findings.refuse(
                            id,
                            "The id " + id.node().words() + " stands twice in this list.",
                            "Rename one of them; the first is in line " + before.line() + ".");
                }
            });
        }
    }

    private void refersTo(Part root, Part part, String target) {
        List<Part> elements = root.each(target);
        List<String> ids = root.ids(target);
        // an element whose id cannot be read might be the one that is meant
        boolean allReadable = ids.size() == elements.size();
        Set<String> known = Set.copyOf(ids);
        if (part.shape() instanceof Shape.Table && part.node() instanceof Node.Mapping mapping) {
            mapping.entries().stream()
                    .filter(entry -> allReadable && !known.contains(entry.key()))
                    .forEach(entry -> dangling(entry.place(), part.path(), entry.key(), target, ids));
        }
        if (part.shape() instanceof Shape.Scalar && allReadable) {
            part.text()
                    .filter(id -> Id.isId(id) && !known.contains(id))
                    .ifPresent(id -> dangling(part.place(), part.path(), id, target, ids));
        }
    }

    private void dangling(Place place, String path, String id, String target, List<String> ids) {
        String known = ids.isEmpty()
                ? "Add one there."
                : "Add it there, or write one of " + String.join(", ", ids.subList(0, Math.min(12, ids.size()))) + ".";
        findings.refuse(
                place,
                path,
                "There is no \"" + id + "\" among the " + target + ".",
                (Nearest.question(id, ids) + " " + known).strip());
    }
}
