package org.antiphon.cli;

import org.antiphon.clip.Frames;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.antiphon.translation.SoundTranslation;
import org.antiphon.translation.Synthesis;
import org.antiphon.translation.Translator;
import org.antiphon.translation.VideoTranslation;

/** The two ways through the models, as far as a command needs them. */
interface Translations {

    SoundTranslation videoToSound(Frames frames, Seed seed, int steps, Progress progress);

    VideoTranslation soundToVideo(Waveform sound, Picture prior, Seed seed, int steps, Progress progress);

    /** @param synthesis the way to sound */
    static Translations of(Translator translator, Synthesis synthesis) {
        return new Translations() {
            @Override
            public SoundTranslation videoToSound(Frames frames, Seed seed, int steps, Progress progress) {
                return translator.videoToSound(frames, synthesis, seed, steps, progress);
            }

            @Override
            public VideoTranslation soundToVideo(
                    Waveform sound, Picture prior, Seed seed, int steps, Progress progress) {
                return translator.soundToVideo(sound, prior, seed, steps, progress);
            }
        };
    }
}
