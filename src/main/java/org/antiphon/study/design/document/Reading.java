package org.antiphon.study.design.document;

/** What one scalar turned out to be: a value, or why it is none and what would be one. */
sealed interface Reading {

    record Of(Object value) implements Reading {}

    record Not(String what, String remedy) implements Reading {}
}
