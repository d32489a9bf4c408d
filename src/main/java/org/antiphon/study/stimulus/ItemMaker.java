package org.antiphon.study.stimulus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.antiphon.clip.Frames;
import org.antiphon.clip.Waveform;
import org.antiphon.media.DecodeRequest;
import org.antiphon.media.DirectMediaReader;
import org.antiphon.media.MediaRejected;
import org.antiphon.media.MediaWriter;
import org.antiphon.media.Padding;
import org.antiphon.signal.Loudness;
import org.antiphon.signal.TruePeak;
import org.antiphon.study.design.Presentation;
import org.antiphon.study.design.document.Id;

/**
 * Encodes all versions of one item alike. Whoever compares the files finds one container, one layout, one length and one
 * size, with room at its end that means nothing; pictures are the same bytes wherever they are the same pictures. Sound alone is PCM, whose size follows from its
 * length; with pictures it is AAC, and the file is padded.
 */
final class ItemMaker {

    private static final String VIDEO = "video/mp4";
    private static final String SOUND = "audio/wav";

    private ItemMaker() {}

    /**
     * @param pictures of the item itself; none where participants only hear
     * @param versions by condition
     * @param takes how many files of a condition are needed where sound is compressed; PCM gets other noise wherever it
     *     is played
     * @param folder where the files go; its names tell the condition and leave the server nowhere
     */
    static Map<Id, Made> make(
            Optional<Frames> pictures,
            Map<Id, Version> versions,
            Cut cut,
            Presentation presentation,
            ToIntFunction<Id> takes,
            Path folder)
            throws IOException {
        Map<Id, Waveform> sounds = new LinkedHashMap<>();
        versions.forEach((condition, version) -> sounds.put(condition, cut.of(version.sound())));
        Map<Id, LevelMatch.Levelled> levelled = LevelMatch.match(sounds, presentation.loudness());
        boolean seen = presentation.medium() == Presentation.Medium.VIDEO;
        levelled.forEach((condition, one) -> sounds.put(condition, one.sound()));
        Map<Id, Path> files = new LinkedHashMap<>();
        Files.createDirectories(folder);
        long bytes = seen
                ? new FilmMaker(cut, folder).make(sounds, shown(pictures, versions), takes, files)
                : sounds(sounds, folder, files);
        Map<Id, Made> made = new LinkedHashMap<>();
        for (Map.Entry<Id, Path> entry : files.entrySet()) {
            double gain = levelled.get(entry.getKey()).gain();
            made.put(entry.getKey(), measured(entry.getValue(), seen ? VIDEO : SOUND, bytes, cut, gain, presentation));
        }
        return made;
    }

    private static Map<Id, Frames> shown(Optional<Frames> pictures, Map<Id, Version> versions) {
        Map<Id, Frames> shown = new LinkedHashMap<>();
        versions.forEach((condition, version) -> shown.put(
                condition,
                version.pictures()
                        .or(() -> pictures)
                        .orElseThrow(
                                () -> new IllegalArgumentException("there are no pictures to show in " + condition))));
        return shown;
    }

    /** @return the bytes that a file has */
    private static long sounds(Map<Id, Waveform> sounds, Path folder, Map<Id, Path> files) throws IOException {
        long bytes = 0;
        for (Map.Entry<Id, Waveform> entry : sounds.entrySet()) {
            Path file = folder.resolve(entry.getKey() + ".wav");
            MediaWriter.wav(file, entry.getValue());
            Padding.wav(file);
            files.put(entry.getKey(), file);
            bytes = Files.size(file);
        }
        return bytes;
    }

    /** What participants will hear: the file is decoded again. */
    private static Made measured(
            Path file, String mediaType, long bytes, Cut cut, double gain, Presentation presentation)
            throws IOException {
        Waveform heard;
        try {
            heard = new DirectMediaReader()
                    .decode(file, DecodeRequest.soundAt(Cut.RATE))
                    .sound()
                    .orElseThrow();
        } catch (MediaRejected e) {
            throw new IOException("cannot read " + file + " again: " + e.getMessage(), e);
        }
        OptionalDouble loudness = Loudness.integrated(heard);
        OptionalDouble deviation = loudness.isPresent()
                ? OptionalDouble.of(loudness.getAsDouble() - presentation.loudness())
                : OptionalDouble.empty();
        return new Made(
                file,
                mediaType,
                bytes,
                cut.seconds(),
                loudness,
                deviation,
                gain,
                loudness.isPresent() ? TruePeak.of(heard) : OptionalDouble.empty());
    }
}
