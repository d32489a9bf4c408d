package org.antiphon.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antiphon.clip.Note;

/** Cuts a pitch track into notes: where a note is struck or bowed anew, where the pitch moves on, where it ends. */
final class MelodyNotes {

    private static final int SHORTEST_FRAMES = 6;
    private static final double NEW_NOTE_SEMITONES = 0.7;
    private static final int SETTLED_FRAMES = 3;
    private static final double SNAP_SECONDS = 0.080;

    private final double[] semitones;
    private final double[] onsets;
    private final double seconds;
    private final List<Note> notes = new ArrayList<>();

    private MelodyNotes(PitchTrack track, double[] onsets, double seconds) {
        this.semitones = new double[track.hertz().length];
        for (int i = 0; i < semitones.length; i++) {
            semitones[i] = track.voiced(i) ? 69 + 12 * Math.log(track.hertz()[i] / 440) / Math.log(2) : Double.NaN;
        }
        this.onsets = onsets;
        this.seconds = seconds;
    }

    static List<Note> of(PitchTrack track, double[] onsets, double seconds) {
        MelodyNotes melody = new MelodyNotes(track, onsets, seconds);
        melody.cut();
        return melody.notes;
    }

    private void cut() {
        boolean[] struck = new boolean[semitones.length + 1];
        for (double onset : onsets) {
            struck[Math.min(semitones.length, (int) Math.round(onset * PitchTrack.RATE))] = true;
        }
        int start = 0;
        while (start < semitones.length) {
            if (Double.isNaN(semitones[start])) {
                start++;
                continue;
            }
            int end = start + 1;
            while (end < semitones.length
                    && !Double.isNaN(semitones[end])
                    && !(struck[end] && end - start >= 5)
                    && !movesOn(start, end)) {
                end++;
            }
            add(start, end);
            start = end;
        }
    }

    /** Whether from {@code at} on the pitch has left the note that began at {@code start}, and stays away. */
    private boolean movesOn(int start, int at) {
        if (at - start < SETTLED_FRAMES || at + SETTLED_FRAMES > semitones.length) {
            return false;
        }
        double centre = median(Math.max(start, at - 30), at);
        for (int i = at; i < at + SETTLED_FRAMES; i++) {
            if (Double.isNaN(semitones[i]) || Math.abs(semitones[i] - centre) < NEW_NOTE_SEMITONES) {
                return false;
            }
        }
        return true;
    }

    private double median(int from, int to) {
        double[] sorted = Arrays.copyOfRange(semitones, from, to);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void add(int start, int end) {
        if (end - start < SHORTEST_FRAMES) {
            return;
        }
        double onset = snapped((double) start / PitchTrack.RATE);
        double offset = Math.min(seconds, (double) end / PitchTrack.RATE);
        double earliest = notes.isEmpty() ? 0 : notes.get(notes.size() - 1).onset() + 0.03;
        if (offset > onset && onset >= earliest) {
            double pitch = median(start, end);
            notes.add(new Note(onset, 440 * Math.pow(2, (pitch - 69) / 12), offset - onset));
        }
    }

    /** The detected onset nearest to the time, if there is one near. */
    private double snapped(double time) {
        double best = time;
        double distance = SNAP_SECONDS;
        for (double onset : onsets) {
            if (Math.abs(onset - time) < distance) {
                distance = Math.abs(onset - time);
                best = onset;
            }
        }
        return best;
    }
}
