package org.antiphon.dataset.etude;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.Seed;
import org.antiphon.dataset.etude.Composition.MelodyNote;

/**
 * Writes short melodies: four-bar phrases over a common progression, a few rhythmic cells that come back, chord notes
 * on strong beats, mostly steps between, rests at the ends of phrases.
 */
final class Composer {

    private static final int[][] SCALES = {
        {0, 2, 4, 5, 7, 9, 11},
        {0, 2, 3, 5, 7, 8, 10},
        {0, 2, 3, 5, 7, 8, 11},
        {0, 2, 3, 5, 7, 9, 10},
        {0, 2, 4, 5, 7, 9, 10}
    };
    private static final double[] SCALE_WEIGHTS = {5, 2.5, 1.5, 1, 1};
    private static final int[][] PROGRESSIONS = {
        {0, 3, 4, 0}, {0, 5, 3, 4}, {0, 4, 5, 3}, {0, 1, 4, 0}, {5, 3, 0, 4}, {0, 2, 3, 4}, {0, 6, 5, 4}, {0, 3, 0, 4}
    };
    /** Rhythmic cells in beats; a negative length is a rest. */
    private static final double[][] CELLS = {
        {1},
        {0.5, 0.5},
        {0.75, 0.25},
        {0.25, 0.25, 0.5},
        {0.5, 0.25, 0.25},
        {-0.5, 0.5},
        {1.0 / 3, 1.0 / 3, 1.0 / 3},
        {1.5, 0.5},
        {0.5, 1, 0.5},
        {1, 0.5, 0.5},
        {0.5, 0.5, 1},
        {0.5, 0.5, 0.5, 0.5},
        {-1}
    };

    private static final double[] CELL_WEIGHTS = {3, 5, 1.0, 0.6, 0.6, 1.2, 0.7, 2, 1.2, 1.5, 1.5, 2, 0.4};
    private static final int BARS = 8;
    private static final int LOWEST_DEGREE = -3;
    private static final int HIGHEST_DEGREE = 9;

    private final Dice dice;

    private Composer(Dice dice) {
        this.dice = dice;
    }

    /** The composition of that name; the same name and seed give the same melody. */
    static Composition compose(String id, Seed seed) {
        return new Composer(new Dice(seed.derive("composition " + id))).compose(id);
    }

    private Composition compose(String id) {
        int beatsPerBar = dice.chance(0.25) ? 3 : 4;
        int[] scale = SCALES[dice.weighted(SCALE_WEIGHTS)];
        int[] chords = PROGRESSIONS[dice.below(PROGRESSIONS.length)];
        List<double[]> rhythms = rhythms(beatsPerBar);
        List<MelodyNote> melody = new ArrayList<>();
        int degree = new int[] {0, 2, 4}[dice.below(3)];
        int[] contour = {};
        for (int bar = 0; bar < BARS; bar++) {
            double[] rhythm = rhythms.get(bar % 4 == 3 ? 2 : bar % 2 == 0 ? 0 : dice.below(2));
            boolean sequence = bar % 4 == 2 && dice.chance(0.5);
            int shift = chords[bar % 4] - chords[Math.floorMod(bar - 2, 4)];
            int[] repeated = sequence ? contour : new int[0];
            int[] degrees = bar(rhythm, degree, repeated, shift, chords[bar % 4]);
            double beat = bar * beatsPerBar;
            for (int i = 0; i < rhythm.length; i++) {
                if (rhythm[i] > 0) {
                    melody.add(new MelodyNote(beat, rhythm[i], degrees[i]));
                }
                beat += Math.abs(rhythm[i]);
            }
            degree = degrees[degrees.length - 1];
            contour = bar % 2 == 0 ? degrees : contour;
        }
        return new Composition(id, scale, beatsPerBar, melody, chords);
    }

    /** The degrees of one bar: those of an earlier bar moved by {@code shift} as far as they go, then new ones. */
    private int[] bar(double[] rhythm, int before, int[] repeated, int shift, int chord) {
        int[] degrees = new int[rhythm.length];
        int degree = before;
        double beat = 0;
        for (int i = 0; i < rhythm.length; i++) {
            boolean strong = Math.abs(beat - Math.rint(beat)) < 1e-9 && (int) Math.rint(beat) % 2 == 0;
            if (rhythm[i] > 0) {
                degree = i < repeated.length ? fold(repeated[i] + shift) : next(degree, strong, chord);
            }
            degrees[i] = degree;
            beat += Math.abs(rhythm[i]);
        }
        return degrees;
    }

    /** Three bars of rhythm: two that alternate and one that closes a phrase, often with a rest. */
    private List<double[]> rhythms(int beatsPerBar) {
        List<double[]> bars = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<Double> bar = new ArrayList<>();
            double left = beatsPerBar;
            if (i == 2) {
                left -= dice.chance(0.4) ? 2 : 1;
            }
            while (left > 1e-9) {
                double[] cell = CELLS[dice.weighted(CELL_WEIGHTS)];
                double length = 0;
                for (double part : cell) {
                    length += Math.abs(part);
                }
                boolean opensWithRest = bar.isEmpty() && cell[0] < 0;
                if (length <= left + 1e-6 && !opensWithRest) {
                    for (double part : cell) {
                        bar.add(part);
                    }
                    left = Math.rint((left - length) * 12) / 12;
                }
            }
            if (i == 2) {
                double rest = beatsPerBar - bar.stream().mapToDouble(Math::abs).sum();
                closePhrase(bar, rest);
            }
            bars.add(bar.stream().mapToDouble(Double::doubleValue).toArray());
        }
        return bars;
    }

    private void closePhrase(List<Double> bar, double rest) {
        if (dice.chance(0.45)) {
            bar.add(rest);
        } else if (rest > 1.5) {
            bar.add(1.0);
            bar.add(1.0 - rest);
        } else {
            bar.add(-rest);
        }
    }

    private int next(int degree, boolean strong, int chord) {
        int direction = dice.chance(0.5 + 0.06 * (3 - degree)) ? 1 : -1;
        if (!strong) {
            int step = new int[] {1, 2, 0, 3}[dice.weighted(7, 1.6, 0.9, 0.4)];
            return fold(degree + direction * step);
        }
        int target = degree + direction * dice.below(3);
        for (int distance = 0; distance < 4; distance++) {
            for (int sign = 1; sign >= -1; sign -= 2) {
                int candidate = target + sign * direction * distance;
                int third = Math.floorMod(candidate - chord, 7);
                if ((third == 0 || third == 2 || third == 4) && candidate == fold(candidate)) {
                    return candidate;
                }
            }
        }
        return fold(target);
    }

    private static int fold(int degree) {
        int folded = degree;
        while (folded > HIGHEST_DEGREE) {
            folded -= 7;
        }
        while (folded < LOWEST_DEGREE) {
            folded += 7;
        }
        return folded;
    }
}
