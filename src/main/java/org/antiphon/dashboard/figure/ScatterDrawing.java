package org.antiphon.dashboard.figure;

import java.util.ArrayList;
import java.util.List;
import org.antiphon.dashboard.figure.Stroke.Anchor;
import org.antiphon.dashboard.figure.Stroke.Corner;

/** Points with their intervals upwards; each group has a shape, and its name at its middle. */
final class ScatterDrawing {

    private static final double LEFT = 44;

    private final Plot.Scatter plot;
    private final Sheet sheet;
    private final double right;
    private final double top;
    private final double height;
    private final List<double[]> taken = new ArrayList<>();

    private ScatterDrawing(Plot.Scatter plot, Sheet sheet) {
        this.plot = plot;
        this.sheet = sheet;
        this.right = sheet.width() - 18;
        this.height = Math.min(380, Math.max(240, sheet.width() * 0.55));
        sheet.paragraph(plot.up().label() + " (upwards)", Sheet.SMALL, Tone.SOFT, 2);
        this.top = sheet.down() + 14;
    }

    static void draw(Plot.Scatter plot, Sheet sheet) {
        new ScatterDrawing(plot, sheet).draw();
    }

    private void draw() {
        for (double tick : plot.up().ticks()) {
            sheet.line(LEFT, y(tick), right, y(tick), Tone.RULE, 1);
            String value = Cell.shown(tick, plot.up().tickDecimals());
            sheet.words(LEFT - 6, y(tick) + 4, value, Anchor.END, Sheet.SMALL, Tone.SOFT);
        }
        for (int i = 0; i < plot.groups().size(); i++) {
            for (Plot.Point point : plot.groups().get(i).points()) {
                point(point, i);
            }
        }
        plot.groups().forEach(this::name);
        sheet.skip(14 + height + 8);
        sheet.axis(plot.across(), LEFT, right);
        if (!plot.note().isEmpty()) {
            sheet.paragraph(plot.note(), Sheet.SMALL, Tone.INK, 3);
            sheet.skip(4);
        }
    }

    private void point(Plot.Point point, int group) {
        double x = x(point.across());
        double y = y(point.upward());
        point.up().ifPresent(span -> sheet.line(x, y(span.low()), x, y(span.high()), Tone.SOFT, 1));
        shape(x, y, group);
        double high = point.up().map(span -> y(span.high())).orElse(y) - 4;
        double low = point.up().map(span -> y(span.low())).orElse(y) + 12;
        for (double place = high; place < low + Sheet.TEXT; place += Sheet.TEXT / 2) {
            taken.add(new double[] {x, Math.min(place, low), 8});
        }
    }

    /** Circle, square, triangle, diamond; filled, then open, then again. */
    private void shape(double x, double y, int group) {
        boolean open = group / 4 % 2 == 1;
        double r = 4.5;
        switch (group % 4) {
            case 0 -> sheet.dot(x, y, r, open);
            case 1 ->
                sheet.outline(
                        open,
                        new Corner(x - r, y - r),
                        new Corner(x + r, y - r),
                        new Corner(x + r, y + r),
                        new Corner(x - r, y + r));
            case 2 -> sheet.outline(open, new Corner(x - r, y + r), new Corner(x + r, y + r), new Corner(x, y - r));
            default ->
                sheet.outline(
                        open,
                        new Corner(x - r - 1, y),
                        new Corner(x, y - r - 1),
                        new Corner(x + r + 1, y),
                        new Corner(x, y + r + 1));
        }
    }

    /** The name of a group above its middle, moved up until it covers neither a point nor another name. */
    private void name(Plot.Group group) {
        if (group.label().isEmpty() || group.points().isEmpty()) {
            return;
        }
        double x = 0;
        double y = 0;
        for (Plot.Point point : group.points()) {
            x += x(point.across()) / group.points().size();
            y += y(point.upward()) / group.points().size();
        }
        double half = Lettering.width(group.label(), Sheet.TEXT) / 2;
        double middle = Math.min(Math.max(x, LEFT + half), right - half);
        double base = y;
        while (base > top && covers(middle, base, half)) {
            base -= 4;
        }
        taken.add(new double[] {middle, base, half});
        sheet.words(middle, base, group.label(), Anchor.MIDDLE, Sheet.TEXT, Tone.INK);
    }

    private boolean covers(double x, double y, double half) {
        return taken.stream()
                .anyMatch(other -> Math.abs(other[0] - x) < other[2] + half && Math.abs(other[1] - y) < Sheet.TEXT);
    }

    private double x(double value) {
        return LEFT + plot.across().share(value) * (right - LEFT);
    }

    private double y(double value) {
        return top + (1 - plot.up().share(value)) * height;
    }
}
