package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers in the notation of YAML 1.2 (core schema), decimal only: 12, -0.5, 1e3.
 *
 * @param type int, long or double
 * @param among the only values allowed, or empty
 */
record NumberKind(Class<?> type, double min, double max, List<Integer> among) implements ScalarKind {

    /** Twelve digits come back the same from any way of writing a double, on every Java version. */
    private static final int MOST_DIGITS = 12;

    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,19}");
    private static final Pattern REAL =
            Pattern.compile("[-+]?(\\.[0-9]{1,20}|[0-9]{1,20}(\\.[0-9]{0,20})?)([eE][-+]?[0-9]{1,2})?");

    static NumberKind of(Class<?> type, Limits limits, Among among) {
        return new NumberKind(
                type,
                limits == null ? Double.NEGATIVE_INFINITY : limits.min(),
                limits == null ? Double.POSITIVE_INFINITY : limits.max(),
                among == null ? List.of() : Arrays.stream(among.value()).boxed().toList());
    }

    private boolean whole() {
        return type != double.class;
    }

    @Override
    public Reading read(String text, boolean plain) {
        Pattern form = whole() ? WHOLE : REAL;
        if (!form.matcher(text).matches()) {
            boolean fraction = whole() && plain && REAL.matcher(text).matches();
            return new Reading.Not(
                    fraction ? text + " is not whole." : "This should be a number.", "Write " + wanted() + ".");
        }
        if (!plain) {
            return new Reading.Not("In quotes, this is a text and not a number.", "Write it without quotes.");
        }
        BigDecimal value = new BigDecimal(text);
        if (!among.isEmpty()
                ? among.stream().noneMatch(one -> value.compareTo(BigDecimal.valueOf(one)) == 0)
                : value.doubleValue() < min || value.doubleValue() > max) {
            return new Reading.Not(text + " is not possible here.", "Write " + wanted() + ".");
        }
        if (!whole()) {
            return value.stripTrailingZeros().precision() > MOST_DIGITS
                    ? new Reading.Not(text + " has too many digits.", "Round it to " + MOST_DIGITS + " digits.")
                    : new Reading.Of(value.doubleValue());
        }
        try {
            return new Reading.Of(type == int.class ? (Object) value.intValueExact() : (Object) value.longValueExact());
        } catch (ArithmeticException e) {
            return new Reading.Not(text + " is too large.", "Write " + wanted() + ".");
        }
    }

    private String wanted() {
        if (!among.isEmpty()) {
            return among.size() == 1
                    ? "" + among.get(0)
                    : "one of "
                            + String.join(
                                    ", ", among.stream().map(String::valueOf).toList());
        }
        String kind = whole() ? "a whole number" : "a number";
        boolean below = Double.isInfinite(min);
        boolean above = Double.isInfinite(max);
        if (below && above) {
            return kind;
        }
        return kind
                + (above
                        ? " of at least " + shown(min)
                        : below ? " of at most " + shown(max) : " from " + shown(min) + " to " + shown(max));
    }

    static String shown(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }

    @Override
    public void describe(ObjectNode schema) {
        schema.put("type", whole() ? "integer" : "number");
        if (!among.isEmpty()) {
            ArrayNode allowed = schema.putArray("enum");
            among.forEach(allowed::add);
        }
        bound(schema, "minimum", min);
        bound(schema, "maximum", max);
    }

    private static void bound(ObjectNode schema, String keyword, double bound) {
        if (bound == Math.rint(bound) && !Double.isInfinite(bound)) {
            schema.put(keyword, (long) bound);
        } else if (!Double.isInfinite(bound)) {
            schema.put(keyword, bound);
        }
    }
}
