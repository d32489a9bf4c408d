package org.antiphon.dataset.etude;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.Seed;

/**
 * The sound of a bowed string: a band-limited sawtooth whose brightness follows the bow, noise of the bow hair, and
 * the fixed resonances of a wooden body, through which vibrato becomes a change of colour.
 *
 * <p>A down-bow begins strongly and tapers, an up-bow swells; each stroke begins with a short scratch and the sound
 * dips for the 20–30 ms in which the bow turns. A slurred note changes pitch with a small dip only.
 */
final class BowedSound {

    private static final int RATE = EtudeSynthesizer.RATE;
    /** Samples between two values of the slow controls: 1 ms. */
    private static final int BLOCK = 48;
    private static final double[] VIOLIN_BODY = {275, 460, 550, 720, 990, 1250, 1600, 2300, 2700, 3300, 4300};
    private static final double[] CELLO_BODY = {98, 180, 220, 310, 430, 620, 860, 1250, 1700, 2400, 3200};
    private static final double[] BODY_GAINS = {1.6, 1.5, 1.7, 0.9, 1.1, 0.9, 0.9, 1.3, 1.4, 0.9, 0.5};

    private final Performance performance;
    private final Expression expression;
    private final Dice dice;
    private final double[] amplitude;
    private final double[] brightness;
    private final double[] noise;
    private final double[] hertz;

    BowedSound(Performance performance) {
        this.performance = performance;
        this.expression = Expression.of(performance.intention());
        this.dice = new Dice(new Seed(performance.seed()).derive("bowed sound"));
        int blocks = (int) Math.ceil(performance.seconds() * RATE / BLOCK) + 2;
        this.amplitude = new double[blocks];
        this.brightness = new double[blocks];
        this.noise = new double[blocks];
        this.hertz = new double[blocks];
    }

    double[] render() {
        for (BowStroke stroke : performance.strokes()) {
            draw(stroke);
        }
        for (EtudeNote note : performance.notes()) {
            finger(note);
        }
        hold();
        return sound();
    }

    /** Loudness, colour and noise over one stroke, and the string's ringing after it. */
    private void draw(BowStroke stroke) {
        List<EtudeNote> notes = notesOf(stroke);
        double length = stroke.end() - stroke.start();
        double attack = Math.min(expression.attack(), 0.3 * length);
        int first = (int) Math.ceil(stroke.start() * 1000);
        double level = 0;
        double ring = notes.get(notes.size() - 1).finger() == 0 ? 0.09 : 0.045;
        for (int b = first; b < amplitude.length; b++) {
            double t = b * 0.001 - stroke.start();
            if (t < length) {
                double u = t / length;
                double shape = stroke.down() ? 1 - 0.68 * StrictMath.pow(u, 0.8) : 0.34 + 0.66 * smooth(u / 0.85);
                double speaks = smooth(t / attack);
                double leaves = Math.min(1, 0.12 + (length - t) / 0.012);
                EtudeNote note = notes.get(0);
                double slur = 1;
                for (EtudeNote other : notes) {
                    if (other.onset() <= b * 0.001) {
                        note = other;
                    }
                    if (other != notes.get(0)) {
                        double away = Math.abs(b * 0.001 - other.onset() - 0.004) / 0.012;
                        slur = Math.min(slur, 0.5 + 0.5 * Math.min(1, away * away));
                    }
                }
                double strength = decibels(-19 * (1 - note.velocity()));
                level = strength * shape * speaks * leaves * slur;
                amplitude[b] = level;
                brightness[b] = 0.35 * expression.brightness() + 0.65 * note.velocity() * (0.55 + 0.45 * shape);
                double scratch = StrictMath.exp(-t / 0.018) * (stroke.down() ? 1 : 0.75);
                double turn = slur < 1 ? 0.12 * (1 - slur) : 0;
                noise[b] = strength * (0.028 * shape * speaks + 0.30 * scratch + turn);
            } else {
                double decay = StrictMath.exp(-(t - length) / ring);
                if (decay < 1e-4) {
                    break;
                }
                amplitude[b] = level * decay;
                brightness[b] = 0.25 * decay;
                noise[b] = 0;
            }
        }
    }

