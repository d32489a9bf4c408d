package org.antiphon.metric;

/**
 * One pitch over time.
 *
 * @param times seconds, rising
 * @param hertz 0 or less where nothing sounds
 */
public record TimedMelody(double[] times, double[] hertz) {

    private static final double SAME_RELATIVE = 1e-5;
    private static final double SAME_SECONDS = 1e-8;

    /** @throws IllegalArgumentException if times do not rise or differ in number from the pitches */
    public TimedMelody {
        if (times.length != hertz.length) {
            throw new IllegalArgumentException("melody of " + times.length + " times and " + hertz.length + " pitches");
        }
        for (int i = 1; i < times.length; i++) {
            if (!(times[i] > times[i - 1])) {
                throw new IllegalArgumentException(
                        "time " + i + " of the melody is " + times[i] + ", after " + times[i - 1]);
            }
        }
    }

    /** The same, its first pitch held from zero on if it begins later. */
    TimedMelody fromZero() {
        if (!(times[0] > 0)) {
            return this;
        }
        double[] longer = new double[times.length + 1];
        double[] held = new double[times.length + 1];
        System.arraycopy(times, 0, longer, 1, times.length);
        System.arraycopy(hertz, 0, held, 1, times.length);
        held[0] = hertz[0];
        return new TimedMelody(longer, held);
    }

    /** Pitch and voicing at other times: nothing sounds after the end. */
    MelodyLine at(double[] moments) {
        MelodyLine line = MelodyLine.of(hertz);
        if (same(times, moments)) {
            return line;
        }
        double[] held = held(line.cents());
        double[] cents = new double[moments.length];
        boolean[] voiced = new boolean[moments.length];
        double last = rounded(times[times.length - 1]);
        int before = 0;
        for (int i = 0; i < moments.length; i++) {
            double moment = rounded(moments[i]);
            while (before + 1 < times.length && rounded(times[before + 1]) <= moment) {
                before++;
            }
            if (moment <= last) {
                cents[i] = line.cents()[before] == 0 ? 0 : between(held, before, moment);
                voiced[i] = line.voiced()[before];
            } else if (moment < rounded(moments[moments.length - 1])) {
                // between the last pitch and the end that was asked for, the last one is held
                cents[i] = line.cents()[before];
                voiced[i] = line.voiced()[before];
            }
        }
        return new MelodyLine(cents, voiced);
    }

    private double between(double[] held, int before, double moment) {
        if (before + 1 == times.length) {
            return held[before];
        }
        double from = rounded(times[before]);
        double share = (moment - from) / (rounded(times[before + 1]) - from);
        return held[before] + share * (held[before + 1] - held[before]);
    }

    /** Silent moments hold the pitch before them, so that nothing is interpolated towards zero. */
    private static double[] held(double[] cents) {
        double[] held = cents.clone();
        for (int i = 1; i < held.length; i++) {
            held[i] = cents[i] == 0 ? held[i - 1] : cents[i];
        }
        return held;
    }

    private static boolean same(double[] a, double[] b) {
        boolean same = a.length == b.length;
        for (int i = 0; same && i < a.length; i++) {
            same = Math.abs(a[i] - b[i]) <= SAME_SECONDS + SAME_RELATIVE * Math.abs(b[i]);
        }
        return same;
    }

    private static double rounded(double seconds) {
        return Math.rint(seconds * 1e10) / 1e10;
    }
}
