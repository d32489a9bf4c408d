package org.antiphon.study.design.document;

/**
 * One difference between two documents.
 *
 * @param path where, with elements of lists by their ids: {@code conditions[generated].seed}
 * @param kind what happened to it
 * @param before what it was, in words; empty if it was not there
 * @param after what it is, in words; empty if it is no longer there
 */
public record Change(String path, Kind kind, String before, String after) {

    /** What can happen to a part of a document. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** The same elements in another order. */
        REORDERED
    }

    /** The change as a sentence. */
    public String sentence() {
        return switch (kind) {
            case ADDED -> path + " is new: " + after + ".";
            case REMOVED -> path + " is gone, it was " + before + ".";
            case CHANGED -> path + " was " + before + " and is " + after + ".";
            case REORDERED -> path + " was in the order " + before + " and is in the order " + after + ".";
        };
    }
}
