package org.antiphon.study.design;

/** Whose emotion is meant; the two differ, so each question about emotion says which it asks for. */
public enum Feeling {
    /** What the music expresses. */
    PERCEIVED,
    /** What it does to the listener. */
    FELT
}
