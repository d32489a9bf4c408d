package org.antiphon.dashboard.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Writes drawings as SVG. Every stroke has the class of its tone and the colour as an attribute, so that a page sets its own
 * and a viewer that knows no style sheets shows ink on paper.
 */
final class SvgWriter {

    private static final String FONT =
            "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";

    private final StringBuilder svg = new StringBuilder();

    private SvgWriter() {}

    /**
     * @param id unique on the page
     * @param alone whether it is a file of its own: with paper, and with the colours of dark surroundings
     */
    static String write(Figure figure, List<Stroke> strokes, double width, double height, String id, boolean alone) {
        SvgWriter writer = new SvgWriter();
        writer.begin(figure, width, height, id, alone);
        strokes.forEach(writer::stroke);
        writer.svg.append("</svg>\n");
        return writer.svg.toString();
    }

    private void begin(Figure figure, double width, double height, String id, boolean alone) {
        svg.append(alone ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "");
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-title ")
                .append(id)
                .append("-desc\"");
        pair("width", width);
        pair("height", height);
        svg.append(" viewBox=\"0 0 ").append(number(width)).append(' ').append(number(height));
        svg.append("\" font-family=\"").append(FONT).append("\">\n");
        svg.append("<title id=\"")
                .append(id)
                .append("-title\">")
                .append(safe(figure.title()))
                .append("</title>\n");
        svg.append("<desc id=\"").append(id).append("-desc\">").append(safe(figure.description()));
        svg.append("</desc>\n");
        if (alone) {
            svg.append("<style>text{font-variant-numeric:tabular-nums}@media (prefers-color-scheme:dark){");
            for (Tone tone : Tone.values()) {
                svg.append(".f-")
                        .append(tone.css())
                        .append("{fill:")
                        .append(tone.dark())
                        .append("}");
                svg.append(".s-")
                        .append(tone.css())
                        .append("{stroke:")
                        .append(tone.dark())
                        .append("}");
            }
            svg.append("}</style>\n<rect class=\"f-paper\" fill=\"")
                    .append(Tone.PAPER.light())
                    .append("\" width=\"100%\" height=\"100%\"/>\n");
        }
    }

    private void stroke(Stroke stroke) {
        if (stroke instanceof Stroke.Line line) {
            svg.append("<line");
            pair("x1", line.x1());
            pair("y1", line.y1());
            pair("x2", line.x2());
            pair("y2", line.y2());
            lined(line.tone(), line.weight());
            svg.append(line.dashed() ? " stroke-dasharray=\"4 3\"/>\n" : "/>\n");
        } else if (stroke instanceof Stroke.Box box) {
            svg.append("<rect");
            pair("x", box.x());
            pair("y", box.y());
            pair("width", box.width());
            pair("height", box.height());
            if (box.framed()) {
                svg.append(" fill=\"none\"");
                lined(box.tone(), 1);
            } else {
                filled(box.tone(), box.opacity());
            }
            svg.append("/>\n");
        } else if (stroke instanceof Stroke.Circle circle) {
            svg.append("<circle");
            pair("cx", circle.x());
            pair("cy", circle.y());
            pair("r", circle.radius());
            openOrNot(circle.tone(), circle.opacity(), circle.open());
        } else if (stroke instanceof Stroke.Outline outline) {
            svg.append("<polygon points=\"");
            for (Stroke.Corner corner : outline.corners()) {
                svg.append(number(corner.x()))
                        .append(',')
                        .append(number(corner.y()))
                        .append(' ');
            }
            svg.append('"');
            openOrNot(outline.tone(), 1, outline.open());
        } else {
            words((Stroke.Words) stroke);
        }
    }

    private void words(Stroke.Words words) {
        svg.append("<text");
        if (words.upward()) {
            svg.append(" transform=\"translate(")
                    .append(number(words.x()))
                    .append(' ')
                    .append(number(words.y()));
            svg.append(") rotate(-90)\"");
        } else {
            pair("x", words.x());
            pair("y", words.y());
        }
        pair("font-size", words.size());
        if (words.anchor() != Stroke.Anchor.START) {
            svg.append(" text-anchor=\"").append(words.anchor().css()).append('"');
        }
        if (words.bold()) {
            svg.append(" font-weight=\"600\"");
        }
        filled(words.tone(), 1);
        svg.append('>').append(safe(words.text())).append("</text>\n");
    }

    private void openOrNot(Tone tone, double opacity, boolean open) {
        if (open) {
            svg.append(" class=\"f-paper s-")
                    .append(tone.css())
                    .append("\" fill=\"")
                    .append(Tone.PAPER.light());
            svg.append("\" stroke=\"").append(tone.light()).append("\" stroke-width=\"2\"");
        } else {
            filled(tone, opacity);
        }
        svg.append("/>\n");
    }

    private void filled(Tone tone, double opacity) {
        svg.append(" class=\"f-")
                .append(tone.css())
                .append("\" fill=\"")
                .append(tone.light())
                .append('"');
        if (opacity < 1) {
            pair("fill-opacity", opacity);
        }
    }

    private void lined(Tone tone, double weight) {
        svg.append(" class=\"s-")
                .append(tone.css())
                .append("\" stroke=\"")
                .append(tone.light())
                .append('"');
        pair("stroke-width", weight);
    }

    private void pair(String name, double value) {
        svg.append(' ').append(name).append("=\"").append(number(value)).append('"');
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Text that can stand between tags; characters that XML does not know are left out. */
    private static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c >= 0x20 && c != 0xfffe && c != 0xffff)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .forEach(c -> {
                    switch (c) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        default -> safe.appendCodePoint(c);
                    }
                });
        return safe.toString();
    }
}
