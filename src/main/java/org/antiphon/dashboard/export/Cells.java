package org.antiphon.dashboard.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Values as text, in a form that R and Python read without being told.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front; so does one that begins with an
 * apostrophe, and one that is spelt like a missing value. Whoever takes one leading apostrophe away has the text as it was
 * ({@link #rearm}). What begins a formula: OWASP, CSV Injection, with the full-width forms of the same signs.
 */
final class Cells {

    /** What stands where there is no value; never the spelling of a text. */
    static final String MISSING = "NA";

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final char GUARD = '\'';

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

    private Cells() {}

    /** The cell of a CSV file. */
    static String csv(Column<?> column, Object value, ExportOrder.Dates dates) {
        if (value == null) {
            return MISSING;
        }
        return switch (column.type()) {
            case TEXT -> disarm(value.toString());
            case BOOLEAN -> (Boolean) value ? "TRUE" : "FALSE";
            case INTEGER -> Long.toString(((Number) value).longValue());
            case NUMBER -> number(((Number) value).doubleValue());
            case TIME -> {
                String told = time((Instant) value, dates);
                yield told == null ? MISSING : told;
            }
        };
    }

    /** As few digits as tell the number apart; whole ones without a point. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** ISO 8601; null if it is not to be told. */
    static String time(Instant value, ExportOrder.Dates dates) {
        return switch (dates) {
            case EXACT -> MILLISECONDS.format(value);
            case DAY -> DAY.format(value);
            case NONE -> null;
        };
    }

    /** A text that no spreadsheet runs. */
    static String disarm(String text) {
        String seen = text.stripLeading();
        boolean formula = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0
                || !seen.isEmpty() && BEGINS_A_FORMULA.indexOf(seen.charAt(0)) >= 0;
        boolean guarded = !text.isEmpty() && text.charAt(0) == GUARD;
        return formula || guarded || text.equals(MISSING) ? GUARD + text : text;
    }

    /** The text that {@link #disarm} was given. */
    static String rearm(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == GUARD ? cell.substring(1) : cell;
    }
}
