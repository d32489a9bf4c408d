package org.antiphon.dataset.etude;

import java.util.List;

/** The sounding frequency of a performance, every 10 ms: tuning, intonation, scoops, vibrato. */
final class Intonation {

    private static final double SCOOP_SECONDS = 0.035;

    private Intonation() {}

    /** Frequencies of a bowed performance; an open string has no vibrato and no error. */
    static float[] bowed(List<EtudeNote> notes, double seconds, Expression expression, Dice dice) {
        float[] f0 = new float[(int) Math.round(seconds / Performance.F0_HOP)];
        double rate = expression.vibratoHertz() * dice.between(0.94, 1.06);
        double depth = expression.vibratoCents() * dice.between(0.75, 1.2);
        for (EtudeNote note : notes) {
            boolean open = note.finger() == 0;
            double error = open ? 0 : expression.intonation() + 4 * dice.bell();
            double scoop = open ? 0 : dice.between(0, 14);
            double delay = dice.between(0.10, 0.20);
            boolean vibrato = !open && note.offset() - note.onset() > 0.28;
            for (int i = first(note.onset()); i < f0.length && i * Performance.F0_HOP < note.offset(); i++) {
                double t = i * Performance.F0_HOP - note.onset();
                double cents = error - scoop * StrictMath.exp(-t / SCOOP_SECONDS);
                if (vibrato && t > delay) {
                    double grown = Math.min(1, (t - delay) / 0.15);
                    cents += depth * grown * StrictMath.sin(2 * Math.PI * (rate * (t - delay)));
                }
                f0[i] = (float) (note.hertz() * Tuning.exp2(cents / 1200));
            }
        }
        return f0;
    }

    /** Frequencies of a struck performance: the highest note that sounds. */
    static float[] struck(List<EtudeNote> notes, double seconds) {
        float[] f0 = new float[(int) Math.round(seconds / Performance.F0_HOP)];
        for (EtudeNote note : notes) {
            for (int i = first(note.onset()); i < f0.length && i * Performance.F0_HOP < note.offset(); i++) {
                f0[i] = Math.max(f0[i], (float) note.hertz());
            }
        }
        return f0;
    }

    /** The first step at or after a time. */
    static int first(double seconds) {
        return (int) Math.ceil(seconds / Performance.F0_HOP - 1e-9);
    }
}
