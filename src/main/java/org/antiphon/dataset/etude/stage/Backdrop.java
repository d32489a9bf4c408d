package org.antiphon.dataset.etude.stage;

import java.util.Random;

/** The room: wall, floor, a curtain or a window, and the light in it. */
final class Backdrop {

    private Backdrop() {}

    static byte[] paint(Look look, Camera camera, Random random) {
        double half = 128 / camera.scale();
        double left = 128 - half - camera.shiftX() / camera.scale();
        double top = 128 - half - camera.shiftY() / camera.scale();
        Canvas canvas = new Canvas(left, top, left + 2 * half, top + 2 * half, camera.scale());
        long grain = look.grain();
        int dado = Colour.mix(look.wall(), look.floor(), 0.35);
        Paint wall = Paint.vertical(Colour.scale(look.wall(), 1.04), Colour.scale(look.wall(), 0.9), 0, 200);
        canvas.fill(
                Outline.box(-60, -60, 320, 320),
                wall.grained(grain, 9, 9, 0.035).grained(grain + 1, 40, 40, 0.05));
        paper(canvas, look, random.nextInt(3));
        double horizon = 196 + 10 * random.nextDouble();
        canvas.fill(
                Outline.box(-60, horizon - 30, 320, horizon), Paint.plain(dado).grained(grain + 2, 30, 3, 0.05));
        canvas.fill(Outline.box(-60, horizon - 32, 320, horizon - 29), Paint.plain(Colour.scale(dado, 1.12)));
        canvas.fill(Outline.box(-60, horizon, 320, 320), boards(look, horizon));
        if (random.nextBoolean()) {
            curtain(canvas, look, random.nextBoolean());
        } else {
            window(canvas, look, 150 + 40 * random.nextDouble());
        }
        double lampX = 40 + 176 * random.nextDouble();
        canvas.glow(lampX, 40, 170, 150, 0xFFF3D6, 0.24);
        canvas.glow(128, 300, 220, 130, 0x1A1210, 0.30);
        return bytes(canvas);
    }

    private static void paper(Canvas canvas, Look look, int kind) {
        int figure = Colour.scale(look.wall(), 0.93);
        if (kind == 0) {
            for (int x = -40; x < 300; x += 22) {
                canvas.fill(Outline.box(x, -60, x + 9, 200), Paint.plain(figure), 0.6);
            }
        } else if (kind == 1) {
            for (int x = -40; x < 300; x += 24) {
                for (int y = -40; y < 190; y += 24) {
                    double shift = Math.floorMod(y / 24, 2) * 12.0;
                    canvas.fill(Outline.ellipse(x + shift, y, 3.2, 4.6), Paint.plain(figure), 0.8);
                }
            }
        } else {
            for (int x = -30; x < 300; x += 74) {
                canvas.fill(Outline.rounded(x, -30, x + 58, 150, 4), Paint.plain(figure), 0.55);
                canvas.fill(Outline.rounded(x + 4, -26, x + 54, 146, 3), Paint.plain(look.wall()), 0.8);
            }
        }
    }

    private static Paint boards(Look look, double horizon) {
        return (x, y) -> {
            double depth = (y - horizon) / 100;
            double across = (x - 128) / (0.6 + depth);
            int board = (int) Math.floor(across / 26);
            double edge = across / 26 - board;
            double tone = 0.86 + 0.2 * Noise.smooth(look.grain() + 7, board * 3.7, 0.5) + 0.18 * depth;
            double streak = 0.06 * (2 * Noise.smooth(look.grain() + 8, across / 3, y / 30) - 1);
            return Colour.scale(look.floor(), edge < 0.05 ? tone * 0.8 : tone + streak);
        };
    }

    private static void curtain(Canvas canvas, Look look, boolean right) {
        double from = right ? 206 : -40;
        double to = right ? 300 : 46;
        int dark = Colour.scale(look.accent(), 0.78);
        int light = Colour.scale(look.accent(), 1.12);
        Paint folds =
                (x, y) -> Colour.mix(dark, light, 0.5 + 0.5 * StrictMath.sin(x / 4.2 + 0.6 * StrictMath.sin(y / 60)));
        double inner = right ? from : to;
        double sag = right ? 10 : -10;
        canvas.fill(
                Outline.smooth(
                        from,
                        -60,
                        to,
                        -60,
                        to,
                        60,
                        to + (right ? 0 : -6),
                        120,
                        to,
                        226,
                        from,
                        226,
                        inner == from ? from + sag : from,
                        120,
                        from,
                        60),
                folds.grained(look.grain() + 4, 2, 20, 0.05));
    }

    private static void window(Canvas canvas, Look look, double x) {
        int frame = Colour.mix(look.floor(), 0xFFFFFF, 0.35);
        canvas.fill(Outline.rounded(x - 4, 8, x + 74, 112, 5), Paint.plain(frame));
        int high = Colour.mix(look.accent(), 0xCFE6F2, 0.80);
        int low = Colour.mix(look.accent(), 0xFFE9C4, 0.75);
        Paint sky = Paint.vertical(high, low, 12, 108).grained(look.grain() + 6, 24, 7, 0.05);
        canvas.fill(Outline.rounded(x, 12, x + 33, 58, 3), sky);
        canvas.fill(Outline.rounded(x + 37, 12, x + 70, 58, 3), sky);
        canvas.fill(Outline.rounded(x, 62, x + 33, 108, 3), sky);
        canvas.fill(Outline.rounded(x + 37, 62, x + 70, 108, 3), sky);
    }

    private static byte[] bytes(Canvas canvas) {
        int size = Scene.SIZE;
        byte[] rgb = new byte[size * size * 3];
        for (int y = 0; y < size; y++) {
            int row = Math.min(y, canvas.height - 1);
            for (int x = 0; x < size; x++) {
                int p = (row * canvas.width + Math.min(x, canvas.width - 1)) * 4;
                for (int c = 0; c < 3; c++) {
                    rgb[(y * size + x) * 3 + c] = (byte) (int) (Math.min(255f, canvas.rgba[p + c]) + 0.5f);
                }
            }
        }
        return rgb;
    }
}
