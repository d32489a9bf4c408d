package org.antiphon.metric;

/**
 * How well a melody (one pitch over time, 0 or less where there is none) follows another: five numbers from 0 to 1. A
 * negative pitch is a guess at a moment that is held for silent: its size counts for pitch, not for voicing.
 *
 * @param voicingRecall share of sounding moments that are found sounding; 1 if there are none
 * @param voicingFalseAlarm share of silent moments that are found sounding; 0 if there are none
 * @param rawPitch share of sounding moments whose pitch is right within 50 cents, whatever the voicing
 * @param rawChroma the same, octaves forgiven
 * @param overall share of all moments that are right: silent ones found silent, sounding ones found at their pitch
 */
public record MelodyScores(
        double voicingRecall, double voicingFalseAlarm, double rawPitch, double rawChroma, double overall) {

    private static final double CENTS = 50;

    /** One of the five numbers. */
    public enum Part {
        VOICING_RECALL,
        VOICING_FALSE_ALARM,
        RAW_PITCH_ACCURACY,
        RAW_CHROMA_ACCURACY,
        OVERALL_ACCURACY
    }

    /** The number that is asked for. */
    public double get(Part part) {
        return switch (part) {
            case VOICING_RECALL -> voicingRecall;
            case VOICING_FALSE_ALARM -> voicingFalseAlarm;
            case RAW_PITCH_ACCURACY -> rawPitch;
            case RAW_CHROMA_ACCURACY -> rawChroma;
            case OVERALL_ACCURACY -> overall;
        };
    }

    /**
     * Scores of pitches at the same moments, in hertz. All are 0 where there are no moments at all.
     *
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static MelodyScores of(double[] referenceHertz, double[] estimatedHertz) {
        if (referenceHertz.length != estimatedHertz.length) {
            throw new IllegalArgumentException("melodies of " + referenceHertz.length + " and " + estimatedHertz.length
                    + " moments: give their times, too");
        }
        return of(MelodyLine.of(referenceHertz), MelodyLine.of(estimatedHertz));
    }

    /**
     * Scores of pitches at given times, the estimate brought to the reference's times: cents are interpolated within a
     * note, voicing is that of the moment before.
     *
     * @throws IllegalArgumentException if times do not rise or differ in number from the pitches
     */
    public static MelodyScores of(
            double[] referenceTimes, double[] referenceHertz, double[] estimatedTimes, double[] estimatedHertz) {
        if (referenceTimes.length == 0 || estimatedTimes.length == 0) {
            return new MelodyScores(0, 0, 0, 0, 0);
        }
        TimedMelody reference = new TimedMelody(referenceTimes, referenceHertz).fromZero();
        TimedMelody estimated = new TimedMelody(estimatedTimes, estimatedHertz).fromZero();
        return of(MelodyLine.of(reference.hertz()), estimated.at(reference.times()));
    }

    private static MelodyScores of(MelodyLine reference, MelodyLine estimated) {
        int moments = reference.cents().length;
        int voiced = 0;
        int recalled = 0;
        int alarms = 0;
        int pitch = 0;
        int chroma = 0;
        int right = 0;
        for (int i = 0; i < moments; i++) {
            boolean heard = estimated.voiced()[i];
            if (reference.voiced()[i]) {
                boolean both = reference.cents()[i] != 0 && estimated.cents()[i] != 0;
                double gap = Math.abs(reference.cents()[i] - estimated.cents()[i]);
                boolean near = both && gap < CENTS;
                voiced++;
                recalled += heard ? 1 : 0;
                pitch += near ? 1 : 0;
                chroma += both && Math.abs(gap - 1200 * Math.floor(gap / 1200 + 0.5)) < CENTS ? 1 : 0;
                right += near && heard ? 1 : 0;
            } else {
                alarms += heard ? 1 : 0;
                right += heard ? 0 : 1;
            }
        }
        return moments == 0
                ? new MelodyScores(0, 0, 0, 0, 0)
                : new MelodyScores(
                        share(recalled, voiced, 1),
                        share(alarms, moments - voiced, 0),
                        share(pitch, voiced, 0),
                        share(chroma, voiced, 0),
                        (double) right / moments);
    }

    private static double share(int part, int whole, double ofNone) {
        return whole == 0 ? ofNone : (double) part / whole;
    }

    /** Binary logarithm, exact to the last digit nearly always: distances of just 50 cents are decided by it. */
    static double log2(double value) {
        int exponent = Math.getExponent(value);
        double mantissa = Math.scalb(value, -exponent);
        if (mantissa > 1.4142135623730951) {
            mantissa /= 2;
            exponent++;
        }
        return exponent + Math.log(mantissa) / Math.log(2);
    }
}
