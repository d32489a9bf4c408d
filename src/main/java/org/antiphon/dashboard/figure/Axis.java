package org.antiphon.dashboard.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * What numbers mean as places.
 *
 * @param label what is measured, with its unit
 * @param ticks the values that are written beside it, in order
 */
public record Axis(String label, double from, double to, List<Double> ticks) {

    private static final int ABOUT = 5;

    /** @throws IllegalArgumentException if it has no length */
    public Axis {
        ticks = List.copyOf(ticks);
        if (!Double.isFinite(from) || !Double.isFinite(to) || from >= to) {
            throw new IllegalArgumentException("an axis needs a length, was from " + from + " to " + to);
        }
    }

    /** The whole of a scale, with ticks at whole steps. */
    public static Axis of(String label, double from, double to) {
        return new Axis(label, from, to, ticks(from, to));
    }

    /** As long as it must be for all of these values, to the next tick on both sides. Values without a place are left out. */
    public static Axis around(String label, double... values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (least > most) {
            return of(label, 0, 1);
        }
        if (most - least < 1e-9 * Math.max(1, Math.abs(most))) {
            double room = Math.max(Math.abs(most) / 10, 0.5);
            least -= room;
            most += room;
        }
        double step = step(least, most);
        return of(label, Math.floor(least / step + 1e-9) * step, Math.ceil(most / step - 1e-9) * step);
    }

    private static List<Double> ticks(double from, double to) {
        double step = step(from, to);
        List<Double> ticks = new ArrayList<>();
        for (long i = Math.round(Math.ceil(from / step - 1e-9)); i * step <= to + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten, so that about five steps make the way. */
    private static double step(double from, double to) {
        double rough = (to - from) / ABOUT;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        return power * (times < 1.5 ? 1 : times < 3.5 ? 2 : times < 7.5 ? 5 : 10);
    }

    /** How far along the axis a value lies, 0 to 1; values beyond an end lie on it. */
    double share(double value) {
        return Math.min(1, Math.max(0, (value - from) / (to - from)));
    }

    /** How many decimals tell values apart that are a two-hundredth of the axis apart. */
    int decimals() {
        return (int) Math.min(6, Math.max(0, Math.ceil(-Math.log10((to - from) / 200))));
    }

    /** How many decimals the ticks need. */
    int tickDecimals() {
        double step = step(from, to);
        return (int) Math.min(6, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
    }
}
