package org.antiphon.generation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Clip;
import org.antiphon.clip.Frames;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.MediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.metric.Seen;

/** Measures what was made against what was given, from the files of both. */
@ApplicationScoped
class Comparison {

    private final MediaReader reader;
    private final Translating models;
    private final Measuring measuring;

    @Inject
    Comparison(MediaReader reader, Translating models, Measuring measuring) {
        this.reader = reader;
        this.models = models;
        this.measuring = measuring;
    }

    /**
     * @param video the upload
     * @param translated the sound that was made of it
     */
    List<Metric> sound(Path video, Path translated) throws MediaRejected {
        Clip clip = reader.decode(video, DecodeRequest.forModel());
        Optional<Waveform> truth = clip.sound().filter(sound -> sound.length() > 0);
        Optional<Waveform> made = reader.decode(translated, DecodeRequest.soundAt(SampleRate.MODEL))
                .sound();
        if (truth.isEmpty() || made.isEmpty()) {
            return measuring.ofSoundAlone();
        }
        return measuring.ofSound(
                truth.get(), made.get(), clip.frames().map(models::motion).orElse(List.of()));
    }

    /**
     * @param given the upload whose sound was translated, with pictures
     * @param translated the video that was made of it, with that sound
     */
    List<Metric> video(Path given, Path translated) throws MediaRejected {
        Optional<Frames> truth =
                reader.decode(given, DecodeRequest.forModel().picturesOnly()).frames();
        Clip made = reader.decode(translated, DecodeRequest.forModel());
        if (truth.isEmpty() || made.frames().isEmpty() || made.sound().isEmpty()) {
            return measuring.ofVideoAlone();
        }
        return measuring.ofVideo(
                seen(truth.get()), seen(made.frames().get()), made.sound().get());
    }

    /** @return numbers about sounds, and about pictures where both files have some */
    List<Metric> pair(Path reference, Path candidate) throws MediaRejected {
        Clip truth = reader.decode(reference, DecodeRequest.forModel());
        Clip made = reader.decode(candidate, DecodeRequest.forModel());
        if (truth.sound().isEmpty() || made.sound().isEmpty()) {
            return measuring.ofSoundAlone();
        }
        List<Metric> numbers = new ArrayList<>(
                measuring.ofSounds(truth.sound().get(), made.sound().get()));
        if (truth.frames().isPresent() && made.frames().isPresent()) {
            numbers.addAll(measuring.ofVideo(
                    seen(truth.frames().get()),
                    seen(made.frames().get()),
                    made.sound().get()));
        }
        return numbers;
    }

    private Seen seen(Frames frames) {
        return new Seen(frames.pictures(), models.motion(frames));
    }
}
