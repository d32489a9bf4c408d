package org.antiphon.generation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Mel;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Waveform;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.MediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.MediaWriter;
import org.jboss.logging.Logger;

/** Makes the video of a sound: hears it, lets the models move the prior picture, puts both together. */
@ApplicationScoped
class VideoForSound {

    private static final Logger LOG = Logger.getLogger(VideoForSound.class);
    private static final String LISTENING = "listening";
    private static final String TOGETHER = "putting picture and sound together";

    private static final String COMPARING = "comparing with the original";

    private final MediaReader reader;
    private final Translating models;
    private final Comparison comparison;
    private final Measuring measuring;
    private final ObjectMapper json;
    private final int side;

    @Inject
    VideoForSound(
            MediaReader reader,
            Translating models,
            Comparison comparison,
            Measuring measuring,
            ObjectMapper json,
            GenerationConfig config) {
        this.reader = reader;
        this.models = models;
        this.comparison = comparison;
        this.measuring = measuring;
        this.json = json;
        this.side = config.translation().pictureSide();
    }

    Translated make(Assignment assignment, Path media, Path priorFile, Path folder, Progress progress)
            throws MediaRejected, TranslationFailed, IOException {
        progress.at(LISTENING, 0);
        Waveform sound = sound(media, SampleRate.MODEL);
        Picture prior = reader.picture(priorFile, side);
        Translating.Shown shown =
                models.soundToVideo(sound, prior, assignment.seed(), assignment.steps(), progress.part(0.05, 0.7));
        List<Translated.Product> products = new ArrayList<>();
        Path video = folder.resolve("video.mp4");
        Waveform clear = sound(media, SampleRate.STUDIO);
        MediaWriter.mp4(
                video,
                new CountedPictures(shown.pictures(), shown.count(), TOGETHER, progress.part(0.7, 0.92)),
                shown.rate(),
                Optional.of(clear));
        products.add(new Translated.Product(Role.VIDEO, video, "video/mp4"));
        Path poster = folder.resolve("poster.png");
        ViewFiles.poster(poster, prior);
        products.add(new Translated.Product(Role.POSTER, poster, "image/png"));
        products.add(original(assignment, media, folder, clear));
        views(folder, sound, shown, products);
        progress.at(COMPARING, 0.92);
        List<Metric> metrics = metrics(assignment, media, video);
        double seconds = shown.rate().secondsAt(shown.count());
        return new Translated(products, metrics, shown.confidence(), seconds, models.checksum());
    }

    /** A comparison that fails must not cost the visitor the video, which is there. */
    private List<Metric> metrics(Assignment assignment, Path media, Path video) {
        if (!assignment.hasPicture()) {
            return measuring.ofVideoAlone();
        }
        try {
            return comparison.video(media, video);
        } catch (MediaRejected e) {
            LOG.warnf(e, "translation %s cannot be compared with its original", assignment.id());
            return measuring.ofVideoAlone("the pictures could not be read again");
        }
    }

    private Waveform sound(Path media, SampleRate rate) throws MediaRejected, TranslationFailed {
        return reader.decode(media, DecodeRequest.soundAt(rate))
                .sound()
                .filter(sound -> sound.length() > 0)
                .orElseThrow(() -> new TranslationFailed(
                        "no-sound", "There is no sound", "The file holds no sound to translate.", null));
    }

    private static Translated.Product original(Assignment assignment, Path media, Path folder, Waveform sound)
            throws IOException {
        if (assignment.playable() && assignment.mediaType().startsWith("audio/")) {
            return new Translated.Product(Role.ORIGINAL, media, assignment.mediaType());
        }
        Path playable = folder.resolve("original.m4a");
        MediaWriter.m4a(playable, sound);
        return new Translated.Product(Role.ORIGINAL, playable, "audio/mp4");
    }

    private void views(Path folder, Waveform sound, Translating.Shown shown, List<Translated.Product> products)
            throws IOException {
        Path track = folder.resolve("track.json");
        TrackFile.write(track, shown.track(), json);
        products.add(new Translated.Product(Role.TRACK, track, "application/json"));
        Optional<Mel> mel = models.spectrogram(sound);
        if (mel.isPresent()) {
            Path file = folder.resolve("spectrogram");
            ViewFiles.spectrogram(file, mel.get());
            products.add(new Translated.Product(Role.ORIGINAL_SPECTROGRAM, file, "application/octet-stream"));
        }
        if (!shown.flow().isEmpty()) {
            Path motion = folder.resolve("motion");
            ViewFiles.motion(motion, shown.flow(), shown.rate());
            products.add(new Translated.Product(Role.MOTION, motion, "application/octet-stream"));
        }
    }
}
