package org.antiphon.dataset.etude.stage;

/** A place on the stage: 256 units wide and high, y downwards. */
record Point(double x, double y) {

    Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    Point towards(Point other, double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }

    double distance(Point other) {
        return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
    }

    /**
     * The elbow of an arm from this shoulder to a wrist; stretches where the wrist is out of reach.
     *
     * @param side 1 bends to the left of the line from shoulder to wrist as seen on the picture, -1 to the right
     */
    Point elbow(Point wrist, double upper, double fore, double side) {
        double reach = Math.max(1e-6, distance(wrist));
        double along = Math.min(reach, (upper * upper - fore * fore + reach * reach) / (2 * reach));
        double height = Math.sqrt(Math.max(16, upper * upper - along * along)) * side;
        double ux = (wrist.x - x) / reach;
        double uy = (wrist.y - y) / reach;
        return new Point(x + ux * along + uy * height, y + uy * along - ux * height);
    }
}
