package org.antiphon.model.harmonic;

/**
 * How strong the harmonics of a note are: what its instrument gives, tilted until the whole is as bright as it should be.
 * Harmonics above the highest frequency that is played are silent.
 */
final class Timbre {

    static final int HARMONICS = 40;

    private static final double HIGHEST_HERTZ = 11_000;
    private static final double DARKEST = 4;
    private static final double BRIGHTEST = -1;
    private static final int ROUNDS = 12;

    /** A vibraphone's bar is tuned to 1 : 4 and lies near 10 with its third mode; its other harmonics are silent. */
    private static final double[] BAR = {1, 0, 0, 0.35, 0, 0, 0, 0, 0, 0.12};

    private static final int BARS = 2; // index of the vibraphone among the instruments

    private Timbre() {}

    /** Amplitudes of the harmonics of a mixture of instruments before any tilt. */
    static double[] of(double[] instruments) {
        double[] amplitude = new double[HARMONICS];
        for (int i = 0; i < instruments.length; i++) {
            for (int h = 0; h < HARMONICS; h++) {
                double own = i == BARS ? (h < BAR.length ? BAR[h] : 0) : 1.0 / (h + 1);
                amplitude[h] += instruments[i] * own;
            }
        }
        return amplitude;
    }

    /**
     * The exponent p for which harmonics of amplitude a_h · h^-p, of all notes together, have their middle at a place.
     *
     * @param brightness the place on the mel scale, 0 to 1
     * @param hertz fundamentals of the notes
     * @param strength of each note
     */
    static double tilt(double brightness, double[] amplitude, double[] hertz, double[] strength) {
        double low = BRIGHTEST;
        double high = DARKEST;
        for (int i = 0; i < ROUNDS; i++) {
            double middle = (low + high) / 2;
            if (middle(middle, amplitude, hertz, strength) > brightness) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double middle(double tilt, double[] amplitude, double[] hertz, double[] strength) {
        double weighted = 0;
        double total = 0;
        for (int v = 0; v < hertz.length; v++) {
            for (int h = 0; h < HARMONICS; h++) {
                double frequency = hertz[v] * (h + 1);
                if (frequency > HIGHEST_HERTZ || strength[v] == 0) {
                    break;
                }
                double a = strength[v] * amplitude[h] * Math.pow(h + 1, -tilt);
                weighted += a * place(frequency);
                total += a;
            }
        }
        return total > 0 ? weighted / total : 0;
    }

    /** Where a frequency lies among the mel bins, 0 to 1 (Slaney's scale: linear up to 1 kHz, then logarithmic; to 12 kHz). */
    static double place(double hertz) {
        return mel(hertz) / mel(12_000);
    }

    private static double mel(double hertz) {
        return hertz < 1000 ? 3 * hertz / 200 : 15 + 27 * Math.log(hertz / 1000) / Math.log(6.4);
    }

    /** Amplitudes of one note of this strength. */
    static double[] tilted(double[] amplitude, double tilt, double hertz, double strength) {
        double[] out = new double[HARMONICS];
        for (int h = 0; h < HARMONICS && hertz * (h + 1) <= HIGHEST_HERTZ; h++) {
            out[h] = strength * amplitude[h] * Math.pow(h + 1, -tilt);
        }
        return out;
    }
}
