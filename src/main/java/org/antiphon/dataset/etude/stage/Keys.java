package org.antiphon.dataset.etude.stage;

/**
 * Where bars or keys are: naturals side by side, accidentals between them. The player faces us, so low notes are at
 * the right of the picture.
 */
final class Keys {

    private static final int[] NATURAL = {0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5, 6};
    private static final boolean[] ACCIDENTAL = {
        false, true, false, true, false, false, true, false, true, false, true, false
    };

    final int lowest;
    final int highest;
    final double step;
    private final double right;

    Keys(int lowest, int highest, double spread) {
        this.lowest = lowest;
        this.highest = highest;
        int naturals = ordinal(highest) - ordinal(lowest) + 1;
        this.step = spread / naturals;
        this.right = 128 + spread / 2 - step / 2;
    }

    static boolean accidental(int midi) {
        return ACCIDENTAL[midi % 12];
    }

    /** The middle of a key across the keyboard. */
    double x(int midi) {
        double place = ordinal(midi) - ordinal(lowest) + (accidental(midi) ? 0.5 : 0);
        return right - place * step;
    }

    int clamp(int midi) {
        return Math.min(highest, Math.max(lowest, midi));
    }

    private static int ordinal(int midi) {
        return midi / 12 * 7 + NATURAL[midi % 12];
    }
}
