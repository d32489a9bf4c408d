package org.antiphon.dataset.etude.stage;

/**
 * One piece of a scene. Its own coordinates stick to its material: a place keeps its coordinates while the part moves,
 * which is what makes flow exact.
 */
interface Part {

    /** Paints over {@code rgb}, a square picture of {@code size} pixels a side. */
    void paint(byte[] rgb, int size, Pose pose);

    /** Whether the part hides what is behind it at this place of the picture; if so, writes its own coordinates. */
    boolean covers(Pose pose, double px, double py, double[] own);

    /** Where the material at {@code own} is in the picture under a pose; overwrites {@code own}. */
    void locate(Pose pose, double[] own);
}
