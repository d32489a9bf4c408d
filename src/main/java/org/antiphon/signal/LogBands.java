package org.antiphon.signal;

import java.util.ArrayList;
import java.util.List;

/** Triangular bands equally spaced in pitch; where the spectrum is too coarse for them, one band per spectrum bin. */
final class LogBands {

    private final int[] start;
    private final double[][] weights;

    /**
     * @param perOctave bands in an octave
     * @param lowest centre of the first band, in hertz
     * @param highest centre of the last band at most, in hertz
     */
    LogBands(int perOctave, double lowest, double highest, int rate, int size) {
        List<Integer> centres = new ArrayList<>();
        for (int i = 0; lowest * Math.pow(2, (double) i / perOctave) <= highest; i++) {
            int bin = (int) Math.round(lowest * Math.pow(2, (double) i / perOctave) * size / rate);
            if (bin < size / 2 && (centres.isEmpty() || centres.get(centres.size() - 1) < bin)) {
                centres.add(bin);
            }
        }
        int bands = centres.size() - 2;
        start = new int[bands];
        weights = new double[bands][];
        for (int b = 0; b < bands; b++) {
            triangle(b, centres.get(b), centres.get(b + 1), centres.get(b + 2));
        }
    }

    private void triangle(int band, int left, int peak, int right) {
        start[band] = left + 1;
        weights[band] = new double[right - left - 1];
        for (int k = left + 1; k < right; k++) {
            weights[band][k - left - 1] =
                    k <= peak ? (double) (k - left) / (peak - left) : (double) (right - k) / (right - peak);
        }
    }

    int bands() {
        return start.length;
    }

    double of(int band, double[] magnitude) {
        double sum = 0;
        for (int i = 0; i < weights[band].length; i++) {
            sum += weights[band][i] * magnitude[start[band] + i];
        }
        return sum;
    }
}
