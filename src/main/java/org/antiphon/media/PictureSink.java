package org.antiphon.media;

import java.io.IOException;
import org.antiphon.clip.Picture;

/** Takes the pictures of a file one after another. */
@FunctionalInterface
public interface PictureSink {

    void picture(Picture picture) throws IOException;
}
