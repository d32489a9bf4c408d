package org.antiphon.dashboard.figure;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Paints drawings as PNG, ink on paper, two pixels for one. Needs no screen, but typefaces on the machine. */
final class PngPainter {

    private static final int SCALE = 2;
    private static final float[] DASHES = {4, 3};

    private final Graphics2D paper;

    private PngPainter(Graphics2D paper) {
        this.paper = paper;
    }

    static byte[] paint(List<Stroke> strokes, double width, double height) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width * SCALE), (int) Math.ceil(height * SCALE), BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        try {
            paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paper.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            paper.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            paper.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            paper.scale(SCALE, SCALE);
            paper.setColor(Tone.PAPER.color());
            paper.fill(new Rectangle2D.Double(0, 0, Math.ceil(width), Math.ceil(height)));
            PngPainter painter = new PngPainter(paper);
            strokes.forEach(painter::stroke);
        } finally {
            paper.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private void stroke(Stroke stroke) {
        if (stroke instanceof Stroke.Line line) {
            float weight = (float) line.weight();
            paper.setStroke(
                    line.dashed()
                            ? new BasicStroke(weight, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0)
                            : new BasicStroke(weight, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            paper.setColor(line.tone().color());
            paper.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
        } else if (stroke instanceof Stroke.Box box) {
            box(box);
        } else if (stroke instanceof Stroke.Circle circle) {
            double r = circle.radius();
            Shape shape = new Ellipse2D.Double(circle.x() - r, circle.y() - r, 2 * r, 2 * r);
            openOrNot(shape, circle.tone(), circle.opacity(), circle.open());
        } else if (stroke instanceof Stroke.Outline outline) {
            Path2D path = new Path2D.Double();
            Stroke.Corner first = outline.corners().get(0);
            path.moveTo(first.x(), first.y());
            outline.corners().forEach(corner -> path.lineTo(corner.x(), corner.y()));
            path.closePath();
            openOrNot(path, outline.tone(), 1, outline.open());
        } else {
            words((Stroke.Words) stroke);
        }
    }

    private void box(Stroke.Box box) {
        Shape shape = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
        if (box.framed()) {
            paper.setStroke(new BasicStroke(1));
            paper.setColor(box.tone().color());
            paper.draw(shape);
        } else {
            fill(shape, box.tone().color(), box.opacity());
        }
    }

    private void openOrNot(Shape shape, Tone tone, double opacity, boolean open) {
        fill(shape, open ? Tone.PAPER.color() : tone.color(), open ? 1 : opacity);
        if (open) {
            paper.setStroke(new BasicStroke(2));
            paper.setColor(tone.color());
            paper.draw(shape);
        }
    }

    private void fill(Shape shape, Color color, double opacity) {
        paper.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        paper.setColor(color);
        paper.fill(shape);
        paper.setComposite(AlphaComposite.SrcOver);
    }

    private void words(Stroke.Words words) {
        Font font = new Font(Font.SANS_SERIF, words.bold() ? Font.BOLD : Font.PLAIN, 1)
                .deriveFont((float) (words.size() * 0.92));
        paper.setFont(font);
        paper.setColor(words.tone().color());
        double width =
                paper.getFontMetrics().getStringBounds(words.text(), paper).getWidth();
        double back =
                switch (words.anchor()) {
                    case START -> 0;
                    case MIDDLE -> width / 2;
                    case END -> width;
                };
        AffineTransform before = paper.getTransform();
        paper.translate(words.x(), words.y());
        if (words.upward()) {
            paper.rotate(-Math.PI / 2);
        }
        paper.drawString(words.text(), (float) -back, 0);
        paper.setTransform(before);
    }
}
