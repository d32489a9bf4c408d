package org.antiphon.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.antiphon.clip.Clip;
import org.antiphon.clip.Frames;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;
import org.antiphon.clip.SampleRate;
import org.antiphon.clip.Seed;
import org.antiphon.clip.Waveform;
import org.antiphon.generation.CountedPictures;
import org.antiphon.generation.TrackFile;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.MediaInfo;
import org.antiphon.media.MediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.MediaWriter;
import org.antiphon.translation.SoundTranslation;
import org.antiphon.translation.VideoTranslation;

/**
 * From file to file: decodes, translates, and writes the result under its name only once it is whole.
 *
 * @param steps of the sampler
 */
record TranslateFiles(MediaReader reader, Translations models, Seed seed, int steps) {

    /** Longest side of the pictures in a result. */
    private static final int SIDE = 1280;

    /** What a translation tells beside its file. */
    record Done(double seconds, double confidence, PerformanceTrack track) {}

    private interface Writing {
        void to(Path file) throws IOException, MediaRejected;
    }

    Done soundOf(Path video, Path output, Progress progress) throws MediaRejected, IOException {
        progress.at("reading the video", 0);
        Frames frames = reader.decode(video, DecodeRequest.forModel().picturesOnly())
                .frames()
                .orElseThrow(() -> new CommandFailed(video + " holds no picture; give a video"));
        SoundTranslation heard = models.videoToSound(frames, seed, steps, progress.part(0.1, 0.85));
        progress.at("writing " + output.getFileName(), 0.85);
        write(output, file -> {
            switch (ending(output)) {
                case "wav" -> MediaWriter.wav(file, heard.sound());
                case "flac" -> MediaWriter.flac(file, heard.sound());
                default -> {
                    Frames shown = pictures(video, frames.count());
                    MediaWriter.mp4(file, shown.pictures(), shown.rate(), Optional.of(heard.sound()));
                }
            }
        });
        progress.at("done", 1);
        return new Done(heard.sound().seconds(), heard.confidence(), heard.track());
    }

    Done videoOf(Path sound, Path prior, Path output, Progress progress) throws MediaRejected, IOException {
        progress.at("listening", 0);
        Waveform heard = sound(sound, SampleRate.MODEL);
        Picture who = reader.picture(prior, SIDE / 2);
        VideoTranslation seen = models.soundToVideo(heard, who, seed, steps, progress.part(0.05, 0.6));
        Iterable<Picture> pictures =
                new CountedPictures(seen.pictures(), seen.count(), "drawing the pictures", progress.part(0.6, 1));
        Waveform clear = sound(sound, SampleRate.STUDIO);
        write(output, file -> MediaWriter.mp4(file, pictures, seen.rate(), Optional.of(clear)));
        progress.at("done", 1);
        return new Done(seen.rate().secondsAt(seen.count()), seen.confidence(), seen.track());
    }

    private Waveform sound(Path file, SampleRate rate) throws MediaRejected {
        return reader.decode(file, DecodeRequest.soundAt(rate))
                .sound()
                .filter(sound -> sound.length() > 0)
                .orElseThrow(() -> new CommandFailed(file + " holds no sound; give a recording"));
    }

    /** The video's own pictures, as large as a quarter of the memory allows. */
    private Frames pictures(Path video, int count) throws MediaRejected {
        MediaInfo.VideoStream stream = reader.probe(video).video().orElseThrow();
        double longer = Math.max(stream.width(), stream.height());
        double aspect = Math.min(stream.width(), stream.height()) / longer;
        double affordable = Math.sqrt(Runtime.getRuntime().maxMemory() / 4 / (3.0 * count * aspect));
        int side = (int) Math.max(96, Math.min(Math.min(SIDE, longer), affordable)) / 2 * 2;
        Clip clip = reader.decode(video, DecodeRequest.forDisplay(side).picturesOnly());
        return clip.frames().orElseThrow(() -> new CommandFailed(video + " holds no picture; give a video"));
    }

    private static void write(Path output, Writing writing) throws IOException, MediaRejected {
        Path target = output.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            writing.to(part);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static void track(Path output, PerformanceTrack track) throws IOException, MediaRejected {
        write(output, file -> TrackFile.write(file, track, new ObjectMapper()));
    }

    /** Lower case, without the dot; empty if there is none. */
    static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
