package org.antiphon.dashboard.figure;

import java.util.List;
import java.util.Optional;

/**
 * A figure: what it shows in a few words and in many, the marks, the numbers behind them, and how to compute them again.
 *
 * @param name for addresses and file names: lower-case letters, digits and hyphens
 * @param title what is seen, in one line
 * @param description everything that the picture says, for those who do not see it
 * @param definition how the numbers are computed, with its source
 */
public record Figure(
        String name,
        String title,
        String description,
        String definition,
        Plot plot,
        Data data,
        Optional<Script> script) {

    /** Widths that figures are made for, in pixels: a phone's and a desk's. */
    public static final int NARROW = 320;

    public static final int WIDE = 720;

    private static final int LEAST = 240;
    private static final int MOST = 2000;

    /** @throws IllegalArgumentException if the name cannot be an address */
    public Figure {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "a figure is named by letters, digits and hyphens, was \"" + name + "\"");
        }
    }

    /** SVG for a page: without title and paper, its colours are the page's. */
    public String inPage(int width) {
        Sheet sheet = sheet(width);
        draw(sheet);
        return SvgWriter.write(this, sheet.strokes(), width, sheet.down(), name + "-" + width, false);
    }

    /**
     * SVG as a file of its own, for light and dark surroundings.
     *
     * @throws IllegalArgumentException if the width is not from 240 to 2000 pixels
     */
    public String svg(int width) {
        Sheet sheet = titled(width);
        return SvgWriter.write(this, framed(sheet.strokes()), width, sheet.down() + 2 * MARGIN, name, true);
    }

    /**
     * PNG, ink on paper, twice as many pixels as the width says.
     *
     * @throws IllegalArgumentException if the width is not from 240 to 2000 pixels
     */
    public byte[] png(int width) {
        Sheet sheet = titled(width);
        return PngPainter.paint(framed(sheet.strokes()), width, sheet.down() + 2 * MARGIN);
    }

    private static final double MARGIN = 16;

    private Sheet titled(int width) {
        Sheet sheet = sheet(width - 2 * (int) MARGIN);
        sheet.heading(title);
        sheet.skip(6);
        draw(sheet);
        return sheet;
    }

    private static Sheet sheet(int width) {
        if (width < LEAST || width > MOST) {
            throw new IllegalArgumentException("a figure is " + LEAST + " to " + MOST + " pixels wide, was " + width);
        }
        return new Sheet(width);
    }

    private static List<Stroke> framed(List<Stroke> strokes) {
        return strokes.stream().map(stroke -> stroke.moved(MARGIN, MARGIN)).toList();
    }

    private void draw(Sheet sheet) {
        if (plot instanceof Plot.Intervals intervals) {
            IntervalsDrawing.draw(intervals, sheet);
        } else if (plot instanceof Plot.Quantiles quantiles) {
            QuantilesDrawing.draw(quantiles, sheet);
        } else if (plot instanceof Plot.Distribution distribution) {
            DistributionDrawing.draw(distribution, sheet);
        } else if (plot instanceof Plot.Matrix matrix) {
            MatrixDrawing.draw(matrix, sheet);
        } else if (plot instanceof Plot.Affect affect) {
            AffectDrawing.draw(affect, sheet);
        } else {
            ScatterDrawing.draw((Plot.Scatter) plot, sheet);
        }
    }

    /** A value and its interval in words: {@code 3.42 [3.10, 3.71]}. */
    public static String interval(double value, Optional<Span> interval, int decimals) {
        return Cell.shown(value, decimals)
                + interval.map(span -> " [" + Cell.shown(span.low(), decimals) + ", "
                                + Cell.shown(span.high(), decimals) + "]")
                        .orElse("");
    }
}
