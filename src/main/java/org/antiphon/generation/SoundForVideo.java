package org.antiphon.generation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Clip;
import org.antiphon.clip.FlowField;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Mel;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Waveform;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.MediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.MediaWriter;

/** Makes the sound of a video: reads it, lets the models imagine what it sounds like, puts both together. */
@ApplicationScoped
class SoundForVideo {

    private static final String READING = "reading the video";
    private static final String TOGETHER = "putting picture and sound together";
    private static final String COMPARING = "comparing with the original";

    private final MediaReader reader;
    private final Translating models;
    private final Measuring measuring;
    private final ObjectMapper json;
    private final PictureBudget budget;

    @Inject
    SoundForVideo(
            MediaReader reader, Translating models, Measuring measuring, ObjectMapper json, GenerationConfig config) {
        this.reader = reader;
        this.models = models;
        this.measuring = measuring;
        this.json = json;
        this.budget = new PictureBudget(
                config.translation().pictureSide(),
                config.translation().pictureMemory().asLongValue());
    }

    Translated make(Assignment assignment, Path media, Path folder, Progress progress)
            throws MediaRejected, TranslationFailed, IOException {
        progress.at(READING, 0);
        Clip clip = reader.decode(media, DecodeRequest.forModel());
        Frames frames = clip.frames()
                .orElseThrow(() -> new TranslationFailed(
                        "no-picture", "There is no picture", "The file holds no picture to translate.", null));
        Translating.Heard heard =
                models.videoToSound(frames, assignment.seed(), assignment.steps(), progress.part(0.08, 0.8));
        List<Translated.Product> products = new ArrayList<>();
        progress.at(TOGETHER, 0.8);
        sound(folder, heard, products);
        DecodeRequest shown = DecodeRequest.forDisplay(budget.sideFor(frames.count(), assignment.aspect()));
        pictures(media, folder, assignment.playable() ? shown.picturesOnly() : shown, heard.sound(), products);
        progress.at(COMPARING, 0.92);
        List<FlowField> flow = models.motion(frames);
        motion(folder, flow, products);
        Optional<Waveform> truth = clip.sound().filter(sound -> sound.length() > 0);
        if (truth.isPresent()) {
            original(folder, truth.get(), products);
        }
        List<Metric> metrics = truth.map(sound -> measuring.ofSound(sound, heard.sound(), flow))
                .orElseGet(measuring::ofSoundAlone);
        return new Translated(products, metrics, heard.confidence(), frames.seconds(), models.checksum());
    }

    private void sound(Path folder, Translating.Heard heard, List<Translated.Product> products) throws IOException {
        Path playable = folder.resolve("sound.m4a");
        MediaWriter.m4a(playable, heard.sound());
        products.add(new Translated.Product(Role.SOUND, playable, "audio/mp4"));
        Path lossless = folder.resolve("sound.flac");
        MediaWriter.flac(lossless, heard.sound());
        products.add(new Translated.Product(Role.SOUND_LOSSLESS, lossless, "audio/flac"));
        Path track = folder.resolve("track.json");
        TrackFile.write(track, heard.track(), json);
        products.add(new Translated.Product(Role.TRACK, track, "application/json"));
        spectrogram(folder.resolve("spectrogram"), heard.sound(), Role.SPECTROGRAM, products);
    }

    /** @param request with sound if browsers need a copy of the upload, which then becomes the original */
    private void pictures(
            Path media, Path folder, DecodeRequest request, Waveform translated, List<Translated.Product> products)
            throws MediaRejected, IOException {
        Clip shown = reader.decode(media, request);
        Frames frames = shown.frames().orElseThrow(() -> new IOException("no pictures in " + media));
        Path video = folder.resolve("video.mp4");
        MediaWriter.mp4(video, frames.pictures(), frames.rate(), Optional.of(translated));
        products.add(new Translated.Product(Role.VIDEO, video, "video/mp4"));
        Path poster = folder.resolve("poster.png");
        ViewFiles.poster(poster, frames.pictures().get(0));
        products.add(new Translated.Product(Role.POSTER, poster, "image/png"));
        Path original = media;
        if (request.sound()) {
            original = folder.resolve("original.mp4");
            MediaWriter.mp4(original, frames.pictures(), frames.rate(), shown.sound());
        }
        products.add(new Translated.Product(Role.ORIGINAL, original, "video/mp4"));
    }

    private static void motion(Path folder, List<FlowField> flow, List<Translated.Product> products)
            throws IOException {
        if (!flow.isEmpty()) {
            Path motion = folder.resolve("motion");
            ViewFiles.motion(motion, flow, FrameRate.MODEL);
            products.add(new Translated.Product(Role.MOTION, motion, "application/octet-stream"));
        }
    }

    private void original(Path folder, Waveform truth, List<Translated.Product> products)
            throws TranslationFailed, IOException {
        Path track = folder.resolve("original-track.json");
        TrackFile.write(track, models.hear(truth), json);
        products.add(new Translated.Product(Role.ORIGINAL_TRACK, track, "application/json"));
        spectrogram(folder.resolve("original-spectrogram"), truth, Role.ORIGINAL_SPECTROGRAM, products);
    }

    private void spectrogram(Path file, Waveform sound, Role role, List<Translated.Product> products)
            throws IOException {
        Optional<Mel> mel = models.spectrogram(sound);
        if (mel.isPresent()) {
            ViewFiles.spectrogram(file, mel.get());
            products.add(new Translated.Product(role, file, "application/octet-stream"));
        }
    }
}
