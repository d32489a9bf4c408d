package org.antiphon.dataset.etude;

/** Equal temperament, moved as a whole by some cents. */
record Tuning(double cents) {

    double hertz(double midi) {
        return 440 * exp2((midi - 69) / 12 + cents / 1200);
    }

    /** 2 to the power of x, the same bits on every machine. */
    static double exp2(double x) {
        return StrictMath.exp(x * 0.6931471805599453);
    }
}
