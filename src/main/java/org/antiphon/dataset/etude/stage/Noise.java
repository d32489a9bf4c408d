package org.antiphon.dataset.etude.stage;

/** Repeatable value noise between 0 and 1. */
final class Noise {

    private Noise() {}

    static double smooth(long seed, double x, double y) {
        long cellX = (long) Math.floor(x);
        long cellY = (long) Math.floor(y);
        double u = Ease.smooth(x - cellX);
        double v = Ease.smooth(y - cellY);
        double top = mix(hash(seed, cellX, cellY), hash(seed, cellX + 1, cellY), u);
        double bottom = mix(hash(seed, cellX, cellY + 1), hash(seed, cellX + 1, cellY + 1), u);
        return mix(top, bottom, v);
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }

    private static double hash(long seed, long x, long y) {
        long z = seed + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
