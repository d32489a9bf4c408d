package org.antiphon.dataset.etude;

/**
 * A melody note on its way to being performed.
 *
 * @param onset seconds
 * @param next seconds at which the written length ends: the next onset unless a rest follows
 * @param joined whether the next note follows without a rest
 * @param beat position in the composition
 * @param degree scale step
 * @param midi pitch in the performance's key
 * @param velocity 0 to 1
 */
record PlannedNote(double onset, double next, boolean joined, double beat, int degree, int midi, double velocity) {

    double span() {
        return next - onset;
    }
}
