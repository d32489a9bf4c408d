package org.antiphon.dataset.etude.stage;

import org.antiphon.dataset.etude.Intention;

/** Heads. */
final class Portrait {

    private Portrait() {}

    /** A head whose chin meets the neck at (0, 0), facing us with eyes lowered. */
    static Canvas head(Look look, double r, Intention intention) {
        Canvas canvas = new Canvas(-1.5 * r, -2.35 * r, 1.5 * r, 0.7 * r, 1.5);
        double cy = -0.92 * r;
        hairBehind(canvas, look, r, cy);
        int skin = look.skin();
        int shade = Colour.scale(skin, 0.86);
        canvas.fill(Outline.ellipse(-0.80 * r, cy + 0.10 * r, 0.15 * r, 0.21 * r), Paint.plain(shade));
        canvas.fill(Outline.ellipse(0.80 * r, cy + 0.10 * r, 0.15 * r, 0.21 * r), Paint.plain(shade));
        double[] face = Outline.smooth(
                0,
                -1.0 * r + cy,
                0.56 * r,
                -0.82 * r + cy,
                0.80 * r,
                -0.2 * r + cy,
                0.74 * r,
                0.38 * r + cy,
                0.42 * r,
                0.86 * r + cy,
                0,
                1.02 * r + cy,
                -0.42 * r,
                0.86 * r + cy,
                -0.74 * r,
                0.38 * r + cy,
                -0.80 * r,
                -0.2 * r + cy,
                -0.56 * r,
                -0.82 * r + cy);
        canvas.fill(
                face, (x, y) -> Colour.mix(Colour.scale(skin, 1.04), shade, 0.5 + 0.45 * x / r + 0.18 * (y - cy) / r));
        canvas.glow(-0.40 * r, cy + 0.36 * r, 0.30 * r, 0.24 * r, 0xE0604E, 0.32);
        canvas.glow(0.40 * r, cy + 0.36 * r, 0.30 * r, 0.24 * r, 0xE0604E, 0.32);
        features(canvas, look, r, cy, intention);
        hairInFront(canvas, look, r, cy);
        return canvas;
    }

    private static void features(Canvas canvas, Look look, double r, double cy, Intention intention) {
        int dark = Colour.mix(look.hair(), 0x241A18, 0.55);
        double brow =
                switch (intention) {
                    case HAPPY -> 0.03;
                    case TENDER -> -0.03;
                    case SAD -> -0.10;
                    case ANGRY -> 0.12;
                };
        for (int side = -1; side <= 1; side += 2) {
            double x = side * 0.34 * r;
            double y = cy + 0.12 * r;
            curve(canvas, x - 0.15 * r, y, x, y + 0.09 * r, x + 0.15 * r, y, 0.055 * r, dark);
            double inner = cy - 0.14 * r + brow * r;
            double outer = cy - 0.14 * r - brow * r;
            curve(canvas, side * 0.16 * r, inner, x, cy - 0.20 * r, side * 0.52 * r, outer, 0.075 * r, dark);
        }
        int nose = Colour.scale(look.skin(), 0.76);
        curve(canvas, 0.02 * r, cy + 0.14 * r, -0.09 * r, cy + 0.40 * r, 0.06 * r, cy + 0.43 * r, 0.05 * r, nose);
        int lips = Colour.mix(Colour.scale(look.skin(), 0.75), 0xA83A3A, 0.5);
        double smile =
                switch (intention) {
                    case HAPPY -> 0.11;
                    case TENDER -> 0.05;
                    case SAD -> -0.05;
                    case ANGRY -> -0.03;
                };
        double y = cy + 0.64 * r;
        curve(canvas, -0.20 * r, y - smile * r, 0, y + smile * r, 0.20 * r, y - smile * r, 0.065 * r, lips);
    }

    /** A line through three points. */
    private static void curve(
            Canvas canvas, double x0, double y0, double x1, double y1, double x2, double y2, double width, int rgb) {
        int steps = 6;
        double lastX = x0;
        double lastY = y0;
        for (int i = 1; i <= steps; i++) {
            double u = (double) i / steps;
            double a = (1 - u) * (1 - 2 * u);
            double b = 4 * u * (1 - u);
            double c = u * (2 * u - 1);
            double x = a * x0 + b * x1 + c * x2;
            double y = a * y0 + b * y1 + c * y2;
            canvas.fill(Outline.line(lastX, lastY, x, y, width), Paint.plain(rgb));
            lastX = x;
            lastY = y;
        }
    }

    private static void hairBehind(Canvas canvas, Look look, double r, double cy) {
        Paint hair = strands(look, 0.85);
        switch (look.hairStyle()) {
            case 0 -> canvas.fill(Outline.ellipse(0, cy - 0.10 * r, 0.96 * r, 1.10 * r), hair);
            case 1 ->
                canvas.fill(
                        Outline.smooth(
                                0,
                                cy - 1.2 * r,
                                0.9 * r,
                                cy - 0.7 * r,
                                1.05 * r,
                                cy + 0.3 * r,
                                0.95 * r,
                                cy + 1.3 * r,
                                0.5 * r,
                                cy + 1.25 * r,
                                -0.5 * r,
                                cy + 1.25 * r,
                                -0.95 * r,
                                cy + 1.3 * r,
                                -1.05 * r,
                                cy + 0.3 * r,
                                -0.9 * r,
                                cy - 0.7 * r),
                        hair);
            case 2 -> {
                canvas.fill(Outline.ellipse(0.1 * r, cy - 1.08 * r, 0.36 * r, 0.32 * r), hair);
                canvas.fill(Outline.ellipse(0, cy - 0.14 * r, 0.90 * r, 1.02 * r), hair);
            }
            default -> canvas.fill(Outline.ellipse(0, cy - 0.22 * r, 0.88 * r, 0.98 * r), hair);
        }
    }

    private static void hairInFront(Canvas canvas, Look look, double r, double cy) {
        Paint hair = strands(look, 1);
        double part = look.hairStyle() == 3 ? 0.5 : look.hairStyle() == 1 ? 0.0 : -0.25;
        canvas.fill(
                Outline.smooth(
                        -0.86 * r,
                        cy - 0.02 * r,
                        -0.92 * r,
                        cy - 0.6 * r,
                        -0.5 * r,
                        cy - 1.10 * r,
                        0.1 * r,
                        cy - 1.18 * r,
                        0.66 * r,
                        cy - 0.98 * r,
                        0.92 * r,
                        cy - 0.45 * r,
                        0.86 * r,
                        cy - 0.02 * r,
                        0.74 * r,
                        cy - 0.34 * r,
                        (part + 0.3) * r,
                        cy - 0.62 * r,
                        part * r,
                        cy - 0.74 * r,
                        (part - 0.3) * r,
                        cy - 0.60 * r,
                        -0.74 * r,
                        cy - 0.34 * r),
                hair);
    }

    private static Paint strands(Look look, double factor) {
        int dark = Colour.scale(look.hair(), 0.85 * factor);
        int light = Colour.scale(look.hair(), 1.35 * factor);
        return (x, y) ->
                Colour.mix(dark, light, 0.2 + 0.6 * Noise.smooth(look.grain() + 3, x / 3.0, y / 16) - y / 160 - 0.1);
    }
}
