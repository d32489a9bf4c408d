package org.antiphon.translation;

import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Timeline;
import org.antiphon.clip.Waveform;
import org.antiphon.model.harmonic.HarmonicSynthesizer;
import org.antiphon.model.spectrogram.SpectrogramModel;
import org.antiphon.model.vocoder.Vocoder;

/** Performance track → sound, by any {@link Synthesis}. */
final class Player {

    private final Device device;
    private final SpectrogramModel spectrogram;
    private final Vocoder vocoder;
    private final TokenVoice voice;

    Player(Device device, SpectrogramModel spectrogram, Vocoder vocoder, TokenVoice voice) {
        this.device = device;
        this.spectrogram = spectrogram;
        this.vocoder = vocoder;
        this.voice = voice;
    }

    /** @param steps of the flow; 0 for the expectation alone, and for the likeliest tokens */
    SoundTranslation play(PerformanceTrack track, Synthesis synthesis, Seed seed, int steps, Progress progress) {
        return switch (synthesis) {
            case SPECTROGRAM -> sounding(paint(track, seed, steps, progress.part(0, 0.6)), track, seed, progress);
            case TOKENS -> {
                Mel expected = paint(track, seed, 0, progress.part(0, 0.1));
                Mel said = voice.say(track, expected, seed, steps > 0, progress.part(0.1, 0.6));
                yield sounding(said, track, seed, progress);
            }
            case HARMONIC -> harmonic(track, seed, progress);
        };
    }

    private Mel paint(PerformanceTrack track, Seed seed, int steps, Progress progress) {
        return device.compute(() -> spectrogram.paint(device.manager(), track, seed, steps, progress));
    }

    private SoundTranslation harmonic(PerformanceTrack track, Seed seed, Progress progress) {
        progress.at("making the sound", 0);
        Waveform sound = HarmonicSynthesizer.play(track, seed);
        progress.at("making the sound", 1);
        return new SoundTranslation(sound, Translator.spectrogram(sound), track, TrackBuilder.confidence(track));
    }

    private SoundTranslation sounding(Mel mel, PerformanceTrack track, Seed seed, Progress progress) {
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
