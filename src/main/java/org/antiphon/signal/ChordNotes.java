package org.antiphon.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antiphon.clip.Hop;
import org.antiphon.clip.Note;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;

/** Finds notes that may sound together: at every onset the semitones whose strength rises. */
final class ChordNotes {

    private static final int LOWEST_MIDI = 33;
    private static final int SEMITONES = 72;
    private static final int SIZE = 4096;
    private static final int FRAMES_PER_SECOND = 50;
    private static final double LEAST_OF_ONSET = 0.20;
    private static final double LEAST_OF_ALL = 0.05;
    private static final double LEAST_OF_OVERTONE = 0.5;
    private static final int[] OVERTONES = {12, 19, 24, 28, 31, 34, 36};
    private static final double ENDED = 0.15;

    private final double seconds;
    private final int frames;
    private final float[] magnitude;
    private final float[][] activation;
    private final double strongest;

    ChordNotes(Waveform sound) {
        float[] samples = Resampler.to(sound, SampleRate.MODEL).samples();
        Stft stft = new Stft(SIZE, new Hop(SampleRate.MODEL.hertz() / FRAMES_PER_SECOND));
        this.seconds = sound.seconds();
        this.frames = stft.framesFor(samples.length);
        this.magnitude = stft.magnitude(samples, frames);
        this.activation = new HarmonicModel(LOWEST_MIDI, SEMITONES, SampleRate.MODEL.hertz(), SIZE)
                .activations(magnitude, frames);
        double most = 0;
        for (float[] semitone : activation) {
            for (float value : semitone) {
                most = Math.max(most, value);
            }
        }
        this.strongest = most;
    }

    /** A semitone that rises at an onset. */
    private record Rise(int semitone, double amount, double level) {}

    List<Note> notes(double[] onsets) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < onsets.length; i++) {
            double next = i + 1 < onsets.length ? onsets[i + 1] : seconds;
            for (Rise rise : rises(onsets[i], next)) {
                double offset = offset(rise, onsets[i], onsets, i);
                notes.add(new Note(onsets[i], hertz(rise.semitone(), frame(onsets[i] + 0.1)), offset - onsets[i]));
            }
        }
        return notes;
    }

    private int frame(double time) {
        return Math.max(0, Math.min(frames - 1, (int) Math.round(time * FRAMES_PER_SECOND)));
    }

    private List<Rise> rises(double onset, double next) {
        double reach = Math.max(0.08, Math.min(0.16, next - onset));
        List<Rise> all = new ArrayList<>();
        for (int s = 0; s < SEMITONES; s++) {
            double before = mean(s, frame(onset - 0.10), frame(onset - 0.06));
            double after = highest(s, frame(onset + 0.04), frame(onset + reach));
            all.add(new Rise(s, after - before, after));
        }
        all.sort(Comparator.comparingDouble(Rise::amount).reversed());
        double most = all.get(0).amount();
        List<Rise> chosen = new ArrayList<>();
        for (Rise rise : all) {
            if (rise.amount() > Math.max(LEAST_OF_ONSET * most, LEAST_OF_ALL * strongest)
                    && standsAlone(rise, chosen)) {
                chosen.add(rise);
            }
        }
        chosen.sort(Comparator.comparingInt(Rise::semitone));
        return chosen;
    }

    /** Not merely a neighbour or an overtone of a stronger one. */
    private static boolean standsAlone(Rise rise, List<Rise> stronger) {
        for (Rise other : stronger) {
            int distance = rise.semitone() - other.semitone();
            if (Math.abs(distance) == 1 && rise.amount() < 0.6 * other.amount()) {
                return false;
            }
            for (int overtone : OVERTONES) {
                if (distance == overtone && rise.amount() < LEAST_OF_OVERTONE * other.amount()) {
                    return false;
                }
            }
        }
        return true;
    }

    private double mean(int semitone, int from, int to) {
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += activation[semitone][i];
        }
        return sum / (to - from + 1);
    }

    private double highest(int semitone, int from, int to) {
        double most = 0;
        for (int i = from; i <= to; i++) {
            most = Math.max(most, activation[semitone][i]);
        }
        return most;
    }

    /** Where the semitone has faded or is struck again. */
    private double offset(Rise rise, double onset, double[] onsets, int index) {
        double level = rise.level();
        int last = frames - 1;
        for (int i = index + 1; i < onsets.length; i++) {
            int f = frame(onsets[i]);
            double before = mean(rise.semitone(), frame(onsets[i] - 0.10), frame(onsets[i] - 0.06));
            if (highest(rise.semitone(), f, frame(onsets[i] + 0.12)) > before + LEAST_OF_ONSET * level) {
                last = f;
                break;
            }
        }
        int i = frame(onset + 0.06);
        while (i < last && activation[rise.semitone()][i] > ENDED * level) {
            i++;
        }
        return Math.max(onset + 0.05, Math.min(seconds, (double) i / FRAMES_PER_SECOND));
    }

    /** The frequency of the spectral peak within a half semitone of the semitone, at {@code frame}. */
    private double hertz(int semitone, int frame) {
        double nominal = 440 * Math.pow(2, (LOWEST_MIDI + semitone - 69) / 12.0);
        double perBin = (double) SampleRate.MODEL.hertz() / SIZE;
        int bins = SIZE / 2 + 1;
        int from = (int) Math.ceil(nominal * 0.972 / perBin);
        int to = (int) Math.floor(nominal * 1.029 / perBin);
        int peak = -1;
        for (int k = Math.max(1, from); k <= to; k++) {
            peak = peak < 0 || magnitude[frame * bins + k] > magnitude[frame * bins + peak] ? k : peak;
        }
        if (peak < 0) {
            return nominal;
        }
        double left = Math.log(magnitude[frame * bins + peak - 1] + 1e-9);
        double middle = Math.log(magnitude[frame * bins + peak] + 1e-9);
        double right = Math.log(magnitude[frame * bins + peak + 1] + 1e-9);
        double bend = left - 2 * middle + right;
        double shift = bend >= 0 ? 0 : 0.5 * (left - right) / bend;
        double found = (peak + shift) * perBin;
        return Math.abs(12 * Math.log(found / nominal) / Math.log(2)) <= 0.5 ? found : nominal;
    }
}
