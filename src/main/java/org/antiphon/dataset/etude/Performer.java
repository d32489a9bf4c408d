package org.antiphon.dataset.etude;

/** Who plays an etude: the instrument codes of URMP where it has one, and two keyboard players of our own. */
public enum Performer {
    VIOLIN("vn", 55, 88),
    CELLO("vc", 36, 69),
    VIBRAPHONE("vib", 53, 89),
    PIANO("pno", 48, 84);

    private final String code;
    private final int lowestNote;
    private final int highestNote;

    Performer(String code, int lowestNote, int highestNote) {
        this.code = code;
        this.lowestNote = lowestNote;
        this.highestNote = highestNote;
    }

    /** The instrument code in file names. */
    public String code() {
        return code;
    }

    /** MIDI number of the lowest note an etude asks of this performer. */
    public int lowestNote() {
        return lowestNote;
    }

    /** MIDI number of the highest note an etude asks of this performer. */
    public int highestNote() {
        return highestNote;
    }

    /** Whether a bow drives the sound (violin, cello) rather than a stroke (vibraphone, piano). */
    public boolean bowed() {
        return this == VIOLIN || this == CELLO;
    }

    /** @throws IllegalArgumentException naming the known codes */
    public static Performer ofCode(String code) {
        for (Performer performer : values()) {
            if (performer.code.equals(code)) {
                return performer;
            }
        }
        throw new IllegalArgumentException("performer must be one of vn, vc, vib, pno, was \"" + code + "\"");
    }
}
