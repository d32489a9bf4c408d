package org.antiphon.study.stimulus;

import java.util.Optional;
import org.antiphon.platform.Digest;

/** The files that were uploaded with a study. */
@FunctionalInterface
public interface Uploads {

    /** The file of that name, if there is one. */
    Optional<Digest> file(String name);
}
