package org.antiphon.dataset.etude;

import java.io.IOException;
import java.nio.file.Path;
import org.antiphon.clip.Waveform;

/** Writes what can be seen of a performance. */
final class Film {

    private Film() {}

    static String shoot(Path folder, String directory, String track, Performance performance, Waveform sound)
            throws IOException {
        return "";
    }
}
