package org.antiphon.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antiphon.clip.PerformanceTrack;

/**
 * The notes that can be read off a performance track: a semitone sounds while its probability is above one half, and a
 * peak of its attack begins a new note even while it sounds.
 */
final class TrackNotes {

    private static final float SOUNDS = 0.5f;
    private static final float BEGINS = 0.5f;

    /** Shorter ones are flicker. */
    private static final int SHORTEST = 3;

    /** Level that counts as full strength, and the one that counts as none, in dBFS. */
    private static final double LOUD = -10;

    private static final double SOFT = -60;

    /** A note in seconds; {@code midi} is a whole semitone, {@code velocity} 0 to 1. */
    record TrackNote(double onset, double duration, int midi, double velocity) {}

    private TrackNotes() {}

    /** By onset, then pitch. */
    static List<TrackNote> of(PerformanceTrack track) {
        List<TrackNote> notes = new ArrayList<>();
        for (int s = 0; s < PerformanceTrack.SEMITONES; s++) {
            semitone(track, s, notes);
        }
        notes.sort(Comparator.comparingDouble(TrackNote::onset).thenComparingInt(TrackNote::midi));
        return notes;
    }

    private static void semitone(PerformanceTrack track, int s, List<TrackNote> notes) {
        int start = -1;
        for (int t = 0; t <= track.steps(); t++) {
            boolean sounds = t < track.steps() && value(track.pitch(), t, s) >= SOUNDS;
            boolean anew = sounds && start >= 0 && t - start >= SHORTEST && attack(track, t, s);
            if (start >= 0 && (!sounds || anew)) {
                if (t - start >= SHORTEST) {
                    notes.add(note(track, s, start, t));
                }
                start = -1;
            }
            if (sounds && start < 0) {
                start = t;
            }
        }
    }

    private static boolean attack(PerformanceTrack track, int t, int s) {
        float here = value(track.attack(), t, s);
        float before = value(track.attack(), t - 1, s);
        float after = t + 1 < track.steps() ? value(track.attack(), t + 1, s) : 0;
        return here >= BEGINS && here > before && here >= after;
    }

    private static TrackNote note(PerformanceTrack track, int s, int start, int end) {
        double loudest = SOFT;
        for (int t = start; t < end; t++) {
            loudest = Math.max(loudest, track.loudness()[t]);
        }
        double velocity = Math.max(0, Math.min(1, (loudest - SOFT) / (LOUD - SOFT)));
        double rate = PerformanceTrack.RATE;
        return new TrackNote(start / rate, (end - start) / rate, PerformanceTrack.LOWEST_NOTE + s, velocity);
    }

    private static float value(float[] matrix, int t, int s) {
        return matrix[t * PerformanceTrack.SEMITONES + s];
    }
}
