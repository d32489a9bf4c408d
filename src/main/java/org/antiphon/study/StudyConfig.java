package org.antiphon.study;

import io.smallrye.config.ConfigMapping;

/** What this installation wants of its studies; the reason for each value stands beside it in application.properties. */
@ConfigMapping(prefix = "antiphon.studies")
interface StudyConfig {

    /** Whether a small study is prepared and opened when there is none. */
    boolean sample();
}
