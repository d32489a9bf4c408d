package org.antiphon.media;

import java.io.IOException;
import org.antiphon.clip.Picture;

/** Takes a clip as it is decoded, piece by piece, so that nobody has to hold all of it. */
public interface ClipSink {

    /** The next {@code times} pictures of the grid, all the same. */
    void pictures(Picture picture, int times) throws IOException;

    /** The next samples of the sound. */
    void sound(float[] samples) throws IOException;
}
