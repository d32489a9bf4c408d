package org.antiphon.study.design.document;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Shapes of Java types. Records are blocks, sealed interfaces of records choices, lists lists; keys are the components'
 * names with hyphens. A type that a document cannot have is a slip of ours and throws.
 */
final class Shapes {

    private Shapes() {}

    static Shape of(Class<?> type) {
        return of(type, null, null);
    }

    private static Shape of(Type type, Limits limits, Among among) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            Shape element = of(generic.getActualTypeArguments()[0], null, null);
            int most = limits == null || limits.max() > 1e6 ? Integer.MAX_VALUE : (int) limits.max();
            return new Shape.Items(element, least(limits), most);
        }
        if (type instanceof ParameterizedType generic
                && generic.getRawType() == Map.class
                && generic.getActualTypeArguments()[0] == Id.class) {
            return new Shape.Table(of(generic.getActualTypeArguments()[1], null, null), least(limits));
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalArgumentException("a document cannot have a " + type);
        }
        return plain(plain, limits, among);
    }

    private static int least(Limits limits) {
        return limits == null ? 0 : (int) Math.max(0, limits.min());
    }

    private static Shape plain(Class<?> type, Limits limits, Among among) {
        if (type == Text.class) {
            return new Shape.Words();
        }
        if (type == Id.class) {
            return new Shape.Scalar(new IdKind());
        }
        if (type == Language.class) {
            return new Shape.Scalar(PlainKinds.LANGUAGE);
        }
        if (type == LocalDate.class) {
            return new Shape.Scalar(PlainKinds.DATE);
        }
        if (type == boolean.class) {
            return new Shape.Scalar(PlainKinds.TRUTH);
        }
        if (type == String.class) {
            return new Shape.Scalar(WordsKind.of(limits));
        }
        if (type == int.class || type == Integer.class) {
            return new Shape.Scalar(NumberKind.of(int.class, limits, among));
        }
        if (type == long.class || type == Long.class) {
            return new Shape.Scalar(NumberKind.of(long.class, limits, among));
        }
        if (type == double.class || type == Double.class) {
            return new Shape.Scalar(NumberKind.of(double.class, limits, among));
        }
        if (type.isEnum()) {
            return new Shape.Scalar(new ChoiceKind(type));
        }
        if (type.isRecord()) {
            return block(type);
        }
        if (type.isSealed()) {
            return choice(type);
        }
        throw new IllegalArgumentException("a document cannot have a " + type);
    }

    private static Shape.Choice choice(Class<?> type) {
        // by name: the order in which a compiler lists the members is its own
        Map<String, Shape.Block> kinds = new TreeMap<>();
        members(type).forEach(member -> {
            Shape.Block block = block(member);
            if (block.kind().isEmpty() || kinds.put(block.kind(), block) != null) {
                throw new IllegalArgumentException(member + " needs a kind of its own");
            }
        });
        return new Shape.Choice(type, kinds);
    }

    /** The records of a sealed interface; it may be divided by further sealed interfaces. */
    private static Stream<Class<?>> members(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(member -> member.isSealed() ? members(member) : Stream.of(member));
    }

    private static Shape.Block block(Class<?> type) {
        List<Shape.Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(field(type, component));
        }
        Kind kind = type.getAnnotation(Kind.class);
        return new Shape.Block(type, kind == null ? "" : kind.value(), kind == null ? "" : kind.means(), fields);
    }

    private static Shape.Field field(Class<?> type, RecordComponent component) {
        Means means = component.getAnnotation(Means.class);
        if (means == null) {
            throw new IllegalArgumentException(type + " does not say what " + component.getName() + " means");
        }
        Type generic = component.getGenericType();
        boolean optional = component.getType() == Optional.class;
        Type held = optional ? ((ParameterizedType) generic).getActualTypeArguments()[0] : generic;
        Otherwise otherwise = component.getAnnotation(Otherwise.class);
        RefersTo refersTo = component.getAnnotation(RefersTo.class);
        return new Shape.Field(
                key(component.getName()),
                component.getName(),
                of(held, component.getAnnotation(Limits.class), component.getAnnotation(Among.class)),
                optional,
                Optional.ofNullable(otherwise).map(Otherwise::value),
                Optional.ofNullable(refersTo).map(RefersTo::value),
                means.value());
    }

    /** breakEvery is written {@code break-every}. */
    private static String key(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
