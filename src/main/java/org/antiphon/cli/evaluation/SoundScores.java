package org.antiphon.cli.evaluation;

import java.util.List;
import org.antiphon.clip.Note;
import org.antiphon.clip.Waveform;
import org.antiphon.metric.LogSpectralDistance;
import org.antiphon.metric.LoudnessCorrelation;
import org.antiphon.metric.NoteF1;
import org.antiphon.metric.OnsetF1;
import org.antiphon.metric.SiSdr;
import org.antiphon.metric.Snr;

/** What is measured of every sound: events against the annotation where there is one, the rest against the true sound. */
final class SoundScores {

    static final String ONSETS = "onset F1";
    static final String NOTES = "note F1";
    static final String LOUDNESS = "loudness correlation";
    static final String SPECTRUM = "log-spectral distance (dB)";
    static final String SNR = "SNR (dB)";
    static final String SI_SDR = "SI-SDR (dB)";

    private SoundScores() {}

    static void add(List<ResultTable> tables, String row, Subject subject, Waveform candidate) {
        Waveform truth = subject.sound();
        for (ResultTable table : tables) {
            if (subject.notes().isPresent()) {
                List<Note> notes = subject.notes().get();
                table.add(row, ONSETS, OnsetF1.CUSTOMARY.measure(OnsetF1.onsetsOf(notes), candidate));
                table.add(row, NOTES, NoteF1.ONSET_PITCH.measure(notes, candidate));
            }
            table.add(row, LOUDNESS, new LoudnessCorrelation().measure(truth, candidate));
            table.add(row, SPECTRUM, new LogSpectralDistance().measure(truth, candidate));
            table.add(row, SNR, Snr.PLAIN.measure(truth, candidate));
            table.add(row, SI_SDR, new SiSdr().measure(truth, candidate));
        }
    }
}
