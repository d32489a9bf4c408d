package org.antiphon.model.harmonic;

import static org.antiphon.clip.PerformanceTrack.RATE;
import static org.antiphon.clip.PerformanceTrack.SEMITONES;

import org.antiphon.clip.PerformanceTrack;

/**
 * How strong each semitone is against the others at each step: bowed notes stand while they sound, struck ones fade from
 * where they were struck, and both die away in the room. How loud all of them are together is the track's loudness.
 */
final class NoteStrengths {

    private static final double SURE = 0.7; // probability from which a note counts in full
    private static final double DOUBTFUL = 0.25; // and below which not at all
    private static final double FADE_SECONDS = 0.7; // of what was struck, at the middle of the keyboard
    private static final double ROOM_SECONDS = 0.08;

    private NoteStrengths() {}

    /**
     * @param struck share of struck instruments, 0 to 1
     * @return {@code [step][semitone]}, about 0 to 1
     */
    static float[][] of(PerformanceTrack track, double struck) {
        float[][] out = new float[track.steps()][SEMITONES];
        double room = Math.exp(-1 / (ROOM_SECONDS * RATE));
        for (int s = 0; s < SEMITONES; s++) {
            double fade = Math.exp(-1 / (RATE * FADE_SECONDS * Math.pow(2, (44 - s) / 24.0)));
            double energy = 0;
            double before = 0;
            for (int t = 0; t < track.steps(); t++) {
                double pitch = counted(track.pitch()[t * SEMITONES + s]);
                double attack = counted(track.attack()[t * SEMITONES + s]);
                energy = Math.max(energy * fade, Math.max(attack, before == 0 && pitch > 0 ? 0.5 * pitch : 0));
                double sounding = Math.max(pitch, attack);
                double strength = sounding * ((1 - struck) + struck * energy);
                before = Math.max(strength, before * room);
                before = before < 1e-3 ? 0 : before;
                out[t][s] = (float) before;
            }
        }
        return out;
    }

    private static double counted(float probability) {
        return Math.max(0, Math.min(1, (probability - DOUBTFUL) / (SURE - DOUBTFUL)));
    }
}
