package org.antiphon.dataset.etude.stage;

/** Clothes. */
final class Wardrobe {

    private Wardrobe() {}

    /** A trunk whose neck is at (0, 0). */
    static Canvas torso(Look look, double shoulders) {
        double w = shoulders;
        Canvas canvas = new Canvas(-w - 22, -12, w + 22, 185, 1.5);
        double[] body = Outline.smooth(
                -13, -3, -26, 6, -w * 0.75, 9, -w - 8, 16, -w - 13, 34, -w - 4, 70, -w * 0.92, 120, -w * 0.98, 184,
                w * 0.98, 184, w * 0.92, 120, w + 4, 70, w + 13, 34, w + 8, 16, w * 0.75, 9, 26, 6, 13, -3, 0, 2);
        canvas.fill(body, cloth(look));
        canvas.glow(-w, 60, 30, 80, 0x000000, 0.18);
        canvas.glow(w * 0.4, 30, w, 60, 0xFFFFFF, 0.10);
        canvas.fill(
                Outline.smooth(-13, -4, 13, -4, 7, 14, 0, 30, -7, 14), Paint.plain(Colour.scale(look.skin(), 0.88)));
        canvas.fill(new double[] {-14, -5, -22, 4, -7, 26, 0, 31, -6, 14}, Paint.plain(look.trim()));
        canvas.fill(new double[] {14, -5, 22, 4, 7, 26, 0, 31, 6, 14}, Paint.plain(Colour.scale(look.trim(), 0.94)));
        for (int i = 0; i < 4; i++) {
            canvas.fill(Outline.ellipse(0, 48 + 24 * i, 2.2, 2.2), Paint.plain(look.trim()));
        }
        canvas.fill(Outline.line(0, 32, 0, 180, 0.9), Paint.plain(Colour.scale(look.cloth(), 0.75)), 0.6);
        return canvas;
    }

    private static Paint cloth(Look look) {
        int light = Colour.scale(look.cloth(), 1.06);
        int dark = Colour.scale(look.cloth(), 0.84);
        int stripe = Colour.mix(look.cloth(), look.trim(), 0.20);
        int pattern = (int) Math.floorMod(look.grain(), 3L);
        Paint base = (x, y) -> {
            int ground = Colour.mix(light, dark, y / 170);
            boolean line = pattern == 0 && Math.floorMod((int) Math.floor(x / 2 + 400), 7) == 0
                    || pattern == 1 && Math.floorMod((int) Math.floor(y / 3 + 400), 5) == 0;
            return line ? Colour.mix(ground, stripe, 0.9) : ground;
        };
        return base.grained(look.grain(), 7, 7, 0.07);
    }

    /** A sleeve along an arm; a forearm's ends in a cuff and the wrist. */
    static Paint sleeve(Look look, boolean cuff) {
        return (x, y) -> {
            if (cuff && x > 0.88) {
                return look.skin();
            }
            if (cuff && x > 0.80) {
                return look.trim();
            }
            double fold = 0.94 + 0.10 * Noise.smooth(look.grain() + (cuff ? 5 : 9), x * 9, 0.5);
            return Colour.scale(look.cloth(), fold);
        };
    }
}
