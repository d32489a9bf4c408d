package org.antiphon.study.stimulus;

/** A stimulus cannot be made as the study asks for it. The message says why and what to do, for the researcher. */
public final class StimulusRefused extends Exception {

    private static final long serialVersionUID = 1L;

    StimulusRefused(String message) {
        super(message);
    }

    StimulusRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
