package org.antiphon.dataset.etude.stage;

/** Closed polygons for {@link Canvas#fill}. */
final class Outline {

    private Outline() {}

    static double[] ellipse(double cx, double cy, double rx, double ry) {
        int corners = 56;
        double[] outline = new double[corners * 2];
        for (int i = 0; i < corners; i++) {
            double turn = 2 * Math.PI * i / corners;
            outline[2 * i] = cx + rx * StrictMath.cos(turn);
            outline[2 * i + 1] = cy + ry * StrictMath.sin(turn);
        }
        return outline;
    }

    static double[] box(double x0, double y0, double x1, double y1) {
        return new double[] {x0, y0, x1, y0, x1, y1, x0, y1};
    }

    /** A box with rounded corners. */
    static double[] rounded(double x0, double y0, double x1, double y1, double radius) {
        int steps = 6;
        double[] outline = new double[4 * (steps + 1) * 2];
        int n = 0;
        for (int corner = 0; corner < 4; corner++) {
            double cx = corner == 0 || corner == 3 ? x1 - radius : x0 + radius;
            double cy = corner < 2 ? y1 - radius : y0 + radius;
            for (int i = 0; i <= steps; i++) {
                double turn = Math.PI / 2 * (corner + (double) i / steps);
                outline[n++] = cx + radius * StrictMath.cos(turn);
                outline[n++] = cy + radius * StrictMath.sin(turn);
            }
        }
        return outline;
    }

    /** A stroke with round ends. */
    static double[] line(double x0, double y0, double x1, double y1, double width) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
        double ux = dx / length * width / 2;
        double uy = dy / length * width / 2;
        int steps = 8;
        double[] outline = new double[(steps + 1) * 4];
        int n = 0;
        for (int end = 0; end < 2; end++) {
            for (int i = 0; i <= steps; i++) {
                double turn = Math.PI * i / steps - Math.PI / 2 + Math.PI * end;
                double c = StrictMath.cos(turn);
                double s = StrictMath.sin(turn);
                outline[n++] = (end == 0 ? x1 : x0) + ux * c - uy * s;
                outline[n++] = (end == 0 ? y1 : y0) + uy * c + ux * s;
            }
        }
        return outline;
    }

    /** A smooth closed curve through the given points (Catmull–Rom). */
    static double[] smooth(double... points) {
        int n = points.length / 2;
        int steps = 6;
        double[] outline = new double[n * steps * 2];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < steps; k++) {
                double u = (double) k / steps;
                for (int axis = 0; axis < 2; axis++) {
                    double a = points[2 * ((i + n - 1) % n) + axis];
                    double b = points[2 * i + axis];
                    double c = points[2 * ((i + 1) % n) + axis];
                    double d = points[2 * ((i + 2) % n) + axis];
                    outline[2 * (i * steps + k) + axis] =
                            b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)));
                }
            }
        }
        return outline;
    }

    /** Mirrors a half profile (x, half width) about the x axis into a closed smooth outline. */
    static double[] symmetric(double... profile) {
        int n = profile.length / 2;
        double[] all = new double[n * 4];
        for (int i = 0; i < n; i++) {
            all[2 * i] = profile[2 * i];
            all[2 * i + 1] = profile[2 * i + 1];
            all[4 * n - 2 * i - 2] = profile[2 * i];
            all[4 * n - 2 * i - 1] = -profile[2 * i + 1];
        }
        return smooth(all);
    }
}
