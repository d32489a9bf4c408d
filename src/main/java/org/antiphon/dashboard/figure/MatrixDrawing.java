package org.antiphon.dashboard.figure;

import java.util.List;
import org.antiphon.dashboard.figure.Stroke.Anchor;

/** A field for each pair of names: inked by its share of the row, with count and share; what agrees is framed. */
final class MatrixDrawing {

    private static final double HEIGHT = 40;

    private MatrixDrawing() {}

    static void draw(Plot.Matrix plot, Sheet sheet) {
        double left = Math.min(sheet.labels(plot.rows()), sheet.width() * 0.3);
        double field = (sheet.width() - left) / plot.columns().size();
        sheet.paragraph("Rows: " + plot.rowsAre() + ". Columns: " + plot.columnsAre() + ".", Sheet.SMALL, Tone.SOFT, 3);
        columnNames(plot, sheet, left, field);
        for (int i = 0; i < plot.rows().size(); i++) {
            row(plot, i, sheet, left, field);
            sheet.skip(HEIGHT);
        }
        sheet.skip(8);
    }

    private static void columnNames(Plot.Matrix plot, Sheet sheet, double left, double field) {
        int lines = 1;
        for (String column : plot.columns()) {
            lines = Math.max(
                    lines, Lettering.lines(column, Sheet.SMALL, field - 4, 3).size());
        }
        double top = sheet.down() + 6;
        for (int j = 0; j < plot.columns().size(); j++) {
            List<String> words = Lettering.lines(plot.columns().get(j), Sheet.SMALL, field - 4, 3);
            double y = top + (lines - words.size() + 1) * Sheet.SMALL * 1.2;
            for (String line : words) {
                sheet.words(left + (j + 0.5) * field, y, line, Anchor.MIDDLE, Sheet.SMALL, Tone.INK);
                y += Sheet.SMALL * 1.2;
            }
        }
        sheet.skip(6 + lines * Sheet.SMALL * 1.2 + 8);
    }

    private static void row(Plot.Matrix plot, int i, Sheet sheet, double left, double field) {
        List<Long> counts = plot.counts().get(i);
        long total = counts.stream().mapToLong(Long::longValue).sum();
        double y = sheet.down();
        sheet.label(plot.rows().get(i), left - 8, y + HEIGHT / 2);
        for (int j = 0; j < counts.size(); j++) {
            double share = total == 0 ? 0 : (double) counts.get(j) / total;
            // neither ink nor paper could be read on the middle
            double ink = share <= 0.5 ? share * 0.8 : 0.44 + share * 0.56;
            double x = left + j * field;
            double shown = share > 0.5 ? Math.max(ink, 0.72) : ink;
            sheet.box(x + 1, y + 1, field - 2, HEIGHT - 2, shown);
            String percent = Math.round(share * 100) + " %";
            sheet.inside(x + field / 2, y + 18, Long.toString(counts.get(j)), Sheet.TEXT, shown);
            sheet.inside(x + field / 2, y + 33, percent, Sheet.SMALL - 1, shown);
            boolean agrees = plot.rows().get(i).equals(plot.columns().get(j));
            sheet.frame(x + 1, y + 1, field - 2, HEIGHT - 2, agrees ? Tone.INK : Tone.RULE);
        }
    }
}
