package org.antiphon.study.design.document;

/** Where something stands in a document; line and column count from one. */
public record Place(int line, int column) implements Comparable<Place> {

    static final Place START = new Place(1, 1);

    /** @throws IllegalArgumentException if there is no such line or column */
    public Place {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns count from 1, was " + line + ":" + column);
        }
    }

    @Override
    public int compareTo(Place other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
