package org.antiphon.dataset.etude.stage;

/** Violins, cellos and bows. An instrument's own x axis runs from the bridge (0) to the nut, y to the highest string. */
final class Luthier {

    private static final int EBONY = 0x2A2220;

    private Luthier() {}

    /** @param tail how far the body reaches behind the bridge, as a share of the string's length */
    static Canvas instrument(Look look, Fingerboard board, double tail) {
        double l = board.length();
        Canvas canvas = new Canvas(-(tail + 0.03) * l, -0.36 * l, 1.32 * l, 0.36 * l, 1.5);
        double[] rim = body(l, tail, 1);
        canvas.fill(rim, Paint.plain(Colour.scale(look.wood(), 0.58)));
        int light = Colour.mix(look.wood(), 0xFFD79A, 0.30);
        Paint varnish = (x, y) ->
                Colour.mix(light, Colour.scale(look.wood(), 0.86), (x * x * 0.7 / (l * l) + y * y * 7 / (l * l)));
        canvas.fill(
                body(l, tail, 0.955),
                varnish.grained(look.grain() + 11, 60, 1.6, 0.10).grained(look.grain(), 25, 9, 0.06));
        canvas.glow(0.25 * l, -0.12 * l, 0.30 * l, 0.12 * l, 0xFFF0CF, 0.28);
        soundHole(canvas, l, 1);
        soundHole(canvas, l, -1);
        neck(canvas, look, board);
        strings(canvas, board, tail);
        return canvas;
    }

    private static double[] body(double l, double tail, double s) {
        double w = s * l;
        double t = tail * l * s;
        return Outline.symmetric(
                -t, 0.02 * w, -t * 0.97, 0.13 * w, -t * 0.80, 0.25 * w, -t * 0.50, 0.305 * w, -t * 0.18, 0.285 * w,
                0.03 * w, 0.215 * w, 0.13 * w, 0.185 * w, 0.24 * w, 0.20 * w, 0.32 * w, 0.245 * w, 0.42 * w, 0.25 * w,
                0.52 * w, 0.20 * w, 0.575 * w, 0.10 * w, 0.59 * w, 0.02 * w);
    }

    private static void soundHole(Canvas canvas, double l, int side) {
        double y = side * 0.125 * l;
        Paint ink = Paint.plain(0x2B1710);
        canvas.fill(
                Outline.smooth(
                        -0.10 * l,
                        y + side * 0.045 * l,
                        -0.04 * l,
                        y + side * 0.030 * l,
                        0.04 * l,
                        y,
                        0.10 * l,
                        y - side * 0.020 * l,
                        0.105 * l,
                        y - side * 0.008 * l,
                        0.05 * l,
                        y + side * 0.018 * l,
                        -0.03 * l,
                        y + side * 0.045 * l,
                        -0.09 * l,
                        y + side * 0.060 * l),
                ink);
        canvas.fill(Outline.ellipse(-0.09 * l, y + side * 0.045 * l, 0.016 * l, 0.016 * l), ink);
        canvas.fill(Outline.ellipse(0.10 * l, y - side * 0.022 * l, 0.014 * l, 0.014 * l), ink);
    }

