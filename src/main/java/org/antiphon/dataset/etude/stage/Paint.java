package org.antiphon.dataset.etude.stage;

/** A colour for every place of a part's own coordinates, as 0xRRGGBB. */
@FunctionalInterface
interface Paint {

    int at(double x, double y);

    static Paint plain(int rgb) {
        return (x, y) -> rgb;
    }

    /** From {@code first} at y = {@code from} to {@code second} at y = {@code to}. */
    static Paint vertical(int first, int second, double from, double to) {
        return (x, y) -> Colour.mix(first, second, (y - from) / (to - from));
    }

    /** This paint, lighter and darker by up to {@code depth} with grain of the given size in x and y. */
    default Paint grained(long seed, double sizeX, double sizeY, double depth) {
        return (x, y) -> Colour.scale(at(x, y), 1 + depth * (2 * Noise.smooth(seed, x / sizeX, y / sizeY) - 1));
    }
}
