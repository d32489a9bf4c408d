package org.antiphon.metric;

/** Pitch in cents above 10 Hz (0: none) and whether it counts as sounding, moment by moment. */
record MelodyLine(double[] cents, boolean[] voiced) {

    private static final double BASE_HERTZ = 10;

    static MelodyLine of(double[] hertz) {
        double[] cents = new double[hertz.length];
        boolean[] voiced = new boolean[hertz.length];
        for (int i = 0; i < hertz.length; i++) {
            if (!Double.isFinite(hertz[i])) {
                throw new IllegalArgumentException("pitch " + i + " is " + hertz[i] + " Hz, must be finite");
            }
            cents[i] = hertz[i] == 0 ? 0 : 1200 * MelodyScores.log2(Math.abs(hertz[i]) / BASE_HERTZ);
            voiced[i] = hertz[i] > 0;
        }
        return new MelodyLine(cents, voiced);
    }
}
