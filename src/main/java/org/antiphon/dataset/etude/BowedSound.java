package org.antiphon.dataset.etude;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.clip.Seed;

/**
 * The sound of a bowed performance: what bow and fingers do in every millisecond, played on a {@link BowedString}.
 *
 * <p>A down-bow begins strongly and tapers, an up-bow swells; each stroke begins with a short scratch and the sound
 * dips for the 20–30 ms in which the bow turns. A slurred note changes pitch with a small dip only.
 */
final class BowedSound {

    private static final int RATE = EtudeSynthesizer.RATE;
    private static final int BLOCK = BowedString.BLOCK;

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
        int b = (int) Math.ceil(stroke.start() * 1000);
        double level = 0;
        for (; b < amplitude.length && b * 0.001 - stroke.start() < stroke.end() - stroke.start(); b++) {
            press(b, stroke, notes);
            level = amplitude[b];
        }
        double ring = notes.get(notes.size() - 1).finger() == 0 ? 0.09 : 0.045;
        for (; b < amplitude.length; b++) {
            double decay = StrictMath.exp(-(b * 0.001 - stroke.start() - (stroke.end() - stroke.start())) / ring);
            if (decay < 1e-4) {
                break;
            }
            amplitude[b] = level * decay;
            brightness[b] = 0.25 * decay;
            noise[b] = 0;
        }
    }

    /** The controls of one millisecond while the bow is drawn. */
    private void press(int b, BowStroke stroke, List<EtudeNote> notes) {
        double length = stroke.end() - stroke.start();
        double t = b * 0.001 - stroke.start();
        double u = t / length;
        double shape = stroke.down() ? 1 - 0.68 * StrictMath.pow(u, 0.8) : 0.34 + 0.66 * smooth(u / 0.85);
        double speaks = smooth(t / Math.min(expression.attack(), 0.3 * length));
        double leaves = Math.min(1, 0.12 + (length - t) / 0.012);
        EtudeNote note = notes.get(0);
        double slur = 1;
        for (EtudeNote other : notes.subList(1, notes.size())) {
            if (other.onset() <= b * 0.001) {
                note = other;
            }
            double away = Math.abs(b * 0.001 - other.onset() - 0.004) / 0.012;
            slur = Math.min(slur, 0.5 + 0.5 * Math.min(1, away * away));
        }
        double strength = decibels(-19 * (1 - note.velocity()));
        amplitude[b] = strength * shape * speaks * leaves * slur;
        brightness[b] = 0.35 * expression.brightness() + 0.65 * note.velocity() * (0.55 + 0.45 * shape);
        double scratch = StrictMath.exp(-t / 0.018) * (stroke.down() ? 1 : 0.75);
        double turn = slur < 1 ? 0.12 * (1 - slur) : 0;
        noise[b] = strength * (0.028 * shape * speaks + 0.30 * scratch + turn);
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
        double last =
                performance.notes().isEmpty() ? 220 : performance.notes().get(0).hertz();
        for (int b = 0; b < hertz.length; b++) {
            if (hertz[b] == 0) {
                hertz[b] = last;
            }
            last = hertz[b];
        }
    }

    private double[] sound() {
        double[] out = new double[(int) Math.round(performance.seconds() * RATE)];
        BowedString string = new BowedString(performance.performer(), dice);
        for (int b = 0; b * BLOCK < out.length; b++) {
            string.target(hertz[b], amplitude[b + 1], brightness[b], noise[b + 1]);
            string.render(out, b * BLOCK, Math.min(out.length, (b + 1) * BLOCK));
        }
        return out;
    }

    private static double smooth(double x) {
        double u = Math.max(0, Math.min(1, x));
        return u * u * (3 - 2 * u);
    }

    static double decibels(double value) {
        return StrictMath.exp(value * 0.11512925464970229);
    }
}
