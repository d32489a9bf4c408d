package org.antiphon.study.session;

import org.antiphon.study.design.document.Id;

/** How a session ended. */
public sealed interface Ending {

    /** All steps were taken. */
    record Completed() implements Ending {}

    /** The consent was not given. */
    record Declined() implements Ending {}

    /** An exclusion rule ended it. */
    record ScreenedOut(Id exclusion) implements Ending {}

    /** Enough people have answered a question this way. */
    record OverQuota(Id questionnaire, Id question) implements Ending {}

    /** The participant took everything back. */
    record Withdrawn() implements Ending {}
}
