package org.antiphon.dataset.etude;

import java.util.ArrayList;
import java.util.List;

/** The beats of a performance in seconds: a tempo, small deviations, perhaps a ritardando at the end. */
record Pulse(List<Double> beats) {

    Pulse {
        beats = List.copyOf(beats);
    }

    /** Beats from {@code start} up to {@code end} seconds. */
    static Pulse between(double start, double end, double tempo, Expression expression, Dice dice) {
        List<Double> lengths = new ArrayList<>();
        double beat = 60 / tempo;
        double room = (end - start) - 1.5 * expression.ritardando() * beat;
        double used = 0;
        double drift = 0;
        while (true) {
            drift = 0.6 * drift + dice.bell() * expression.timing();
            double length = beat * (1 + Math.max(-0.08, Math.min(0.08, drift)));
            if (used + length > room) {
                break;
            }
            used += length;
            lengths.add(length);
        }
        int n = lengths.size();
        if (n >= 2) {
            lengths.set(n - 2, lengths.get(n - 2) * (1 + 0.5 * expression.ritardando()));
            lengths.set(n - 1, lengths.get(n - 1) * (1 + expression.ritardando()));
        }
        List<Double> beats = new ArrayList<>();
        double time = start;
        beats.add(time);
        for (double length : lengths) {
            time += length;
            beats.add(time);
        }
        return new Pulse(beats);
    }

    /** Number of whole beats. */
    int count() {
        return beats.size() - 1;
    }

    /** Seconds of a fractional beat between 0 and {@link #count()}. */
    double secondsAt(double beat) {
        int whole = (int) Math.max(0, Math.min(count() - 1, Math.floor(beat + 1e-9)));
        return beats.get(whole) + (beat - whole) * (beats.get(whole + 1) - beats.get(whole));
    }
}