    private List<EtudeNote> notesOf(BowStroke stroke) {
        int index = performance.strokes().indexOf(stroke);
        List<EtudeNote> notes = new ArrayList<>();
        for (EtudeNote note : performance.notes()) {
            if (note.stroke() == index) {
                notes.add(note);
            }
        }
        return notes;
    }

    /** The annotated frequency, interpolated inside the note and never across its ends. */
    private void finger(EtudeNote note) {
        int low = Intonation.first(note.onset());
        int high = Math.min(performance.f0().length, Intonation.first(note.offset())) - 1;
        for (int b = (int) Math.ceil(note.onset() * 1000); b < hertz.length && b * 0.001 < note.offset(); b++) {
            double place = b * 0.001 / Performance.F0_HOP;
            double clamped = Math.max(low, Math.min(high, place));
            int i = Math.min(high, (int) clamped);
            int j = Math.min(high, i + 1);
            double share = clamped - i;
            hertz[b] = performance.f0()[i] * (1 - share) + performance.f0()[j] * share;
        }
    }

    private void hold() {
        double last = performance.notes().isEmpty() ? 220 : performance.notes().get(0).hertz();
        for (int b = 0; b < hertz.length; b++) {
            if (hertz[b] == 0) {
                hertz[b] = last;
            }
            last = hertz[b];
        }
    }

    private double[] sound() {
        double[] out = new double[(int) Math.round(performance.seconds() * RATE)];
        Resonator[] body = body();
        boolean violin = performance.performer() == Performer.VIOLIN;
        Resonator hair = new Resonator(violin ? 3200 : 1900, 0.7, 1, RATE);
        double direct = dice.between(0.22, 0.34);
        double colour = dice.between(0.85, 1.2) * (violin ? 1 : 0.62);
        double phase = 0;
        double wander = 0;
        double shimmer = 0;
        double low1 = 0;
        double low2 = 0;
        double a = 0;
        double n = 0;
        for (int b = 0; b * BLOCK < out.length; b++) {
            wander = 0.97 * wander + 0.00025 * dice.bell();
            shimmer = 0.95 * shimmer + 0.012 * dice.bell();
            double f = hertz[b] * (1 + wander);
            float[] table = SawTables.forHertz(f);
            double step = f / RATE * SawTables.SIZE;
            double cutoff = colour * (700 + 7800 * brightness[b] * brightness[b]) + 1.2 * f;
            double pole = 1 - StrictMath.exp(-2 * Math.PI * cutoff / RATE);
            double da = (amplitude[b + 1] * (1 + shimmer) - a) / BLOCK;
            double dn = (noise[b + 1] - n) / BLOCK;
            int end = Math.min(out.length, (b + 1) * BLOCK);
            for (int i = b * BLOCK; i < end; i++) {
                phase += step;
                phase -= phase >= SawTables.SIZE ? SawTables.SIZE : 0;
                int cell = (int) phase;
                double saw = table[cell] + (phase - cell) * (table[cell + 1] - table[cell]);
                a += da;
                n += dn;
                double grip = 0.35 + 0.65 * phase / SawTables.SIZE;
                double hiss = hair.next(dice.uniform() - 0.5) * n * grip * 2.2;
                low1 += pole * (saw * a - low1);
                low2 += pole * (low1 - low2);
                double source = low2 + hiss;
                double y = direct * source;
                for (Resonator mode : body) {
                    y += mode.next(source);
                }
                out[i] = y;
            }
        }
        return out;
    }

    /** The wooden body: fixed for a performer's instrument, a little different in every performance. */
    private Resonator[] body() {
        double[] modes = performance.performer() == Performer.VIOLIN ? VIOLIN_BODY : CELLO_BODY;
        Resonator[] body = new Resonator[modes.length];
        for (int i = 0; i < modes.length; i++) {
            double quality = (i < 3 ? 13 : i < 7 ? 11 : 4) * dice.between(0.8, 1.25);
            body[i] = new Resonator(modes[i] * dice.between(0.96, 1.04), quality,
                    BODY_GAINS[i] * dice.between(0.7, 1.3), RATE);
        }
        return body;
    }

    private static double smooth(double x) {
        double u = Math.max(0, Math.min(1, x));
        return u * u * (3 - 2 * u);
    }

    static double decibels(double value) {
        return StrictMath.exp(value * 0.11512925464970229);
    }
}
