package org.antiphon.dataset.etude.stage;

/** A part's own axes on the stage: an origin, a direction for x, and y a quarter turn clockwise from it. */
record Frame(double ox, double oy, double ux, double uy) {

    static Frame at(Point origin, double radians) {
        return new Frame(origin.x(), origin.y(), StrictMath.cos(radians), StrictMath.sin(radians));
    }

    Point place(double x, double y) {
        return new Point(ox + x * ux - y * uy, oy + x * uy + y * ux);
    }

    /** A frame given in this one's coordinates, seen from outside. */
    Frame then(double x, double y, double radians) {
        Point origin = place(x, y);
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        return new Frame(origin.x(), origin.y(), ux * cos - uy * sin, uy * cos + ux * sin);
    }
}
