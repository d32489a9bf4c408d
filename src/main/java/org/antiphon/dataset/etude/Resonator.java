package org.antiphon.dataset.etude;

/** A two-pole resonance: a fixed body mode of an instrument, or any band-pass with unit gain at its centre. */
final class Resonator {

    private final double a1;
    private final double a2;
    private final double gain;
    private double x1;
    private double x2;
    private double y1;
    private double y2;

    /**
     * @param hertz centre
     * @param quality centre divided by bandwidth
     * @param gain at the centre
     */
    Resonator(double hertz, double quality, double gain, int rate) {
        double w = 2 * Math.PI * hertz / rate;
        double alpha = StrictMath.sin(w) / (2 * quality);
        double a0 = 1 + alpha;
        this.a1 = -2 * StrictMath.cos(w) / a0;
        this.a2 = (1 - alpha) / a0;
        this.gain = gain * alpha / a0;
    }

    double next(double x) {
        double y = gain * (x - x2) - a1 * y1 - a2 * y2;
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = y;
        return y;
    }
}
