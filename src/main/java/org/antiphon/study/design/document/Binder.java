package org.antiphon.study.design.document;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes records of a document that has been found to be right. */
final class Binder {

    private final Language spoken;

    /** @param spoken the language of words that stand alone */
    Binder(Language spoken) {
        this.spoken = spoken;
    }

    Object bind(Part part) {
        Shape shape = part.shape();
        if (shape instanceof Shape.Scalar scalar) {
            Node.Scalar node = (Node.Scalar) part.node();
            return value(scalar, node.text(), node.plain());
        }
        if (shape instanceof Shape.Words) {
            return words(part);
        }
        if (shape instanceof Shape.Items) {
            List<Object> elements = new ArrayList<>();
            part.each().forEach(element -> elements.add(bind(element)));
            return List.copyOf(elements);
        }
        if (shape instanceof Shape.Table) {
            Map<Id, Object> entries = new TreeMap<>();
            part.entries().forEach((key, value) -> entries.put(new Id(key), bind(value)));
            return entries;
        }
        return block(part, part.block().orElseThrow(() -> new IllegalStateException("unchecked: " + part.path())));
    }

    private static Object value(Shape.Scalar shape, String text, boolean plain) {
        if (shape.kind().read(text, plain) instanceof Reading.Of of) {
            return of.value();
        }
        throw new IllegalStateException("unchecked: \"" + text + "\"");
    }

    private Text words(Part part) {
        if (part.node() instanceof Node.Scalar scalar) {
            return Text.of(spoken, scalar.text().strip());
        }
        Map<Language, String> byLanguage = new LinkedHashMap<>();
        part.entries()
                .forEach((tag, words) -> byLanguage.put(
                        new Language(tag), words.text().orElseThrow().strip()));
        return new Text(byLanguage);
    }

    private Object block(Part part, Shape.Block block) {
        List<Object> arguments = new ArrayList<>();
        for (Shape.Field field : block.fields()) {
            Optional<Object> value = part.child(field).map(this::bind);
            if (field.optional()) {
                arguments.add(value);
            } else {
                arguments.add(value.orElseGet(() -> otherwise(field)));
            }
        }
        return construct(block.type(), arguments);
    }

    private static Object otherwise(Shape.Field field) {
        if (field.shape() instanceof Shape.Items) {
            return List.of();
        }
        if (field.shape() instanceof Shape.Table) {
            return Map.of();
        }
        return value((Shape.Scalar) field.shape(), field.otherwise().orElseThrow(), true);
    }

    private static Object construct(Class<?> type, List<Object> arguments) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " refuses what the rules let through: " + arguments, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }
}
