package org.antiphon.metric;

import java.util.List;
import java.util.OptionalDouble;
import org.antiphon.clip.Note;
import org.antiphon.signal.PitchTrack;

/** How far the pitch of held notes swings. */
final class Vibrato {

    private static final double LONG_NOTE_SECONDS = 0.4;
    private static final double SETTLING_SECONDS = 0.08;
    private static final double SLOWEST = 4;
    private static final double FASTEST = 8;
    private static final double STEP = 0.25;
    private static final double LEAST_EXPLAINED = 0.4;

    private Vibrato() {}

    /** Mean extent over long notes, in cents to either side; empty if there is none long enough. */
    static OptionalDouble extent(PitchTrack track, List<Note> notes) {
        double sum = 0;
        int count = 0;
        for (Note note : notes) {
            if (note.duration() >= LONG_NOTE_SECONDS) {
                int from = (int) Math.ceil((note.onset() + SETTLING_SECONDS) * PitchTrack.RATE);
                int to = (int) ((note.offset() - SETTLING_SECONDS / 2) * PitchTrack.RATE);
                double[] cents = cents(track, note.hertz(), from, Math.min(to, track.hertz().length));
                if (cents.length > 0) {
                    sum += extent(cents);
                    count++;
                }
            }
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    /** Deviations from the note's pitch; nothing if the note is not voiced throughout. */
    private static double[] cents(PitchTrack track, double hertz, int from, int to) {
        double[] cents = new double[Math.max(0, to - from)];
        for (int i = 0; i < cents.length; i++) {
            if (!track.voiced(from + i)) {
                return new double[0];
            }
            cents[i] = 1200 * MelodyScores.log2(track.hertz()[from + i] / hertz);
        }
        return cents;
    }

    /** Amplitude of the best-fitting sinusoid beside a straight line, 0 if it explains too little. */
    static double extent(double[] cents) {
        double[] rest = withoutLine(cents);
        double energy = 0;
        for (double value : rest) {
            energy += value * value;
        }
        double best = 0;
        double amplitude = 0;
        for (double hertz = SLOWEST; hertz <= FASTEST; hertz += STEP) {
            double[] fit = fit(rest, 2 * Math.PI * hertz / PitchTrack.RATE);
            if (fit[1] > best) {
                best = fit[1];
                amplitude = fit[0];
            }
        }
        return energy > 0 && best >= LEAST_EXPLAINED * energy ? amplitude : 0;
    }

    /** Least-squares fit of a·cos + b·sin: amplitude and the energy that it explains. */
    private static double[] fit(double[] values, double step) {
        double cc = 0;
        double ss = 0;
        double cs = 0;
        double vc = 0;
        double vs = 0;
        for (int i = 0; i < values.length; i++) {
            double cosine = Math.cos(step * i);
            double sine = Math.sin(step * i);
            cc += cosine * cosine;
            ss += sine * sine;
            cs += cosine * sine;
            vc += values[i] * cosine;
            vs += values[i] * sine;
        }
        double determinant = cc * ss - cs * cs;
        if (determinant < 1e-9) {
            return new double[] {0, 0};
        }
        double a = (vc * ss - vs * cs) / determinant;
        double b = (vs * cc - vc * cs) / determinant;
        return new double[] {Math.hypot(a, b), a * vc + b * vs};
    }

    private static double[] withoutLine(double[] values) {
        double n = values.length;
        double middle = (n - 1) / 2;
        double sum = 0;
        double slope = 0;
        double spread = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i];
            slope += (i - middle) * values[i];
            spread += (i - middle) * (i - middle);
        }
        double[] rest = new double[values.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = values[i] - sum / n - (spread > 0 ? slope / spread * (i - middle) : 0);
        }
        return rest;
    }
}
