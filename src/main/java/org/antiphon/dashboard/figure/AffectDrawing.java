package org.antiphon.dashboard.figure;

import java.util.List;
import org.antiphon.dashboard.figure.Stroke.Anchor;

/** Squares of valence (to the right) and arousal (upwards): a disc in each cell, its area the share, and the mean as a cross. */
final class AffectDrawing {

    private static final double GAP = 24;

    private AffectDrawing() {}

    static void draw(Plot.Affect plot, Sheet sheet) {
        int across = Math.max(1, Math.min(plot.squares().size(), sheet.wide() ? (int) (sheet.width() / 210) : 1));
        double side = Math.min(280, (sheet.width() - (across - 1) * GAP - 20 * across) / across);
        long most = most(plot);
        for (int i = 0; i < plot.squares().size(); i += across) {
            List<Plot.Square> row = plot.squares()
                    .subList(i, Math.min(i + across, plot.squares().size()));
            double top = sheet.down() + 24;
            for (int j = 0; j < row.size(); j++) {
                square(plot, row.get(j), most, sheet, 20 + j * (side + GAP + 20), top, side);
            }
            sheet.skip(24 + side + 34);
        }
    }

    private static long most(Plot.Affect plot) {
        long most = 1;
        for (Plot.Square square : plot.squares()) {
            for (long[] row : square.counts()) {
                for (long count : row) {
                    most = Math.max(most, count);
                }
            }
        }
        return most;
    }

    private static void square(
            Plot.Affect plot, Plot.Square square, long most, Sheet sheet, double x, double y, double side) {
        double cell = side / plot.steps();
        sheet.bold(
                x, y - 8, Lettering.lines(square.label(), Sheet.TEXT, side, 1).get(0), Sheet.TEXT);
        sheet.frame(x, y, side, side, Tone.SOFT);
        sheet.line(x + side / 2, y, x + side / 2, y + side, Tone.RULE, 1);
        sheet.line(x, y + side / 2, x + side, y + side / 2, Tone.RULE, 1);
        for (int arousal = 0; arousal < plot.steps(); arousal++) {
            for (int valence = 0; valence < plot.steps(); valence++) {
                long count = square.counts()[arousal][valence];
                if (count > 0) {
                    double radius = cell / 2 * Math.sqrt((double) count / most);
                    sheet.disc(x + (valence + 0.5) * cell, y + side - (arousal + 0.5) * cell, radius);
                }
            }
        }
        mean(square, sheet, x, y + side, cell);
        sheet.words(x, y + side + 16, "unpleasant", Anchor.START, Sheet.SMALL, Tone.SOFT);
        sheet.words(x + side, y + side + 16, "pleasant", Anchor.END, Sheet.SMALL, Tone.SOFT);
        sheet.upward(x - 6, y + side, "calm", Anchor.START);
        sheet.upward(x - 6, y, "excited", Anchor.END);
    }

    /** Two bars as long as the intervals, crossing at the mean. */
    private static void mean(Plot.Square square, Sheet sheet, double left, double bottom, double cell) {
        double x = left + (square.valence().value() - 0.5) * cell;
        double y = bottom - (square.arousal().value() - 0.5) * cell;
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        square.valence()
                .interval()
                .ifPresent(span -> sheet.line(
                        left + (span.low() - 0.5) * cell, y, left + (span.high() - 0.5) * cell, y, Tone.INK, 2));
        square.arousal()
                .interval()
                .ifPresent(span -> sheet.line(
                        x, bottom - (span.low() - 0.5) * cell, x, bottom - (span.high() - 0.5) * cell, Tone.INK, 2));
        sheet.dot(x, y, Sheet.RADIUS, true);
    }
}
