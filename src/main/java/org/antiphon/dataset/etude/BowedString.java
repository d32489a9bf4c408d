package org.antiphon.dataset.etude;

/**
 * A bowed string on a wooden body: a band-limited sawtooth whose brightness follows the bow, noise of the bow hair
 * that the string grips and lets go, and fixed resonances, through which vibrato becomes a change of colour.
 */
final class BowedString {

    /** Samples between two values of the slow controls: 1 ms. */
    static final int BLOCK = 48;

    private static final int RATE = EtudeSynthesizer.RATE;
    private static final double[] VIOLIN_BODY = {275, 460, 550, 720, 990, 1250, 1600, 2300, 2700, 3300, 4300};
    private static final double[] CELLO_BODY = {98, 180, 220, 310, 430, 620, 860, 1250, 1700, 2400, 3200};
    private static final double[] BODY_GAINS = {1.6, 1.5, 1.7, 0.9, 1.1, 0.9, 0.9, 1.3, 1.4, 0.9, 0.5};

    private final Dice dice;
    private final Resonator[] body;
    private final Resonator hair;
    private final double direct;
    private final double colour;
    private double phase;
    private double wander;
    private double shimmer;
    private double low1;
    private double low2;
    private double amplitude;
    private double noise;
    private float[] table;
    private double step;
    private double pole;
    private double amplitudeStep;
    private double noiseStep;

    /** An instrument that is a little different in every performance. */
    BowedString(Performer performer, Dice dice) {
        boolean violin = performer == Performer.VIOLIN;
        this.dice = dice;
        this.body = body(violin ? VIOLIN_BODY : CELLO_BODY, dice);
        this.hair = new Resonator(violin ? 3200 : 1900, 0.7, 1, RATE);
        this.direct = dice.between(0.22, 0.34);
        this.colour = dice.between(0.85, 1.2) * (violin ? 1 : 0.62);
    }

    private static Resonator[] body(double[] modes, Dice dice) {
        Resonator[] body = new Resonator[modes.length];
        for (int i = 0; i < modes.length; i++) {
            double quality = (i < 3 ? 13 : i < 7 ? 11 : 4) * dice.between(0.8, 1.25);
            body[i] = new Resonator(
                    modes[i] * dice.between(0.96, 1.04), quality, BODY_GAINS[i] * dice.between(0.7, 1.3), RATE);
        }
        return body;
    }

    /**
     * Sets where the next {@value #BLOCK} samples go.
     *
     * @param hertz frequency of the string
     * @param toAmplitude strength of the tone that is reached at their end
     * @param brightness 0 dull to 1 bright
     * @param toNoise strength of the bow noise that is reached at their end
     */
    void target(double hertz, double toAmplitude, double brightness, double toNoise) {
        wander = 0.97 * wander + 0.00025 * dice.bell();
        shimmer = 0.95 * shimmer + 0.012 * dice.bell();
        double f = hertz * (1 + wander);
        table = SawTables.forHertz(f);
        step = f / RATE * SawTables.SIZE;
        double cutoff = colour * (700 + 7800 * brightness * brightness) + 1.2 * f;
        pole = 1 - StrictMath.exp(-2 * Math.PI * cutoff / RATE);
        amplitudeStep = (toAmplitude * (1 + shimmer) - amplitude) / BLOCK;
        noiseStep = (toNoise - noise) / BLOCK;
    }

    void render(double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            phase += step;
            phase -= phase >= SawTables.SIZE ? SawTables.SIZE : 0;
            int cell = (int) phase;
            double saw = table[cell] + (phase - cell) * (table[cell + 1] - table[cell]);
            amplitude += amplitudeStep;
            noise += noiseStep;
            double grip = 0.35 + 0.65 * phase / SawTables.SIZE;
            double hiss = hair.next(dice.uniform() - 0.5) * noise * grip * 2.2;
            low1 += pole * (saw * amplitude - low1);
            low2 += pole * (low1 - low2);
            double source = low2 + hiss;
            double y = direct * source;
            for (Resonator mode : body) {
                y += mode.next(source);
            }
            out[i] = y;
        }
    }
}
