package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The kinds that have no limits of their own. */
enum PlainKinds implements ScalarKind {

    /** True or false; not yes, no, on, off, which are words in YAML 1.2. */
    TRUTH("boolean", "") {
        @Override
        public Reading read(String text, boolean plain) {
            if (plain && (text.equals("true") || text.equals("false"))) {
                return new Reading.Of(Boolean.valueOf(text));
            }
            return new Reading.Not("This should be true or false.", "Write true or false, without quotes.");
        }
    },

    /** A day of the calendar. */
    DATE("string", "date") {
        @Override
        public Reading read(String text, boolean plain) {
            try {
                return new Reading.Of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                return new Reading.Not(
                        "\"" + text + "\" is not a day of the calendar.", "Write year-month-day, such as 2031-05-17.");
            }
        }
    },

    /** A language tag. */
    LANGUAGE("string", "") {
        @Override
        public Reading read(String text, boolean plain) {
            return Language.isLanguage(text)
                    ? new Reading.Of(new Language(text))
                    : new Reading.Not(
                            "No language has the tag \"" + text + "\".",
                            "Write a tag of BCP 47, such as en, de, pt-BR.");
        }
    };

    private final String type;
    private final String format;

    PlainKinds(String type, String format) {
        this.type = type;
        this.format = format;
    }

    @Override
    public void describe(ObjectNode schema) {
        schema.put("type", type);
        if (!format.isEmpty()) {
            schema.put("format", format);
        }
    }
}
