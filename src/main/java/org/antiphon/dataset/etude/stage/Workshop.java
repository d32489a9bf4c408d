package org.antiphon.dataset.etude.stage;

/** Vibraphones, mallets and pianos. */
final class Workshop {

    private Workshop() {}

    /** Rails and resonators behind the bars, in stage coordinates. */
    static Canvas vibraphone(Look look) {
        Canvas canvas = new Canvas(2, 120, 254, 300, 1.5);
        int rail = Colour.mix(look.wood(), 0x2A211D, 0.62);
        canvas.fill(Outline.box(14, 230, 242, 300), Paint.plain(0x1B1513));
        canvas.fill(
                Outline.smooth(6, 142, 250, 136, 253, 200, 250, 254, 128, 247, 6, 246, 4, 190),
                Paint.plain(rail).grained(look.grain() + 21, 40, 3, 0.12));
        for (int i = 0; i < 22; i++) {
            double x = 128 + (i - 10.5) * 10.3;
            canvas.fill(Outline.rounded(x - 3.4, 192, x + 3.4, 198, 2), Paint.plain(Colour.mix(rail, 0xD8C090, 0.22)));
            canvas.fill(
                    Outline.rounded(x - 3.4, 246, x + 3.4, 290 - 1.2 * i, 3),
                    (px, py) -> Colour.mix(0xD9BE86, 0x7A6238, 0.5 + (px - x) / 7));
        }
        canvas.fill(Outline.line(8, 146, 248, 150, 2), Paint.plain(0xC9A86A), 0.7);
        canvas.fill(Outline.line(8, 238, 248, 233, 2), Paint.plain(0xC9A86A), 0.7);
        return canvas;
    }

    /** A bar of metal about (0, 0), upright on the picture. */
    static Canvas bar(Look look, double width, double half) {
        Canvas canvas = new Canvas(-width / 2 - 2, -half - 2, width / 2 + 2, half + 4, 2);
        int metal = Math.floorMod(look.grain() >> 8, 2L) == 0 ? 0xC9A85C : 0xB9BDC4;
        double w = width / 2;
        canvas.fill(Outline.rounded(-w, -half + 2, w, half + 3, 2), Paint.plain(0x1C1512), 0.55);
        Paint shine = (x, y) -> Colour.mix(
                Colour.scale(metal, 1.06),
                Colour.scale(metal, 0.72),
                0.30 + 0.55 * Math.abs(x / w + 0.25) + 0.18 * y / half);
        canvas.fill(Outline.rounded(-w, -half, w, half, 2), shine.grained(look.grain() + 23, 2, 30, 0.05));
        canvas.fill(Outline.ellipse(0, -half * 0.62, 1.3, 1.3), Paint.plain(0x2C2118));
        canvas.fill(Outline.ellipse(0, half * 0.62, 1.3, 1.3), Paint.plain(0x2C2118));
        return canvas;
    }

    static Canvas malletHead(int yarn, long grain) {
        Canvas canvas = new Canvas(-8, -8, 8, 8, 2);
        canvas.fill(Outline.ellipse(0, 0, 6.8, 6.4), Paint.plain(Colour.scale(yarn, 0.62)));
        Paint wound = (x, y) -> Colour.scale(yarn, 1.02 + 0.10 * StrictMath.sin(1.6 * (x + y)) - 0.03 * y);
        canvas.fill(Outline.ellipse(0, -0.2, 6.0, 5.6), wound.grained(grain + 24, 1.5, 1.5, 0.08));
        canvas.glow(-1.5, -2, 4, 3.5, 0xFFFFFF, 0.35);
        return canvas;
    }

    /** A soft dark spot that hides nothing. */
    static Canvas shadow(double rx, double ry, double opacity) {
        Canvas canvas = new Canvas(-rx - 1, -ry - 1, rx + 1, ry + 1, 1);
        canvas.shadow(0, 0, rx, ry, opacity);
        return canvas;
    }

    /** The case of a piano seen from the far side, from its rim to the key bed, in stage coordinates. */
    static Canvas keyBed(Look look, double top, double bottom) {
        Canvas canvas = new Canvas(-20, top - 14, 276, bottom + 4, 1.5);
        int lacquer = lacquer(look);
        canvas.fill(Outline.rounded(-16, top - 12, 272, bottom, 4), Paint.plain(Colour.scale(lacquer, 0.8)));
        canvas.fill(
                Outline.rounded(-16, top - 12, 272, top - 3, 3),
                Paint.vertical(Colour.scale(lacquer, 1.7), lacquer, top - 12, top - 3)
                        .grained(look.grain() + 31, 50, 3, 0.10));
        canvas.fill(Outline.box(4, top - 2, 252, bottom), Paint.plain(0x15100E));
        canvas.fill(Outline.box(4, top - 2, 252, top), Paint.plain(0x7C2E2E));
        return canvas;
    }

    /** The fall board that closes the keys towards us. */
    static Canvas fallBoard(Look look, double top) {
        Canvas canvas = new Canvas(-20, top - 4, 276, 300, 1.5);
        int lacquer = lacquer(look);
        Paint gloss = (x, y) -> Colour.mix(
                Colour.scale(lacquer, 1.55),
                lacquer,
                (y - top) / 16 + 0.3 * Noise.smooth(look.grain() + 33, x / 70, y / 40));
        canvas.fill(Outline.rounded(-16, top, 272, 296, 3), gloss.grained(look.grain() + 31, 60, 3, 0.10));
        canvas.fill(Outline.box(-16, top + 4, 272, top + 5.2), Paint.plain(0xC9A55C), 0.8);
        canvas.fill(Outline.ellipse(128, top + 18, 9, 6), Paint.plain(0xC9A55C), 0.75);
        canvas.fill(Outline.ellipse(128, top + 18, 6.5, 4), Paint.plain(lacquer), 0.9);
        return canvas;
    }

    private static int lacquer(Look look) {
        return switch ((int) Math.floorMod(look.grain() >> 12, 3L)) {
            case 0 -> 0x2B2422;
            case 1 -> Colour.mix(look.wood(), 0x2A1712, 0.55);
            default -> Colour.mix(look.wood(), 0x2A1712, 0.30);
        };
    }

    static Canvas whiteKey(double width, double length, long grain) {
        Canvas canvas = new Canvas(-width / 2 - 1, -2, width / 2 + 1, length + 2, 2);
        double w = width / 2;
        canvas.fill(Outline.rounded(-w, 0, w, length + 1, 1.6), Paint.plain(0xB9AE9C));
        canvas.fill(
                Outline.rounded(-w + 0.5, 2.0, w - 0.5, length + 1, 1.4),
                Paint.vertical(0xFBF6EA, 0xEDE5D3, 0, length).grained(grain, 6, 14, 0.025));
        return canvas;
    }

    static Canvas blackKey(double width, double length, long grain) {
        Canvas canvas = new Canvas(-width / 2 - 3, -2, width / 2 + 4, length + 2, 2);
        double w = width / 2;
        canvas.fill(Outline.rounded(-w + 1, 1, w + 2.4, length + 1, 1.5), Paint.plain(0x0B0908), 0.35);
        canvas.fill(Outline.rounded(-w, 0, w, length + 1, 1.5), Paint.plain(0x17120F));
        canvas.fill(
                Outline.rounded(-w + 1, 2.5, w - 1, length + 1, 1.2),
                Paint.vertical(0x4A403B, 0x2B2522, 0, length).grained(grain, 5, 12, 0.10));
        return canvas;
    }
}
