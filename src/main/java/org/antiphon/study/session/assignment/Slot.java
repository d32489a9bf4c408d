package org.antiphon.study.session.assignment;

import org.antiphon.study.design.document.Id;

/**
 * A place on a page where a clip can be played. Its name is all that participants see; the condition stays on the server.
 *
 * @param name A, B, C, … in the order shown; X for the unknown one; {@code reference} for the open reference
 */
public record Slot(String name, Id condition, Role role) {

    public static final String REFERENCE = "reference";
    public static final String UNKNOWN = "X";

    /** What is done with the clip. */
    public enum Role {
        /** It is judged by itself. */
        JUDGED,
        /** It is one of two that are compared. */
        COMPARED,
        /** It is the known reference. */
        REFERENCE,
        /** It is the one of which it is asked which of the compared ones it is. */
        UNKNOWN
    }
}
