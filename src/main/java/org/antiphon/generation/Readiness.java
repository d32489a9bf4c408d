package org.antiphon.generation;

import java.util.Locale;

/** Whether this process translates, and if not, why. */
enum Readiness {
    /** The models are open. */
    HERE,
    /** They are being opened. */
    SOON,
    /** This process only serves pages; those that work on the queue translate. */
    ELSEWHERE,
    /** The models are missing or damaged. */
    NOWHERE;

    /** The name in the API. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param threads of this process that translate
     * @param open whether the models are open
     * @param unusable whether opening them failed
     */
    static Readiness of(int threads, boolean open, boolean unusable) {
        if (open) {
            return HERE;
        }
        if (threads < 1) {
            return ELSEWHERE;
        }
        return unusable ? NOWHERE : SOON;
    }
}
