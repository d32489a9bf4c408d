package org.antiphon.study.design.document;

/**
 * Something about a document that its writer should know.
 *
 * @param severity whether the document is refused for it
 * @param place where it stands
 * @param path the same place as keys and positions from the top, such as {@code tasks[0].conditions[2]}; empty for the whole
 * @param what what is wrong, as a sentence
 * @param remedy what to do about it, as a sentence
 */
public record Finding(Severity severity, Place place, String path, String what, String remedy) {

    /** How grave a finding is. */
    public enum Severity {
        /** The document cannot be used as it is. */
        REFUSED,
        /** It can be used; somebody who knows the method would raise an eyebrow. */
        ADVICE
    }

    @Override
    public String toString() {
        return place + (path.isEmpty() ? "" : ", " + path) + ": " + what + " " + remedy;
    }
}
