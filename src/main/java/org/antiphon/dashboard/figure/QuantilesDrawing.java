package org.antiphon.dashboard.figure;

import org.antiphon.dashboard.figure.Stroke.Anchor;

/** Strips from least to most with a box between the quartiles and a bar at the median. */
final class QuantilesDrawing {

    private static final double EDGE = 18;
    private static final double HEIGHT = 32;

    private QuantilesDrawing() {}

    static void draw(Plot.Quantiles plot, Sheet sheet) {
        Axis axis = plot.axis();
        double left = sheet.wide()
                ? sheet.labels(plot.strips().stream().map(Plot.Strip::label).toList())
                : EDGE;
        double right = sheet.width() - (sheet.wide() ? 150 : EDGE);
        double top = sheet.down();
        int under = sheet.count();
        for (Plot.Strip strip : plot.strips()) {
            String words = words(axis, strip);
            if (sheet.wide()) {
                sheet.label(strip.label(), left - 16, sheet.down() + HEIGHT / 2);
                sheet.words(sheet.width(), sheet.down() + HEIGHT / 2 + 4, words, Anchor.END, Sheet.SMALL, Tone.INK);
            } else {
                sheet.skip(6);
                sheet.clear(sheet.down() - 2, Sheet.TEXT * Sheet.LEADING + 4);
                sheet.paragraph(strip.label(), Sheet.TEXT, Tone.INK, 2);
                sheet.words(sheet.width(), sheet.down() - 4, words, Anchor.END, Sheet.SMALL, Tone.INK);
            }
            strip(strip, sheet, left, right - left, axis);
            sheet.skip(HEIGHT);
        }
        sheet.grid(under, axis, left, right, top);
        sheet.axis(axis, left, right);
    }

    private static String words(Axis axis, Plot.Strip strip) {
        String median = "median " + Cell.shown(strip.median(), axis.decimals());
        return strip.note().isEmpty() ? median : median + ", " + strip.note();
    }

    private static void strip(Plot.Strip strip, Sheet sheet, double left, double length, Axis axis) {
        double y = sheet.down() + HEIGHT / 2;
        double lower = left + axis.share(strip.lower()) * length;
        double upper = left + axis.share(strip.upper()) * length;
        double median = left + axis.share(strip.median()) * length;
        sheet.line(
                left + axis.share(strip.least()) * length, y, left + axis.share(strip.most()) * length, y, Tone.INK, 1);
        sheet.box(lower, y - 8, upper - lower, 16, 0.25);
        sheet.frame(lower, y - 8, upper - lower, 16, Tone.INK);
        sheet.line(median, y - 11, median, y + 11, Tone.INK, 4);
    }
}
