package org.antiphon.dashboard.figure;

import java.util.List;
import org.antiphon.dashboard.figure.Stroke.Anchor;

/**
 * Dots with intervals. On wide paper labels stand left, values right of their marks; on narrow paper both stand in a line
 * above, so that the marks have the whole width.
 */
final class IntervalsDrawing {

    private static final double LANE = 20;
    private static final double EDGE = 18;

    private final Plot.Intervals plot;
    private final Sheet sheet;
    private final double left;
    private final double right;

    private IntervalsDrawing(Plot.Intervals plot, Sheet sheet) {
        this.plot = plot;
        this.sheet = sheet;
        List<Plot.Row> rows =
                plot.panels().stream().flatMap(panel -> panel.rows().stream()).toList();
        double values = rows.stream()
                .flatMap(row -> row.marks().stream().map(mark -> Lettering.width(value(row, mark), Sheet.SMALL)))
                .max(Double::compare)
                .orElse(0.0);
        this.left =
                sheet.wide() ? sheet.labels(rows.stream().map(Plot.Row::label).toList()) : EDGE;
        this.right = sheet.wide() ? sheet.width() - Math.min(values, sheet.width() / 3) - 20 : sheet.width() - EDGE;
    }

    static void draw(Plot.Intervals plot, Sheet sheet) {
        new IntervalsDrawing(plot, sheet).draw();
    }

    private void draw() {
        guideLabels();
        for (Plot.Panel panel : plot.panels()) {
            if (!panel.heading().isEmpty()) {
                sheet.skip(10);
                sheet.heading(panel.heading());
            }
            sheet.skip(4);
            double top = sheet.down();
            int under = sheet.count();
            panel.rows().forEach(this::row);
            sheet.skip(4);
            for (Plot.Guide guide : plot.guides()) {
                sheet.guide(under, x(guide.value()), top);
            }
            sheet.grid(under, plot.axis(), left, right, top);
        }
        sheet.axis(plot.axis(), left, right);
    }

    private void guideLabels() {
        for (Plot.Guide guide : plot.guides()) {
            if (guide.label().isEmpty()) {
                continue;
            }
            sheet.skip(Sheet.SMALL * Sheet.LEADING);
            double half = Lettering.width(guide.label(), Sheet.SMALL) / 2;
            double x = Math.min(Math.max(x(guide.value()), half), sheet.width() - half);
            sheet.words(x, sheet.down() - 2, guide.label(), Anchor.MIDDLE, Sheet.SMALL, Tone.SOFT);
        }
    }

    private void row(Plot.Row row) {
        if (sheet.wide()) {
            double height = Math.max(1, row.marks().size()) * LANE + 12;
            sheet.label(row.label(), left - 16, sheet.down() + height / 2);
            double y = sheet.down() + 6 + LANE / 2;
            for (Plot.Mark mark : row.marks()) {
                mark(mark, y);
                sheet.words(sheet.width(), y + 4, value(row, mark), Anchor.END, Sheet.SMALL, Tone.INK);
                y += LANE;
            }
            sheet.skip(height);
            return;
        }
        sheet.skip(6);
        boolean single = row.marks().size() == 1;
        String beside = single ? value(row, row.marks().get(0)) : "";
        double room = sheet.width() - Lettering.width(beside, Sheet.SMALL) - 8;
        boolean fits = Lettering.width(row.label(), Sheet.TEXT) <= room;
        int lines = Lettering.lines(row.label(), Sheet.TEXT, sheet.width(), 2).size();
        double more = single && !fits ? Sheet.SMALL * Sheet.LEADING : 0;
        sheet.clear(sheet.down() - 2, lines * Sheet.TEXT * Sheet.LEADING + more + 4);
        sheet.paragraph(row.label(), Sheet.TEXT, Tone.INK, 2);
        sheet.skip(more);
        if (single) {
            sheet.words(sheet.width(), sheet.down() - 4, beside, Anchor.END, Sheet.SMALL, Tone.INK);
        }
        for (Plot.Mark mark : row.marks()) {
            if (!single) {
                sheet.clear(sheet.down() + 1, Sheet.SMALL * Sheet.LEADING - 1);
                sheet.skip(Sheet.SMALL * Sheet.LEADING);
                sheet.words(sheet.width(), sheet.down() - 3, value(row, mark), Anchor.END, Sheet.SMALL, Tone.INK);
            }
            mark(mark, sheet.down() + 9);
            sheet.skip(LANE);
        }
    }

    private void mark(Plot.Mark mark, double y) {
        if (!Double.isFinite(mark.value())) {
            return;
        }
        mark.interval().ifPresent(span -> {
            sheet.line(x(span.low()), y, x(span.high()), y, Tone.INK, 2);
            end(span.low(), y);
            end(span.high(), y);
        });
        sheet.dot(x(mark.value()), y, Sheet.RADIUS, mark.shape() == Plot.Shape.OPEN);
    }

    /** A small bar where an interval ends; none where it goes on beyond the axis. */
    private void end(double value, double y) {
        if (value >= plot.axis().from() && value <= plot.axis().to()) {
            sheet.line(x(value), y - 4, x(value), y + 4, Tone.INK, 2);
        }
    }

    private double x(double value) {
        return left + plot.axis().share(value) * (right - left);
    }

    private String value(Plot.Row row, Plot.Mark mark) {
        String tag = mark.tag().isEmpty() ? "" : mark.tag() + " ";
        String note = row.note().isEmpty() || row.marks().size() > 1 ? "" : ", " + row.note();
        return tag + Figure.interval(mark.value(), mark.interval(), plot.axis().decimals()) + note;
    }
}
