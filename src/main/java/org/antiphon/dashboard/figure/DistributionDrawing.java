package org.antiphon.dashboard.figure;

import org.antiphon.dashboard.figure.Stroke.Anchor;

/** One bar a row, cut by the shares of the categories; the more ink, the higher the category. Each part bears its name. */
final class DistributionDrawing {

    private static final double BAR = 26;
    private static final double ROW = 36;

    private DistributionDrawing() {}

    static void draw(Plot.Distribution plot, Sheet sheet) {
        double left = sheet.wide()
                ? sheet.labels(plot.bars().stream().map(Plot.Bar::label).toList())
                : 0;
        double right = sheet.width() - (sheet.wide() ? 60 : 0);
        for (Plot.Bar bar : plot.bars()) {
            String count = "n " + bar.total();
            if (sheet.wide()) {
                sheet.label(bar.label(), left - 16, sheet.down() + ROW / 2);
                sheet.words(sheet.width(), sheet.down() + ROW / 2 + 4, count, Anchor.END, Sheet.SMALL, Tone.INK);
            } else {
                sheet.skip(6);
                sheet.paragraph(bar.label(), Sheet.TEXT, Tone.INK, 2);
                sheet.words(sheet.width(), sheet.down() - 4, count, Anchor.END, Sheet.SMALL, Tone.INK);
            }
            parts(bar, plot, sheet, left, right - left);
            sheet.skip(ROW);
        }
        String low = plot.categories().get(0) + ": " + plot.low();
        String high = plot.categories().get(plot.categories().size() - 1) + ": " + plot.high();
        sheet.skip(4);
        if (Lettering.width(low + high, Sheet.SMALL) + 16 < right - left) {
            sheet.skip(Sheet.SMALL * Sheet.LEADING);
            sheet.words(left, sheet.down() - 2, low, Anchor.START, Sheet.SMALL, Tone.SOFT);
            sheet.words(right, sheet.down() - 2, high, Anchor.END, Sheet.SMALL, Tone.SOFT);
        } else {
            sheet.paragraph(low, Sheet.SMALL, Tone.SOFT, 2);
            sheet.paragraph(high, Sheet.SMALL, Tone.SOFT, 2);
        }
        sheet.skip(6);
    }

    private static void parts(Plot.Bar bar, Plot.Distribution plot, Sheet sheet, double left, double length) {
        double y = sheet.down() + (ROW - BAR) / 2;
        double x = left;
        long total = bar.total();
        for (int i = 0; i < bar.counts().size() && total > 0; i++) {
            double share = (double) bar.counts().get(i) / total;
            double part = share * length;
            double ink = ink(i, bar.counts().size());
            if (part > 0) {
                sheet.box(x, y, Math.max(0.5, part - 1.5), BAR, ink);
                name(plot.categories().get(i), share, part, sheet, x, y, ink);
            }
            x += part;
        }
        sheet.frame(left, y, length - 1.5, BAR, Tone.SOFT);
    }

    private static void name(String category, double share, double part, Sheet sheet, double x, double y, double ink) {
        String whole = category + ": " + Math.round(share * 100) + " %";
        double middle = x + part / 2 - 0.75;
        if (Lettering.width(whole, Sheet.SMALL) + 4 < part) {
            sheet.inside(middle, y + BAR / 2 + 4, whole, Sheet.SMALL, ink);
        } else if (Lettering.width(category, Sheet.SMALL) + 2 < part) {
            sheet.inside(middle, y + BAR / 2 + 4, category, Sheet.SMALL, ink);
        }
    }

    /** From little to full, leaving out the middle, on which neither ink nor paper could be read. */
    static double ink(int index, int count) {
        double place = count == 1 ? 1 : (double) index / (count - 1);
        return place <= 0.5 ? 0.05 + place * 0.6 : 0.72 + (place - 0.5) * 0.56;
    }
}
