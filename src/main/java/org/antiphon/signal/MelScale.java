package org.antiphon.signal;

/** How frequency maps to perceived height. */
public enum MelScale {

    /** Linear to 1 kHz, logarithmic above (Slaney's Auditory Toolbox, 1998). */
    SLANEY {
        @Override
        public double ofHertz(double hertz) {
            return hertz < 1000 ? hertz * 3 / 200 : 15 + 27 * Math.log(hertz / 1000) / Math.log(6.4);
        }

        @Override
        public double toHertz(double mel) {
            return mel < 15 ? mel * 200 / 3 : 1000 * Math.exp((mel - 15) * Math.log(6.4) / 27);
        }
    },

    /** {@code 2595·log10(1 + f/700)} (O'Shaughnessy 1987; the Hidden Markov Toolkit). */
    HTK {
        @Override
        public double ofHertz(double hertz) {
            return 2595 * Math.log10(1 + hertz / 700);
        }

        @Override
        public double toHertz(double mel) {
            return 700 * (Math.pow(10, mel / 2595) - 1);
        }
    };

    public abstract double ofHertz(double hertz);

    public abstract double toHertz(double mel);
}
