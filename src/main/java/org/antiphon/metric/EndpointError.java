package org.antiphon.metric;

import org.antiphon.clip.FlowField;
import org.antiphon.metric.MetricCard.Better;

/** Mean length of the difference between two flow fields, in pixels of their grid. */
public final class EndpointError {

    /** What this metric is. */
    public static final MetricCard CARD = new MetricCard(
            "endpoint-error",
            "Flow endpoint error",
            MetricUnit.PIXELS,
            Better.LOWER,
            0,
            Double.POSITIVE_INFINITY,
            Needs.aligned("true and estimated flow on one grid"),
            "Baker et al. 2011 (Middlebury)",
            1,
            "How far, on average, every point of the picture is moved to the wrong place.",
            "Whether the motion that matters is right: most of a picture stands still, so a picture that does not move at all"
                    + " has a small error. Read it against that row.");

    /** The share of pixels that are far off. */
    public static final MetricCard OUTLIERS = new MetricCard(
            "flow-outliers",
            "Flow outliers",
            MetricUnit.NUMBER,
            Better.LOWER,
            0,
            1,
            Needs.aligned("true and estimated flow on one grid"),
            "Menze and Geiger 2015 (KITTI): error above 3 px and above 5 % of the true motion",
            1,
            "Which share of the picture is moved clearly to the wrong place.",
            "Anything about small motions, such as vibrato: on a grid of 64 pixels a bow travels about 3 of them.");

    private EndpointError() {}

    /** Mean over all pixels. */
    public static Measurement of(FlowField reference, FlowField estimated) {
        return of(reference, estimated, null);
    }

    /**
     * Mean weighted per pixel.
     *
     * @param weights one per pixel, such as visibility; null weighs all pixels alike
     */
    public static Measurement of(FlowField reference, FlowField estimated, float[] weights) {
        return mean(reference, estimated, weights, MetricUnit.PIXELS, (gap, length) -> gap);
    }

    /** Share of pixels whose error is above 3 px and above 5 % of the true motion. */
    public static Measurement outliers(FlowField reference, FlowField estimated) {
        return mean(
                reference, estimated, null, MetricUnit.NUMBER, (gap, length) -> gap > 3 && gap > 0.05 * length ? 1 : 0);
    }

    private interface Error {
        double of(double gap, double length);
    }

    private static Measurement mean(FlowField a, FlowField b, float[] weights, MetricUnit unit, Error error) {
        if (a.width() != b.width() || a.height() != b.height()) {
            return new NotMeasured("the flow fields differ in size: " + a.width() + "×" + a.height() + " and "
                    + b.width() + "×" + b.height());
        }
        double sum = 0;
        double total = 0;
        for (int i = 0; i < a.dx().length; i++) {
            double weight = weights == null ? 1 : weights[i];
            double gap = Math.hypot(a.dx()[i] - b.dx()[i], a.dy()[i] - b.dy()[i]);
            sum += weight * error.of(gap, Math.hypot(a.dx()[i], a.dy()[i]));
            total += weight;
        }
        return total > 0 ? new Measured(sum / total, unit) : new NotMeasured("no pixel counts");
    }
}
