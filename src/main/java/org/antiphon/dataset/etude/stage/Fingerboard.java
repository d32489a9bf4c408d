package org.antiphon.dataset.etude.stage;

/** The strings of a bowed instrument: {@code length} from nut to bridge in stage units, narrower at the nut. */
record Fingerboard(double length, double nutSpacing, double bridgeSpacing) {

    /** Distance from the nut at which a string sounds {@code semitones} above its open pitch. */
    double place(double semitones) {
        return length * (1 - StrictMath.pow(2, -semitones / 12));
    }

    double spacing(double fromNut) {
        return Ease.mix(nutSpacing, bridgeSpacing, fromNut / length);
    }

    /** Where a string (0 the lowest, fractions between) is across the board, positive towards the highest. */
    double across(double string, double fromNut) {
        return (string - 1.5) * spacing(fromNut);
    }

    double halfWidth(double fromNut) {
        return 1.5 * spacing(fromNut) + 4;
    }
}
