package org.antiphon.dashboard.results;

import java.util.BitSet;

/** Who is behind many rows. */
final class Judges {

    private Judges() {}

    /**
     * Participants that appear, upwards, each once.
     *
     * @param participants how many there are
     */
    static int[] of(int participants, int[] rows) {
        BitSet there = new BitSet(participants);
        for (int participant : rows) {
            there.set(participant);
        }
        return there.stream().toArray();
    }
}
