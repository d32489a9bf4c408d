/**
 * Documents that are records: YAML is read into records whose components say, by type and annotation, what may stand in it.
 *
 * <p>Takes the bytes of a document and a record type, gives the record or every problem at once, each with its line, its
 * path and a remedy; and from the same type the JSON Schema, the canonical bytes and the difference of two documents.
 * It knows nothing of studies: what only a study can get wrong is said by rules over {@code Part}.
 *
 * <p>Uses no other package. Used by the rest of {@code study.design}.
 */
package org.antiphon.study.design.document;
