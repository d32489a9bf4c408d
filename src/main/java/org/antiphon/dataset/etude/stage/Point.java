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

    /** The elbow of a right arm from this shoulder to a wrist, each half {@code bone} long: out and down. */
    Point elbow(Point wrist, double bone) {
        double half = distance(wrist) / 2;
        double out = Math.sqrt(Math.max(400, bone * bone - half * half));
        Point elbow = towards(wrist, 0.5).plus(-0.8 * out, 0.6 * out);
        return new Point(Math.max(-12, elbow.x), elbow.y);
    }
}
