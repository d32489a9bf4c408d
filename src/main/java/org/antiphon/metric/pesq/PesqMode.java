package org.antiphon.metric.pesq;

/** Which of the recommendations is computed: they differ in the input filter and in the mapping to a listening score. */
public enum PesqMode {

    /** P.862 with the mapping of P.862.1: telephone band. */
    NARROW_BAND(-1.4945, 4.6607, 0),

    /** P.862.2 of 2005, which most software computes: 50 to 7000 Hz, at 16000 Hz only. */
    WIDE_BAND(-1.3669, 3.8224, 1),

    /** P.862.2 with Corrigendum 2 of 2018 to P.862, which lowers the input by 12 dB. */
    WIDE_BAND_2018(-1.3669, 3.8224, 0.251188);

    private static final double LOWEST = 0.999;
    private static final double SPAN = 4;

    /** The score before mapping of two sounds without an audible difference. */
    public static final double PERFECT = 4.5;

    private final double slope;
    private final double shift;
    private final double inputGain;

    PesqMode(double slope, double shift, double inputGain) {
        this.slope = slope;
        this.shift = shift;
        this.inputGain = inputGain;
    }

    /** The mean opinion score (MOS-LQO) that listeners would give to a sound of this score. */
    double mapped(double raw) {
        return LOWEST + SPAN / (1 + Math.exp(slope * raw + shift));
    }

    /** What no mapped score falls below. */
    public double lowest() {
        return LOWEST;
    }

    /** The mapped score of two sounds without an audible difference. */
    public double highest() {
        return mapped(PERFECT);
    }

    boolean isWide() {
        return this != NARROW_BAND;
    }

    /** Factor of the wide-band input filter. */
    double inputGain() {
        return inputGain;
    }
}
