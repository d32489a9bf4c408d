package org.antiphon.generation;

/** How large the pictures of a clip may be decoded for showing, so that all of them fit into a given memory. */
record PictureBudget(int side, long bytes) {

    /** Smaller pictures show nothing any more. */
    private static final int SMALLEST = 128;

    /** The longest side for {@code frames} pictures whose shorter side is {@code aspect} times the longer. */
    int sideFor(int frames, double aspect) {
        double affordable = Math.sqrt(bytes / (3.0 * Math.max(1, frames) * Math.max(0.1, aspect)));
        int even = (int) affordable / 2 * 2;
        return Math.max(SMALLEST, Math.min(side, even));
    }
}
