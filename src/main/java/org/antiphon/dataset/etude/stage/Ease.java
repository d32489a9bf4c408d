package org.antiphon.dataset.etude.stage;

/** Curves from 0 to 1 that movements follow. */
final class Ease {

    private Ease() {}

    static double clamp(double u) {
        return Math.min(1, Math.max(0, u));
    }

    /** 3u² − 2u³ on 0 to 1, level outside. */
    static double smooth(double u) {
        double c = clamp(u);
        return c * c * (3 - 2 * c);
    }

    /** {@link #smooth} of time between two instants. */
    static double between(double time, double from, double to) {
        return smooth((time - from) / (to - from));
    }

    static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
