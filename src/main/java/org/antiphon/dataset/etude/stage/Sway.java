package org.antiphon.dataset.etude.stage;

import java.util.List;
import java.util.Random;
import org.antiphon.dataset.etude.Intention;
import org.antiphon.dataset.etude.Performance;

/** How the body moves with the beat: bouncing, heavy, cradling or jerking by intention. */
final class Sway {

    private final Intention intention;
    private final List<Double> beats;
    private final double period;
    private final double amount;
    private final double drift;

    Sway(Performance performance, Random random) {
        this.intention = performance.intention();
        this.beats = performance.beats();
        this.period = 60 / Math.max(20, performance.tempo());
        this.amount = 0.85 + 0.3 * random.nextDouble();
        this.drift = 2 * Math.PI * random.nextDouble();
    }

    /** Where the trunk is: shift in stage units, turn in radians; {@code nod} is the head's further drop and turn. */
    record Lean(double x, double y, double turn, double nodY, double nodTurn) {}

    Lean at(double time) {
        double beat = beatAt(time);
        double slow = 0.5 * StrictMath.sin(2 * Math.PI * 0.13 * time + drift);
        double a = amount;
        return switch (intention) {
            case HAPPY -> {
                double side = StrictMath.sin(Math.PI * beat);
                double bounce = StrictMath.cos(2 * Math.PI * beat);
                yield new Lean(
                        a * (2.6 * side + slow), a * 1.8 * bounce, a * 0.018 * side, a * 1.6 * bounce, a * 0.05 * side);
            }
            case SAD -> {
                double side = StrictMath.sin(Math.PI * beat / 4 + drift);
                yield new Lean(
                        a * (1.6 * side + slow),
                        1.5 + a * 0.5 * side,
                        a * 0.010 * side,
                        4 + a * side,
                        0.05 + a * 0.03 * side);
            }
            case TENDER -> {
                double side = StrictMath.sin(Math.PI * beat / 2 + drift);
                double dip = StrictMath.cos(Math.PI * beat);
                yield new Lean(
                        a * (3.0 * side + slow), a * 0.8 * dip, a * 0.020 * side, 1 + a * dip, 0.03 + a * 0.05 * side);
            }
            case ANGRY -> {
                double jerk = jerk(beat);
                double side = StrictMath.sin(Math.PI * beat / 2 + drift);
                yield new Lean(
                        a * (1.5 * side + slow), a * 3.0 * jerk, a * 0.010 * side, a * 3.2 * jerk, a * 0.06 * jerk);
            }
        };
    }

    /** A sharp drop on the beat that recovers before the next. */
    private static double jerk(double beat) {
        double since = beat - Math.floor(beat);
        return since > 0.85 ? Ease.between(since, 0.85, 1.0) : 1 - Ease.between(since, 0.0, 0.6);
    }

    /** Time counted in beats. */
    private double beatAt(double time) {
        int n = beats.size();
        if (n < 2) {
            return time / period;
        }
        if (time <= beats.get(0)) {
            return (time - beats.get(0)) / (beats.get(1) - beats.get(0));
        }
        int low = 0;
        int high = n - 2;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (beats.get(middle) <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low + (time - beats.get(low)) / (beats.get(low + 1) - beats.get(low));
    }
}
