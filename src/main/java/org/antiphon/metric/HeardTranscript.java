package org.antiphon.metric;

import java.util.Optional;
import org.antiphon.clip.Waveform;
import org.antiphon.signal.HeardSound;
import org.antiphon.signal.NoteTranscriber.Voices;
import org.antiphon.signal.PitchTrack;

/** What the standard detectors hear in a sound, each when it is first asked for. Several voices have no one melody. */
public final class HeardTranscript implements Transcript {

    private final HeardSound heard;

    public HeardTranscript(Waveform sound) {
        this.heard = new HeardSound(sound);
    }

    @Override
    public Optional<double[]> onsets() {
        return Optional.of(heard.onsets());
    }

    @Override
    public Optional<NoteList> notes() {
        return Optional.of(NoteList.of(heard.notes(heard.voices())));
    }

    @Override
    public Optional<TimedMelody> melody() {
        if (heard.voices() == Voices.MANY) {
            return Optional.empty();
        }
        float[] track = heard.pitch().hertz();
        double[] times = new double[track.length];
        double[] hertz = new double[track.length];
        for (int i = 0; i < track.length; i++) {
            times[i] = (double) i / PitchTrack.RATE;
            hertz[i] = track[i];
        }
        return Optional.of(new TimedMelody(times, hertz));
    }
}
