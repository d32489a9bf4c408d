package org.antiphon.dataset.etude;

import java.util.Locale;

/** A performance as URMP's text files: LF, tab, decimal points, the same bytes on every machine. */
final class EtudeAnnotation {

    private static final double FIRST = 0.023;

    private EtudeAnnotation() {}

    /** {@code Notes_}: onset, mean sounding frequency, duration. */
    static String notes(Performance performance) {
        StringBuilder text = new StringBuilder();
        for (EtudeNote note : performance.notes()) {
            line(text, note.onset(), 4);
            text.append('\t');
            line(text, hertz(note, performance), 3);
            text.append('\t');
            line(text, note.offset() - note.onset(), 4);
            text.append('\n');
        }
        return text.toString();
    }

    /** {@code F0s_}: centre of a 46 ms window every 10 ms, frequency there or 0. */
    static String f0(Performance performance) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; FIRST + i * 0.01 <= performance.seconds() - FIRST + 1e-9; i++) {
            double time = FIRST + i * 0.01;
            line(text, time, 3);
            text.append('\t');
            line(text, at(time, performance.f0()), 3);
            text.append('\n');
        }
        return text.toString();
    }

    /** Mean frequency while a bowed note sounds; a struck note keeps its own. */
    static double hertz(EtudeNote note, Performance performance) {
        if (!performance.performer().bowed()) {
            return note.hertz();
        }
        double sum = 0;
        int count = 0;
        for (int i = Intonation.first(note.onset());
                i < performance.f0().length && i * Performance.F0_HOP < note.offset();
                i++) {
            sum += performance.f0()[i];
            count++;
        }
        return count == 0 ? note.hertz() : sum / count;
    }

    private static double at(double time, float[] f0) {
        int i = (int) Math.floor(time / Performance.F0_HOP + 1e-9);
        if (i + 1 >= f0.length) {
            return i < f0.length ? f0[i] : 0;
        }
        double share = time / Performance.F0_HOP - i;
        boolean near = f0[i] > 0 && f0[i + 1] > 0 && Math.abs(f0[i + 1] / f0[i] - 1) < 0.03;
        return near ? f0[i] + share * (f0[i + 1] - f0[i]) : share < 0.5 ? f0[i] : f0[i + 1];
    }

    private static void line(StringBuilder text, double value, int digits) {
        text.append(String.format(Locale.ROOT, "%." + digits + "f", value));
    }
}
