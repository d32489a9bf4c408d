package org.antiphon.dataset.etude;

import org.antiphon.clip.Seed;

/**
 * The sound of what is struck, as a sum of decaying modes. A vibraphone bar has partials near 1 : 4 : 10 and a mallet's
 * tap; a piano string has stiff, slightly inharmonic partials that decay in two stages (strings in slight
 * disagreement), a hammer's knock, and a damper.
 */
final class StruckSound {

    private static final int RATE = EtudeSynthesizer.RATE;

    private final Performance performance;
    private final Expression expression;
    private final Dice dice;
    private final double[] out;
    private final double hardness;

    StruckSound(Performance performance) {
        this.performance = performance;
        this.expression = Expression.of(performance.intention());
        this.dice = new Dice(new Seed(performance.seed()).derive("struck sound"));
        this.out = new double[(int) Math.round(performance.seconds() * RATE)];
        this.hardness = 0.6 + 0.5 * expression.brightness() + dice.between(-0.12, 0.12);
    }

    double[] render() {
        boolean piano = performance.performer() == Performer.PIANO;
        double spread = dice.between(0.00022, 0.00042);
        double motorRate = dice.between(3.5, 5.5);
        double motorDepth = dice.chance(0.35) ? dice.between(0.06, 0.16) : 0;
        for (EtudeNote note : performance.notes()) {
            int first = (int) Math.round(note.onset() * RATE);
            double release = piano ? 0.045 : 0.07;
            int last = Math.min(out.length, (int) Math.round((note.offset() + 6 * release) * RATE));
            if (last <= first) {
                continue;
            }
            double[] tone = new double[last - first];
            if (piano) {
                string(tone, note, spread);
            } else {
                bar(tone, note, motorRate, motorDepth);
            }
            damp(tone, note, release);
            knock(tone, note, piano);
            for (int i = 0; i < tone.length; i++) {
                out[first + i] += tone[i];
            }
        }
        return out;
    }

    private void string(double[] tone, EtudeNote note, double spread) {
        double f0 = note.hertz();
        double stiffness = 0.00035 * Tuning.exp2((note.midi() - 60) / 10.0);
        double level = BowedSound.decibels(-20 * (1 - note.velocity()));
        double slope = 1.75 - 0.75 * note.velocity() * hardness;
        double decay = 1.1 * Tuning.exp2(-(note.midi() - 60) / 15.0);
        for (int n = 1; n <= 22; n++) {
            double f = n * f0 * Math.sqrt(1 + stiffness * n * n);
            if (f > 11_000) {
                break;
            }
            double strike = 0.25 + Math.abs(StrictMath.sin(Math.PI * n * 0.121));
            double a = level * strike * StrictMath.pow(n, -slope) * dice.between(0.7, 1.3);
            if (a < 2e-4 * level) {
                continue;
            }
            double fast = decay / (1 + 0.22 * (n - 1));
            mode(tone, f * (1 - spread), 0.62 * a, fast * 0.45);
            mode(tone, f * (1 + spread), 0.38 * a, fast * 2.2);
        }
    }

    private void bar(double[] tone, EtudeNote note, double motorRate, double motorDepth) {
        double level = BowedSound.decibels(-18 * (1 - note.velocity()));
        double decay = 1.9 * Tuning.exp2(-(note.midi() - 60) / 22.0);
        mode(tone, note.hertz(), level, decay);
        for (int i = 0; i < tone.length && motorDepth > 0; i++) {
            double turn = motorRate * (note.onset() + (double) i / RATE);
            turn -= Math.floor(turn);
            tone[i] *= 1 - motorDepth * 8 * turn * (1 - turn) * 0.5;
        }
        double hard = note.velocity() * hardness;
        mode(tone, note.hertz() * 3.984 * dice.between(0.997, 1.003), 0.42 * level * hard, 0.22 * decay);
        mode(tone, note.hertz() * 9.95 * dice.between(0.99, 1.01), 0.22 * level * hard, 0.05 * decay);
        mode(tone, note.hertz() * 2.0, 0.03 * level, 0.3 * decay);
    }

    /** Adds one decaying sine: {@code seconds} is the time to 1/e. Nothing beyond 16 kHz. */
    private static void mode(double[] tone, double hertz, double amplitude, double seconds) {
        if (hertz > 16_000) {
            return;
        }
        double w = 2 * Math.PI * hertz / RATE;
        double r = StrictMath.exp(-1 / (seconds * RATE));
        double c1 = 2 * r * StrictMath.cos(w);
        double c2 = -r * r;
        double y1 = 0;
        double y2 = -amplitude * StrictMath.sin(w) / r;
        int end = (int) Math.min(tone.length, 9 * seconds * RATE);
        for (int i = 0; i < end; i++) {
            double y = c1 * y1 + c2 * y2;
            tone[i] += y;
            y2 = y1;
            y1 = y;
        }
    }

    private static void damp(double[] tone, EtudeNote note, double release) {
        int from = (int) Math.round((note.offset() - note.onset()) * RATE);
        double factor = StrictMath.exp(-1 / (release * RATE));
        double gain = 1;
        for (int i = Math.max(0, from); i < tone.length; i++) {
            gain *= factor;
            tone[i] *= gain;
        }
    }

    /** The tap of the mallet or the knock of hammer and key bed. */
    private void knock(double[] tone, EtudeNote note, boolean piano) {
        double level = BowedSound.decibels(-20 * (1 - note.velocity())) * (piano ? 0.9 : 1.0) * hardness;
        Resonator wood = new Resonator(piano ? 900 : 1700, 0.8, 1, RATE);
        Resonator bed = new Resonator(piano ? 180 : 420, 2.5, 1, RATE);
        int length = Math.min(tone.length, (int) (0.06 * RATE));
        double tap = StrictMath.exp(-1 / (0.006 * RATE));
        double gain = level;
        for (int i = 0; i < length; i++) {
            double burst = (dice.uniform() - 0.5) * gain;
            gain *= tap;
            tone[i] += 0.8 * wood.next(burst) + 1.2 * bed.next(burst);
        }
    }
}
