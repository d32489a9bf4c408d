package org.antiphon.translation;

import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Timeline;
import org.antiphon.clip.Waveform;
import org.antiphon.model.spectrogram.SpectrogramModel;
import org.antiphon.model.vocoder.Vocoder;

/** Performance track → spectrogram → sound. */
final class Player {

    private final Device device;
    private final SpectrogramModel spectrogram;
    private final Vocoder vocoder;

    Player(Device device, SpectrogramModel spectrogram, Vocoder vocoder) {
        this.device = device;
        this.spectrogram = spectrogram;
        this.vocoder = vocoder;
    }

    /** @param steps of the flow, 0 for the regression alone */
    SoundTranslation play(PerformanceTrack track, Seed seed, int steps, Progress progress) {
        Mel mel = device.compute(() -> spectrogram.paint(device.manager(), track, seed, steps, progress.part(0, 0.6)));
        progress.at("making the sound", 0.6);
        Waveform sound = play(mel, seed);
        progress.at("making the sound", 1);
        return new SoundTranslation(sound, mel, track, TrackBuilder.confidence(track));
    }

    Waveform play(Mel mel, Seed seed) {
        int samples = mel.frames() * Timeline.SAMPLES_PER_FRAME / Timeline.MEL_FRAMES_PER_FRAME;
        return device.compute(() -> vocoder.play(device.manager(), mel, samples, seed));
    }
}
