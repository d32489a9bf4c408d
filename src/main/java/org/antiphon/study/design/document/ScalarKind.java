package org.antiphon.study.design.document;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What one value in one piece may be: how it is read, and how the schema says so. */
interface ScalarKind {

    /** @param plain whether it stood without quotes; only then is it a number, true or false */
    Reading read(String text, boolean plain);

    /** Adds the keywords of JSON Schema that say the same. */
    void describe(ObjectNode schema);
}