    private static void neck(Canvas canvas, Look look, Fingerboard board) {
        double l = board.length();
        double nut = board.halfWidth(0);
        int wood = Colour.scale(look.wood(), 0.80);
        canvas.fill(
                Outline.smooth(
                        l,
                        -nut * 0.9,
                        1.10 * l,
                        -nut * 0.75,
                        1.20 * l,
                        -nut * 0.55,
                        1.27 * l,
                        -nut * 0.75,
                        1.305 * l,
                        0,
                        1.27 * l,
                        nut * 0.75,
                        1.20 * l,
                        nut * 0.55,
                        1.10 * l,
                        nut * 0.75,
                        l,
                        nut * 0.9),
                Paint.plain(wood));
        canvas.fill(Outline.ellipse(1.265 * l, 0, 0.022 * l, nut * 0.45), Paint.plain(Colour.scale(wood, 0.75)));
        for (int i = 0; i < 4; i++) {
            double x = (1.06 + 0.035 * i) * l;
            double side = i % 2 == 0 ? 1 : -1;
            canvas.fill(Outline.line(x, side * 4, x, side * (nut + 7), 4.4), Paint.plain(EBONY));
        }
        double end = 0.22 * l;
        double wide = board.halfWidth(l - end);
        double[] plate = {end, -wide, l, -nut, l, nut, end, wide};
        Paint ebony = (x, y) -> Colour.mix(0x4A3E39, EBONY, 0.5 + 0.5 * y / wide);
        canvas.fill(plate, ebony.grained(look.grain() + 13, 40, 2, 0.08));
        canvas.fill(Outline.box(l - 1.2, -nut, l + 2.2, nut), Paint.plain(0xE9DFC8));
    }

    private static void strings(Canvas canvas, Fingerboard board, double tail) {
        double l = board.length();
        double wide = 1.5 * board.bridgeSpacing() + 3;
        canvas.fill(
                Outline.smooth(
                        -0.12 * l,
                        -wide * 0.72,
                        -0.12 * l,
                        wide * 0.72,
                        -tail * 0.93 * l,
                        wide * 0.36,
                        -tail * 0.93 * l,
                        -wide * 0.36),
                Paint.plain(EBONY));
        canvas.fill(Outline.rounded(-3, -wide - 3, 2.4, wide + 3, 2), Paint.plain(0x6B4A2A));
        canvas.fill(Outline.rounded(-2.2, -wide - 2, 1.4, wide + 2, 1.5), Paint.plain(0xE3C48F));
        for (int s = 0; s < 4; s++) {
            int metal = s == 0 ? 0xE8D9B4 : 0xF4F1E8;
            double width = 1.9 - 0.25 * s;
            canvas.fill(
                    Outline.line(-0.13 * l, board.across(s, l) * 0.7, 0, board.across(s, l), width),
                    Paint.plain(metal),
                    0.9);
            canvas.fill(Outline.line(0, board.across(s, l), l, board.across(s, 0), width), Paint.plain(metal), 0.95);
            canvas.fill(
                    Outline.line(l, board.across(s, 0), (1.07 + 0.03 * s) * l, (s - 1.5) * 2, 1),
                    Paint.plain(metal),
                    0.7);
        }
    }

    /** A bow along its x axis: hair from 0 (frog) to {@code length} (tip), the stick at negative y. */
    static Canvas bow(Look look, double length) {
        Canvas canvas = new Canvas(-14, -12, length + 8, 8, 2);
        int stick = Colour.mix(look.wood(), 0x3A1C10, 0.55);
        canvas.fill(
                Outline.line(4, 0, length - 1, 0, 2.6), Paint.plain(0xF7F1DF).grained(look.grain() + 17, 5, 4, 0.08));
        canvas.fill(
                Outline.smooth(
                        -9,
                        -6.3,
                        20,
                        -6.8,
                        length * 0.5,
                        -4.4,
                        length * 0.85,
                        -5.2,
                        length + 3,
                        -6.0,
                        length + 4,
                        -3.4,
                        length * 0.85,
                        -2.7,
                        length * 0.5,
                        -1.9,
                        20,
                        -4.0,
                        -9,
                        -3.9),
                Paint.plain(stick).grained(look.grain() + 18, 9, 4, 0.14));
        canvas.fill(
                Outline.smooth(length - 5, -5, length + 4, -6, length + 3, 0, length - 1, 1.4), Paint.plain(0xEFE6D2));
        canvas.fill(Outline.rounded(-1, -4.5, 15, 2.4, 2), Paint.plain(0x1E1917));
        canvas.fill(Outline.ellipse(7, -1, 1.6, 1.6), Paint.plain(0xDAD2C6));
        canvas.fill(Outline.rounded(-13, -6.4, -8, -3.8, 1), Paint.plain(0xC9B27A));
        return canvas;
    }
}
