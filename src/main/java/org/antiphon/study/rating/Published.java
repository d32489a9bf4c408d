package org.antiphon.study.rating;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.antiphon.platform.Digest;
import org.antiphon.study.design.Stimulus;
import org.antiphon.study.design.Study;

/**
 * An edition as its participants meet it.
 *
 * @param tryOut the clip by which browser and level are tried out; empty: one of the study's own is taken
 */
record Published(Digest digest, long studyId, Study study, Map<Stimulus, File> files, Optional<File> tryOut) {

    Published {
        files = Map.copyOf(files);
    }

    /**
     * A prepared clip in the artifact store.
     *
     * @param bytes of one take of it; empty: there is one
     */
    record File(Digest digest, String mediaType, OptionalLong bytes, double seconds) {}

    /** @throws IllegalArgumentException if the edition does not show it */
    File file(Stimulus stimulus) {
        File file = files.get(stimulus);
        if (file == null) {
            throw new IllegalArgumentException("edition " + digest + " does not show " + stimulus);
        }
        return file;
    }

    /** The clip that is played before anything is judged. */
    File trial() {
        return tryOut.orElseGet(() -> file(Stimulus.of(study).first()));
    }
}
