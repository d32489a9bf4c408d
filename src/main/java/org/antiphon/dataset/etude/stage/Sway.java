package org.antiphon.dataset.etude.stage;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.antiphon.dataset.etude.Intention;
import org.antiphon.dataset.etude.Performance;

/**
 * How the body moves with the music: bouncing, heavy, cradling or jerking by intention. Its weight follows the hands (the
 * stroke of the bow, the register on a keyboard), later and smoother the calmer the intention, and its bounces and jerks
 * come on the beat: players' bodies move with the phrase and with the instrument (Davidson 2007), so what is seen of them
 * has its cause in what is heard.
 */
final class Sway {

    private static final int TAPS = 16;

    private final Intention intention;
    private final List<Double> beats;
    private final double period;
    private final double amount;
    private final DoubleUnaryOperator hands;

    /** @param hands where the hands are from side to side at a time, -1 to 1 */
    Sway(Performance performance, Random random, DoubleUnaryOperator hands) {
        this.intention = performance.intention();
        this.beats = performance.beats();
        this.period = 60 / Math.max(20, performance.tempo());
        this.amount = 0.85 + 0.3 * random.nextDouble();
        this.hands = hands;
    }

    /** Where the trunk is: shift in stage units, turn in radians; {@code nod} is the head's further drop and turn. */
    record Lean(double x, double y, double turn, double nodY, double nodTurn) {}

    Lean at(double time) {
        double beat = beatAt(time);
        double a = amount;
        return switch (intention) {
            case HAPPY -> {
                double side = weight(time, 0.4);
                double bounce = StrictMath.cos(2 * Math.PI * beat);
                yield new Lean(a * 4.2 * side, a * 1.8 * bounce, a * 0.029 * side, a * 1.6 * bounce, a * 0.08 * side);
            }
            case SAD -> {
                double side = weight(time, 1.2);
                yield new Lean(
                        a * 3.2 * side,
                        1.5 + a * 0.8 * side,
                        a * 0.020 * side,
                        4 + a * 1.6 * side,
                        0.05 + a * 0.06 * side);
            }
            case TENDER -> {
                double side = weight(time, 0.9);
                double dip = 1 - 2 * side * side;
                yield new Lean(a * 5.0 * side, a * 0.8 * dip, a * 0.032 * side, 1 + a * dip, 0.03 + a * 0.08 * side);
            }
            case ANGRY -> {
                double jerk = jerk(beat);
                double side = weight(time, 0.3);
                yield new Lean(a * 2.4 * side, a * 3.0 * jerk, a * 0.016 * side, a * 3.2 * jerk, a * 0.06 * jerk);
            }
        };
    }

    /** Where the hands are on average over a raised cosine of {@code span} seconds on both sides of a time. */
    private double weight(double time, double span) {
        double sum = 0;
        double norm = 0;
        for (int k = 1 - TAPS; k < TAPS; k++) {
            double share = (double) k / TAPS;
            double tap = 1 + StrictMath.cos(Math.PI * share);
            sum += tap * Ease.between(hands.applyAsDouble(time + share * span), -1, 1);
            norm += tap;
        }
        return 2 * sum / norm - 1;
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
