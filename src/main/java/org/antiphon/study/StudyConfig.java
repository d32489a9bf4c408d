package org.antiphon.study;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What this installation wants of its studies; the reason for each value stands beside it in application.properties. */
@ConfigMapping(prefix = "antiphon.studies")
interface StudyConfig {

    /** Whether a small study is prepared and opened when there is none. */
    boolean sample();

    /** How long the preview of a study can be walked. */
    Duration keepPreviews();

    /** How long what was made for a study is kept when nothing asks for it any more. */
    Duration keepUnused();
}
