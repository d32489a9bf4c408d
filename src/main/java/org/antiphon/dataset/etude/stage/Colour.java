package org.antiphon.dataset.etude.stage;

/** Arithmetic on colours packed as 0xRRGGBB. */
final class Colour {

    private Colour() {}

    static int mix(int a, int b, double share) {
        double s = Math.min(1, Math.max(0, share));
        return pack(
                red(a) + (red(b) - red(a)) * s,
                green(a) + (green(b) - green(a)) * s,
                blue(a) + (blue(b) - blue(a)) * s);
    }

    static int scale(int a, double factor) {
        return pack(red(a) * factor, green(a) * factor, blue(a) * factor);
    }

    static int pack(double r, double g, double b) {
        return byteOf(r) << 16 | byteOf(g) << 8 | byteOf(b);
    }

    static int red(int rgb) {
        return rgb >> 16 & 0xFF;
    }

    static int green(int rgb) {
        return rgb >> 8 & 0xFF;
    }

    static int blue(int rgb) {
        return rgb & 0xFF;
    }

    private static int byteOf(double value) {
        return (int) (Math.min(255, Math.max(0, value)) + 0.5);
    }
}
