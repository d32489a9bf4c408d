package org.antiphon.signal;

/** Window functions as plain arrays. */
public final class Window {

    private Window() {}

    /** Periodic Hann window: {@code 0.5 - 0.5·cos(2πn/N)}, whose copies shifted by N/4 add up to a constant. */
    public static double[] hann(int size) {
        double[] window = new double[size];
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
        }
        return window;
    }

    /** The Kaiser window at {@code x} from -1 to 1 (0 outside): {@code I0(β·sqrt(1-x²)) / I0(β)}. */
    static double kaiser(double x, double beta) {
        return Math.abs(x) > 1 ? 0 : bessel(beta * Math.sqrt(1 - x * x)) / bessel(beta);
    }

    /** Modified Bessel function of the first kind and order zero, by its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            double factor = x / (2 * k);
            term *= factor * factor;
            sum += term;
        }
        return sum;
    }
}
