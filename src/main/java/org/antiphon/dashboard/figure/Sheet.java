package org.antiphon.dashboard.figure;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.dashboard.figure.Stroke.Anchor;

/** A drawing in the making: strokes, and how far down the paper is used. */
final class Sheet {

    static final double TEXT = 14;
    static final double SMALL = 12;
    static final double LEADING = 1.3;
    static final double RADIUS = 5;

    /** How much wider bold letters are. */
    private static final double BOLD = 1.14;

    /** From which width on labels have a column of their own instead of a line. */
    private static final double WIDE = 520;

    private final double width;
    private final List<Stroke> strokes = new ArrayList<>();
    private double down;

    Sheet(double width) {
        this.width = width;
    }

    double width() {
        return width;
    }

    boolean wide() {
        return width >= WIDE;
    }

    double down() {
        return down;
    }

    void skip(double pixels) {
        down += pixels;
    }

    /** How many strokes there are; what is later drawn {@link #grid under} that many lies below all that follow. */
    int count() {
        return strokes.size();
    }

    /** Faint lines at the ticks, from {@code top} to where the paper is used, below all strokes but the first ones. */
    void grid(int under, Axis axis, double left, double right, double top) {
        int at = under;
        for (double tick : axis.ticks()) {
            double x = left + axis.share(tick) * (right - left);
            strokes.add(at++, new Stroke.Line(x, top, x, down, Tone.RULE, 1, false));
        }
    }

    List<Stroke> strokes() {
        return List.copyOf(strokes);
    }

    /** The width of the column of labels: as wide as the longest needs, at most a third of the paper. */
    double labels(List<String> labels) {
        double longest = labels.stream()
                .mapToDouble(label -> Lettering.width(label, TEXT))
                .max()
                .orElse(0);
        return Math.min(longest, width / 3) + 16;
    }

    void line(double x1, double y1, double x2, double y2, Tone tone, double weight) {
        strokes.add(new Stroke.Line(x1, y1, x2, y2, tone, weight, false));
    }

    /** A dashed upright line down to where the paper is used, below all strokes but the first ones. */
    void guide(int under, double x, double top) {
        strokes.add(under, new Stroke.Line(x, top, x, down, Tone.SOFT, 1, true));
    }

    /** Paper over what lies below the next line of words. */
    void clear(double from, double height) {
        strokes.add(new Stroke.Box(0, from, width, height, Tone.PAPER, 1, false));
    }

    void box(double x, double y, double boxWidth, double height, double opacity) {
        strokes.add(new Stroke.Box(x, y, boxWidth, height, Tone.INK, opacity, false));
    }

    void frame(double x, double y, double boxWidth, double height, Tone tone) {
        strokes.add(new Stroke.Box(x, y, boxWidth, height, tone, 1, true));
    }

    void dot(double x, double y, double radius, boolean open) {
        strokes.add(new Stroke.Circle(x, y, radius, Tone.INK, 1, open));
    }

    /** A disc that leaves what is below it visible. */
    void disc(double x, double y, double radius) {
        strokes.add(new Stroke.Circle(x, y, radius, Tone.INK, 0.4, false));
    }

    void outline(boolean open, Stroke.Corner... corners) {
        strokes.add(new Stroke.Outline(List.of(corners), Tone.INK, open));
    }

    void words(double x, double y, String text, Anchor anchor, double size, Tone tone) {
        strokes.add(new Stroke.Words(x, y, text, anchor, size, tone, false, false));
    }

    void bold(double x, double y, String text, double size) {
        strokes.add(new Stroke.Words(x, y, text, Anchor.START, size, Tone.INK, true, false));
    }

    /** Words along a vertical axis. */
    void upward(double x, double y, String text, Anchor anchor) {
        strokes.add(new Stroke.Words(x, y, text, anchor, SMALL, Tone.SOFT, false, true));
    }

    /** Words inside a field that is covered by so much ink. */
    void inside(double x, double y, String text, double size, double opacity) {
        words(x, y, text, Anchor.MIDDLE, size, opacity > 0.5 ? Tone.PAPER : Tone.INK);
    }

    /** Lines below each other, from where the paper is free. */
    void paragraph(String text, double size, Tone tone, int most) {
        for (String line : Lettering.lines(text, size, width, most)) {
            down += size * LEADING;
            words(0, down - size * 0.3, line, Anchor.START, size, tone);
        }
    }

    void heading(String text) {
        for (String line : Lettering.lines(text, TEXT * BOLD, width, 3)) {
            down += TEXT * LEADING;
            bold(0, down - TEXT * 0.3, line, TEXT);
        }
    }

    /** The label of a row, broken into as many lines as it needs in its column, around the height {@code middle}. */
    void label(String text, double room, double middle) {
        List<String> lines = Lettering.lines(text, TEXT, room, 2);
        double y = middle + TEXT * 0.35 - (lines.size() - 1) * TEXT * 0.6;
        for (String line : lines) {
            words(0, y, line, Anchor.START, TEXT, Tone.INK);
            y += TEXT * 1.2;
        }
    }

    /** Ticks with their values below {@code down}, and what the axis means. */
    void axis(Axis axis, double left, double right) {
        line(left, down, right, down, Tone.SOFT, 1);
        double used = Double.NEGATIVE_INFINITY;
        for (double tick : axis.ticks()) {
            double x = left + axis.share(tick) * (right - left);
            String value = Cell.shown(tick, axis.tickDecimals());
            double half = Lettering.width(value, SMALL) / 2;
            line(x, down, x, down + 5, Tone.SOFT, 1);
            if (x - half > used + 4) {
                words(x, down + 19, value, Anchor.MIDDLE, SMALL, Tone.SOFT);
                used = x + half;
            }
        }
        down += 24;
        for (String line : Lettering.lines(axis.label(), SMALL, width - (wide() ? left : 0), 2)) {
            down += SMALL * LEADING;
            words(wide() ? left : 0, down - 2, line, Anchor.START, SMALL, Tone.SOFT);
        }
        down += 6;
    }
}
